import { command } from '../../../platform/command.ts'
import type { Clause } from '../../../policy/guide/clauses.ts'
import { allRefusals, refuse } from '../../../policy/guide/refuse.ts'
import { checkPaidOn } from '../../../policy/money/tranche-days.ts'
import * as policy from '../../../policy/money/tranches.ts'
import { checkPaper, paperTaken } from '../../../policy/records/money-papers.ts'
import { dayOf, isDay } from '../../../shared/dates.ts'
import { isRefusal } from '../../../shared/refusal.ts'
import { bindFile, paperUse } from '../../programme/files/public.ts'
import * as contract from './contract.ts'
import { postEntry } from './ledger-store.ts'
import { lockTranche } from './locked-tranche.ts'
import { saveTranche, voucherTaken } from './store.ts'

/** The finance bureau pays: voucher number and file, and the day on it (G4.2). The money is in transit until the park confirms. */
export const releaseTranche = command(
  contract.releaseTranche,
  async ({ params, body }, { tx, actor, now, newId, record, cite }) => {
    const { pilot, tranche: before, gate, gateOn } = await lockTranche(tx, params, now)
    cite(gate.clause)
    const voucherNo = body.voucherNo.normalize('NFKC').trim()
    const next = policy.releaseTranche(before, { gate, ...body, voucherNo, by: actor.accountId })
    const { paidOn } = body
    const today = dayOf(now)
    const gateThen = isDay(paidOn) && paidOn < today ? await gateOn(paidOn) : gate
    const days = { paidOn, recommendedOn: dayOf(before.recommendedAt ?? now), today, gate, gateThen }
    const taken = (await voucherTaken(tx, pilot.countyId, voucherNo)) ? numberTaken(gate.clause) : null
    const paper = checkPaper(await paperUse(tx, body.voucherFileId), gate.clause, 'voucherFileId')
    const no = allRefusals(isRefusal(next) ? next : null, checkPaidOn(days), paper, taken)
    if (no || isRefusal(next)) throw no
    if (next.voucherFileId) await bindFile(tx, next.voucherFileId, pilot.scope, 'voucherFileId')
    const after = { ...before, ...next, releasedAt: now, paidOn }
    await saveTranche(tx, after)
    await postEntry(tx, {
      pilot,
      entry: { kind: 'release', amountFen: after.amountFen ?? 0 },
      subject: after.id,
      memo: voucherNo,
      bookedOn: paidOn,
      by: actor.accountId,
      at: now,
      newId,
    })
    record('tranche.released', { subject: before.id, scope: pilot.scope, before, after })
    return { state: after.state }
  },
  {
    tranches_county_id_voucher_no_key: () => numberTaken(null),
    paper_used_once: paperTaken(null, 'voucherFileId', 'voucher'),
  },
)

function numberTaken(clause: Clause | null) {
  return refuse('funds.voucher-number-taken', clause, {}, 'voucherNo')
}
