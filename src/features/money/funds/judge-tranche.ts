import { command } from '../../../platform/command.ts'
import { totals } from '../../../policy/money/ledger.ts'
import {
  mechanismReady,
  servicesOrdered,
  servicesUnderWay,
  type TrancheFacts,
} from '../../../policy/money/tranche-facts.ts'
import * as policy from '../../../policy/money/tranche-judgments.ts'
import { isRefusal } from '../../../shared/refusal.ts'
import * as contract from './contract.ts'
import { insertJudgment } from './judgment-store.ts'
import { balances } from './ledger-store.ts'
import { lockTranche } from './locked-tranche.ts'

/** A bureau judges whether the services are really under way, in view of what the records say (G4.2). */
export const judgeTranche = command(
  contract.judgeTranche,
  async ({ params, body }, { tx, actor, now, newId, record }) => {
    const { pilot, rule, tranche, facts } = await lockTranche(tx, params, now)
    const standing = facts.judgments
    const given = { rule, tranche, standing, bureau: actor.bureau, by: actor.accountId }
    const judgment = policy.judgeTranche({ ...given, ...body })
    if (isRefusal(judgment)) throw judgment
    const seen = judgedFacts(facts, totals(await balances(tx, pilot.id)))
    const { scope } = pilot
    await insertJudgment(tx, { ...judgment, id: newId(), trancheId: tranche.id, seen, givenAt: now, scope })
    record('tranche.judged', {
      subject: tranche.id,
      scope,
      before: standing[judgment.bureau],
      after: { ...judgment, seen },
    })
    return { bureau: judgment.bureau, underWay: judgment.underWay }
  },
)

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
