import { command } from '../../../platform/command.ts'
import * as policy from '../../../policy/oversight/sampling-plans.ts'
import { isRefusal } from '../../../shared/refusal.ts'
import * as contract from './contract.ts'
import { insertApproval, lockPlan, saveStep } from './store.ts'

/** One bureau of the county approves; the id of its approval becomes part of the seed (G5.2). */
export const approveSamplingPlan = command(
  contract.approveSamplingPlan,
  async ({ params }, { tx, actor, now, newId, record }) => {
    const plan = await lockPlan(tx, params.planId)
    const bureau = actor.bureau ?? 'economy'
    const state = policy.approvePlan(plan, { by: actor.accountId, bureau })
    if (isRefusal(state)) throw state
    const approval = { id: newId(), planId: plan.id, bureau, approvedBy: actor.accountId, approvedAt: now }
    await insertApproval(tx, { ...approval, scope: plan.scope })
    if (state === 'approved') await saveStep(tx, plan.id, { state })
    record('sampling.approved', {
      subject: plan.id,
      scope: plan.scope,
      clause: policy.samplingClause,
      before: { state: plan.state },
      after: { state, bureau, approvalId: approval.id },
    })
    return { state }
  },
)

/** Either bureau takes a plan back that not both have approved. */
export const withdrawSamplingPlan = command(
  contract.withdrawSamplingPlan,
  async ({ params, body }, { tx, actor, now, record }) => {
    const plan = await lockPlan(tx, params.planId)
    const refusal = policy.withdrawPlan(plan, body.reason)
    if (refusal) throw refusal
    const withdrawalReason = body.reason.trim()
    const withdrawn = { state: 'withdrawn', withdrawnBy: actor.accountId, withdrawnAt: now, withdrawalReason } as const
    await saveStep(tx, plan.id, withdrawn)
    record('sampling.withdrawn', {
      subject: plan.id,
      scope: plan.scope,
      clause: policy.samplingClause,
      before: { state: plan.state },
      after: withdrawn,
    })
    return { state: withdrawn.state }
  },
)
