import { clauseIn } from '../../../policy/editions/edition-clauses.ts'
import type { Clause } from '../../../policy/guide/clauses.ts'
import { allRefusals, refuse } from '../../../policy/guide/refuse.ts'
import { checkPayee } from '../../../policy/money/payee-account.ts'
import { checkPaidOn } from '../../../policy/money/tranche-days.ts'
import * as policy from '../../../policy/money/tranches.ts'
import { checkPaper, paperTaken } from '../../../policy/records/money-papers.ts'
import { dayOf, isDay } from '../../../shared/dates.ts'
import { isRefusal } from '../../../shared/refusal.ts'
import { bindFile, checkUnbound, paperUse } from '../../programme/files/public.ts'
import { lapsePrepared, type TwoPersonAct, twoPersonCommand } from '../../programme/signing/public.ts'
import * as contract from './contract.ts'
import { postEntry } from './ledger-store.ts'
import { lockTranche } from './locked-tranche.ts'
import { payeeAccountsOf } from './payee-account.ts'
import { saveTranche, voucherTaken } from './store.ts'

/** The finance bureau pays: voucher number and file, and the day on it (G4.2). The money is in transit until the park confirms. */
export const releasing: TwoPersonAct<typeof contract.releaseTranche> = {
  act: 'release',
  route: contract.releaseTranche,
  guards: {
    tranches_county_id_voucher_no_key: () => numberTaken(null),
    paper_used_once: paperTaken(null, 'voucherFileId', 'voucher'),
  },
  async decide({ params, body }, acting, preparedBy) {
    const { tx, actor, now, newId, record, cite } = acting
    const { pilot, tranche: before, gate, gateOn } = await lockTranche(tx, params, now)
    cite(gate.clause)
    const voucherNo = body.voucherNo.normalize('NFKC').trim()
    const next = policy.releaseTranche(before, { gate, ...body, voucherNo, by: actor.accountId, preparedBy })
    const { paidOn, payeeAccountId } = body
    const today = dayOf(now)
    const gateThen = isDay(paidOn) && paidOn < today ? await gateOn(paidOn) : gate
    const days = { paidOn, recommendedOn: dayOf(before.recommendedAt ?? now), today, gate, gateThen }
    const taken = (await voucherTaken(tx, pilot.countyId, voucherNo)) ? numberTaken(gate.clause) : null
    const paper = checkPaper(await paperUse(tx, body.voucherFileId, 'voucher'), gate.clause, 'voucherFileId')
    const { voucherFileId } = body
    const lost = voucherFileId ? await checkUnbound(tx, voucherFileId, gate.clause, 'voucherFileId') : null
    const payee = checkPayee(payeeAccountId, await payeeAccountsOf(tx, pilot.id), clauseIn(pilot.edition, 'G3.6'))
    const no = allRefusals(isRefusal(next) ? next : null, checkPaidOn(days), paper, lost, taken, payee)
    if (no || isRefusal(next)) throw no
    const { scope, countyId, edition } = pilot
    return {
      ...{ subject: before.id, scope, seat: 'county-finance', countyId, edition, clause: gate.clause },
      async carryOut() {
        if (next.voucherFileId) await bindFile(tx, next.voucherFileId, scope, 'voucherFileId')
        const after = { ...before, ...next, releasedAt: now, paidOn, payeeAccountId }
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
        await lapsePrepared(acting, before.id, ['judgment'])
        record('tranche.released', { subject: before.id, scope, before, after })
        return { state: after.state }
      },
    }
  },
}

export const releaseTranche = twoPersonCommand(releasing)

function numberTaken(clause: Clause | null) {
  return refuse('funds.voucher-number-taken', clause, {}, 'voucherNo')
}
