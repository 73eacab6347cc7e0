import * as policy from '../../../policy/money/tranches.ts'
import { isRefusal } from '../../../shared/refusal.ts'
import { type TwoPersonAct, twoPersonCommand } from '../../programme/signing/public.ts'
import * as contract from './contract.ts'
import { lockTranche } from './locked-tranche.ts'
import { saveTranche } from './store.ts'

/** The economy bureau names the sum (G4.2). */
export const recommending: TwoPersonAct<typeof contract.recommendTranche> = {
  act: 'recommendation',
  route: contract.recommendTranche,
  guards: {},
  async decide({ params, body }, { tx, actor, now, record }, preparedBy) {
    const { pilot, tranche: before, gate } = await lockTranche(tx, params, now)
    const next = policy.recommendTranche(before, { gate, ...body, by: actor.accountId, preparedBy })
    if (isRefusal(next)) throw next
    const { scope, countyId, edition } = pilot
    return {
      ...{ subject: before.id, scope, seat: 'county-economy', countyId, edition, clause: gate.clause },
      async carryOut() {
        const after = { ...before, ...next, recommendedAt: now }
        await saveTranche(tx, after)
        record('tranche.recommended', { subject: before.id, scope, clause: gate.clause, before, after })
        return { state: after.state }
      },
    }
  },
}

export const recommendTranche = twoPersonCommand(recommending)
