import { type Acting, command } from '../../../platform/command.ts'
import { notFound } from '../../../platform/errors.ts'
import { allRefusals, refuse } from '../../../policy/guide/refuse.ts'
import * as policy from '../../../policy/money/measures-claims.ts'
import { paperTaken } from '../../../policy/records/money-papers.ts'
import { dayOf, isDay } from '../../../shared/dates.ts'
import { isRefusal } from '../../../shared/refusal.ts'
import { bindFile, checkUnbound, paperUse } from '../../programme/files/public.ts'
import { bankedSince, postEntry, undoEntry } from '../funds/public.ts'
import * as contract from './contract.ts'
import { entryBase, lockedMeasure } from './locked-measure.ts'
import * as store from './store.ts'

/** A claim about to be paid on or given out again, locked, with what came in so far. @throws Refusal where there is none */
async function lockedClaim(acting: Acting, measureId: string) {
  const locked = await lockedMeasure(acting, measureId)
  const { firstPaidOn, ...paid } = await store.paidBackOn(acting.tx, measureId)
  const claim = policy.claimOf(locked.measure, paid)
  if (isRefusal(claim)) throw claim
  return { ...locked, claim, firstPaidOn }
}

/** The finance bureau enters money that came back: day, sum, what of it was the park's own, the treasury's voucher (G5.3, G3.6). */
export const recordReceipt = command(
  contract.recordReceipt,
  async ({ params, body }, acting) => {
    const { tx, actor, now, newId, record } = acting
    const locked = await lockedClaim(acting, params.measureId)
    const { measure, pilot, claim, sums, today } = locked
    const { clause, scope } = measure
    const voucherNo = body.voucherNo.normalize('NFKC').trim()
    const { paidOn, amountFen, ownFen, voucherFileId } = body
    const facts = {
      ...{ clause, today, sums, decidedOn: dayOf(measure.decidedAt) },
      bankedFen: await bankedSince(tx, pilot.id, isDay(paidOn) ? paidOn : today),
      numberTaken: await store.voucherTaken(tx, pilot.countyId, voucherNo),
      paperUse: await paperUse(tx, voucherFileId, 'treasury-voucher'),
    }
    const no = allRefusals(
      policy.checkPaidBack(claim, { ...body, voucherNo }, facts),
      voucherFileId ? await checkUnbound(tx, voucherFileId, clause, 'voucherFileId') : null,
    )
    if (no || voucherFileId === null) throw no
    const { id: voucherFile } = await bindFile(tx, voucherFileId, scope, 'voucherFileId')
    const after = {
      ...{ id: newId(), measureId: measure.id, pilotId: pilot.id, countyId: pilot.countyId, scope },
      ...{ amountFen, ownFen, paidOn, voucherNo, voucherFile, recordedBy: actor.accountId, recordedAt: now },
    }
    await store.insertReceipt(tx, after)
    const entry = { kind: 'pay-back', amountFen, ownFen } as const
    await postEntry(tx, { ...entryBase(acting, locked), entry, subject: after.id, memo: voucherNo, bookedOn: paidOn })
    record('measure.paid-back', { subject: after.id, scope, after })
    return { receiptId: after.id, openFen: policy.openOf(claim) - amountFen }
  },
  {
    measure_receipts_voucher: () => refuse('measures.voucher-number-taken', null, {}, 'voucherNo'),
    paper_used_once: paperTaken(null, 'voucherFileId', 'treasury-voucher'),
  },
)

/** A receipt that was entered wrongly is taken back with a reason; the claim is open by as much again (G3.6). */
export const reverseReceipt = command(contract.reverseReceipt, async ({ params, body }, acting) => {
  const { tx, actor, now, record } = acting
  const locked = await lockedClaim(acting, params.measureId)
  const before = await store.receiptOf(tx, params.measureId, params.receiptId)
  if (!before) throw notFound({ zh: '缴回记录', en: 'receipt' })
  const { clause } = locked.measure
  const { id, amountFen, scope } = before
  const reversed = before.reversedBy !== null
  const { recordedAt } = before
  const { closedAt } = locked
  const entered = { amountFen, reversed, reason: body.reason, clause, recordedAt, closedAt }
  const no = policy.mayReverseReceipt(locked.claim, entered)
  if (no) throw no
  const undoing = { reversedBy: actor.accountId, reversedAt: now, reversalReason: body.reason.trim() }
  await store.undoReceipt(tx, id, undoing)
  await undoEntry(tx, { ...entryBase(acting, locked), subject: id, memo: undoing.reversalReason })
  record('measure.receipt-reversed', { subject: id, scope, before, after: undoing })
  return { openFen: policy.openOf(locked.claim) + amountFen }
})

/** The province records that a recovered sum went back into the fund and was given out again by a notice of it. */
export const recordReissue = command(contract.recordReissue, async ({ params, body }, acting) => {
  const { tx, actor, now, newId, record } = acting
  const locked = await lockedClaim(acting, params.measureId)
  const { measure, pilot, claim, firstPaidOn, today } = locked
  const no = policy.checkReissue(claim, body, { clause: measure.clause, today, firstPaidOn })
  if (no) throw no
  const { countyName, batchName } = await store.namesOfPilot(tx, pilot.id)
  const { scope } = measure
  const { amountFen, issuedOn } = body
  const documentNo = body.documentNo.normalize('NFKC').trim()
  const after = {
    ...{ id: newId(), measureId: measure.id, pilotId: pilot.id, scope, amountFen, issuedOn, documentNo },
    ...{ countyName, awardYear: pilot.firstYear, awardName: `${batchName} ${pilot.parkName}` },
    ...{ reason: body.reason.trim(), recordedBy: actor.accountId, recordedAt: now },
  }
  await store.insertReissue(tx, after)
  const entry = { kind: 'reissue', amountFen } as const
  await postEntry(tx, { ...entryBase(acting, locked), entry, subject: after.id, memo: documentNo, bookedOn: issuedOn })
  record('measure.reissued', { subject: after.id, scope, after })
  return { reissueId: after.id }
})

/** A re-issue that was entered wrongly is taken back with a reason (G3.6). */
export const reverseReissue = command(contract.reverseReissue, async ({ params, body }, acting) => {
  const { tx, actor, now, record } = acting
  const locked = await lockedClaim(acting, params.measureId)
  const before = await store.reissueOf(tx, params.measureId, params.reissueId)
  if (!before) throw notFound({ zh: '再安排记录', en: 're-issue' })
  const { id, scope, recordedAt } = before
  const { measure, closedAt } = locked
  const reversed = before.reversedBy !== null
  const entered = { reversed, reason: body.reason, clause: measure.clause, recordedAt, closedAt }
  const no = policy.mayReverseReissue(entered)
  if (no) throw no
  const undoing = { reversedBy: actor.accountId, reversedAt: now, reversalReason: body.reason.trim() }
  await store.undoReissue(tx, id, undoing)
  await undoEntry(tx, { ...entryBase(acting, locked), subject: id, memo: undoing.reversalReason })
  record('measure.reissue-reversed', { subject: id, scope, before, after: undoing })
  return { reissueId: id }
})
