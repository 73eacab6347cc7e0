import { command } from '../../../platform/command.ts'
import { refuse } from '../../../policy/guide/refuse.ts'
import * as policy from '../../../policy/money/disbursement-filing.ts'
import { dayOf } from '../../../shared/dates.ts'
import { isRefusal } from '../../../shared/refusal.ts'
import { insertFiling, lastFilings } from '../disbursements/public.ts'
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
    const before = filings.find(({ voucherNo }) => voucherNo === tranche.voucherNo) ?? null
    const { reason, ...filing } = body
    const filed = policy.fileDisbursement({
      tranche,
      paidOn: tranche.paidOn,
      filing,
      today: dayOf(now),
      before,
      reason,
      clause,
    })
    if (isRefusal(filed)) throw filed
    const row = {
      ...filed,
      id: newId(),
      trancheId: tranche.id,
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
