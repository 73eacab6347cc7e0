import { command } from '../../../platform/command.ts'
import { refuse } from '../../../policy/guide/refuse.ts'
import * as policy from '../../../policy/money/disbursement-filing.ts'
import { dayOf } from '../../../shared/dates.ts'
import { isRefusal } from '../../../shared/refusal.ts'
import { filingNumberTaken, insertFiling, lastFilings } from '../disbursements/public.ts'
import { standingRelease } from './ledger-store.ts'
import { lockTranche } from './locked-tranche.ts'
import * as contract from './tranche-contract.ts'

/** The county's economy bureau brings back the number that the provincial platform gave (G4.3). */
export const fileDisbursement = command(
  contract.fileDisbursement,
  async ({ params, body }, { tx, actor, now, newId, record, cite }) => {
    const { pilot, tranche } = await lockTranche(tx, params, now)
    const clause = policy.filingClause(pilot.edition)
    cite(clause)
    const filings = await lastFilings(tx, [tranche.id])
    const before = filings.find(({ reversed }) => !reversed) ?? null
    const payment = await standingRelease(tx, tranche.id)
    const { reason, ...filing } = body
    const filed = policy.fileDisbursement({
      tranche,
      paidOn: payment?.bookedOn ?? null,
      filing,
      today: dayOf(now),
      before,
      reason,
      clause,
      taken: await filingNumberTaken(tx, pilot.scope, policy.filingNumber(filing.number)),
    })
    if (isRefusal(filed)) throw filed
    if (!payment) throw policy.mayFile({ no: tranche.no, state: 'recommended' }, clause)
    const row = {
      ...filed,
      id: newId(),
      trancheId: tranche.id,
      payment: payment.id,
      paidOn: payment.bookedOn,
      voucherNo: tranche.voucherNo ?? '',
      reason,
      repeats: before?.number === filed.number,
      recordedBy: actor.accountId,
      recordedAt: now,
      scope: pilot.scope,
    }
    await insertFiling(tx, row)
    record('tranche.filed', { subject: tranche.id, scope: pilot.scope, before, after: row })
    return { number: filed.number }
  },
  {
    disbursement_filings_number: ({ body }) => refuse('disbursement.taken', null, { number: body.number }, 'number'),
  },
)
