import { command } from '../../platform/command.ts'
import * as policy from '../../policy/tranches.ts'
import { isRefusal } from '../../shared/refusal.ts'
import * as contract from './contract.ts'
import { lockTranche } from './locked-tranche.ts'
import { saveTranche } from './store.ts'

/** The economy bureau takes its recommendation back while nothing is paid. */
export const withdrawRecommendation = command(contract.withdrawRecommendation, async ({ params }, { tx, record }) => {
  const { pilot, tranche: before } = await lockTranche(tx, params)
  const next = policy.withdrawRecommendation(before)
  if (isRefusal(next)) throw next
  const after = { ...before, ...next, recommendedAt: null }
  await saveTranche(tx, after)
  record('tranche.withdrawn', { subject: before.id, scope: pilot.scope, before, after })
  return { state: after.state }
})
