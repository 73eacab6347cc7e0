import { totals } from '../../../policy/money/ledger.ts'
import {
  mechanismReady,
  servicesOrdered,
  servicesUnderWay,
  type TrancheFacts,
} from '../../../policy/money/tranche-facts.ts'
import * as policy from '../../../policy/money/tranche-judgments.ts'
import { isRefusal } from '../../../shared/refusal.ts'
import { type TwoPersonAct, twoPersonCommand } from '../../programme/signing/public.ts'
import * as contract from './contract.ts'
import { insertJudgment } from './judgment-store.ts'
import { balances } from './ledger-store.ts'
import { lockTranche } from './locked-tranche.ts'

/** A bureau judges whether the services are really under way, in view of what the records say (G4.2). */
export const judging: TwoPersonAct<typeof contract.judgeTranche> = {
  act: 'judgment',
  route: contract.judgeTranche,
  guards: {},
  async decide({ params, body }, { tx, actor, now, newId, record }, preparedBy) {
    const { pilot, rule, tranche, facts, gate } = await lockTranche(tx, params, now)
    const standing = facts.judgments
    const given = { rule, tranche, standing, bureau: actor.bureau, by: actor.accountId, preparedBy }
    const judgment = policy.judgeTranche({ ...given, ...body })
    if (isRefusal(judgment)) throw judgment
    const { scope, countyId, edition } = pilot
    const clause = policy.judgmentClause(rule) ?? gate.clause
    return {
      ...{ subject: tranche.id, scope, seat: `county-${judgment.bureau}`, countyId, edition, clause },
      async carryOut() {
        const seen = judgedFacts(facts, totals(await balances(tx, pilot.id)))
        await insertJudgment(tx, { ...judgment, id: newId(), trancheId: tranche.id, seen, givenAt: now, scope })
        const before = standing[judgment.bureau]
        record('tranche.judged', { subject: tranche.id, scope, clause, before, after: { ...judgment, seen } })
        return { bureau: judgment.bureau, underWay: judgment.underWay }
      },
    }
  },
}

export const judgeTranche = twoPersonCommand(judging)

/** What the records say beside a judgment: mechanism, diagnoses, orders and spending; fen. */
export function judgedFacts(
  facts: TrancheFacts,
  { committedFen, spentFen }: { committedFen: number; spentFen: number },
) {
  return {
    mechanismReady: mechanismReady(facts.mechanism),
    diagnosed: facts.enterprisesDiagnosed,
    ordered: servicesOrdered(facts.services),
    underWay: servicesUnderWay(facts.services),
    committedFen,
    spentFen,
  }
}
