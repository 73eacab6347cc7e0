import { command } from '../../../platform/command.ts'
import * as policy from '../../../policy/money/tranches.ts'
import { isRefusal } from '../../../shared/refusal.ts'
import * as contract from './contract.ts'
import { lockTranche } from './locked-tranche.ts'
import { saveTranche } from './store.ts'

/** The economy bureau names the sum (G4.2). */
export const recommendTranche = command(
  contract.recommendTranche,
  async ({ params, body }, { tx, actor, now, record }) => {
    const { pilot, tranche: before, gate } = await lockTranche(tx, params, now)
    const next = policy.recommendTranche(before, { gate, ...body, by: actor.accountId })
    if (isRefusal(next)) throw next
    const after = { ...before, ...next, recommendedAt: now }
    await saveTranche(tx, after)
    record('tranche.recommended', { subject: before.id, scope: pilot.scope, before, after })
    return { state: after.state }
  },
)
