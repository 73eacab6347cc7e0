import { type Acting, command } from '../../../platform/command.ts'
import * as policy from '../../../policy/oversight/consultations.ts'
import { isRefusal } from '../../../shared/refusal.ts'
import * as contract from './contract.ts'
import { lockDecision, saveClosed } from './store.ts'

export const completeDecision = command(contract.completeDecision, ({ params, body }, acting) =>
  close(acting, params.decisionId, 'complete', body.note),
)

export const cancelDecision = command(contract.cancelDecision, ({ params, body }, acting) =>
  close(acting, params.decisionId, 'cancel', body.note),
)

async function close(
  { tx, actor, now, record }: Pick<Acting, 'tx' | 'actor' | 'now' | 'record'>,
  decisionId: string,
  action: policy.DecisionAction,
  said: string,
) {
  const decision = await lockDecision(tx, decisionId)
  const note = said.trim()
  const state = policy.closeDecision(decision, action, { unitId: actor.unitId, post: actor.post, note })
  if (isRefusal(state)) throw state
  await saveClosed(tx, decisionId, { state, note, closedBy: actor.accountId, closedAt: now })
  record(action === 'complete' ? 'decision.completed' : 'decision.cancelled', {
    subject: decisionId,
    scope: decision.scope,
    before: { state: decision.state },
    after: { state, note, consultationId: decision.consultationId, no: decision.no },
  })
  return { state }
}
