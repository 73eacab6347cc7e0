import { command } from '../../../platform/command.ts'
import { notFound } from '../../../platform/errors.ts'
import * as policy from '../../../policy/oversight/sampling-plans.ts'
import * as contract from './contract.ts'
import { insertPlan, servicesNow } from './store.ts'
import { parksToSample } from './views.ts'

/** Method, frame, size, seed and weights are written before anybody knows what will be drawn (G5.2). */
export const proposeSamplingPlan = command(
  contract.proposeSamplingPlan,
  async ({ body }, { tx, actor, now, newId, record }) => {
    const batches = await parksToSample(tx)
    const batch = batches.find(({ batchId }) => batchId === body.batchId)
    if (!batch) throw notFound({ zh: '批次', en: 'batch' })
    if (body.parkIds.some((one) => !batch.parks.some(({ parkId }) => parkId === one)))
      throw notFound({ zh: '园区', en: 'park' })
    const frameSize = policy.isPeriod(body) ? (await servicesNow(tx, body)).length : null
    const refusal = policy.proposePlan(body, frameSize)
    if (refusal) throw refusal
    const { scope } = actor
    const plan = { ...body, parkIds: [...new Set(body.parkIds)], states: [...new Set(body.states)] }
    const planId = newId()
    await insertPlan(tx, {
      ...plan,
      id: planId,
      countyId: actor.unitId,
      weights: JSON.stringify(plan.weights),
      preparedBy: actor.accountId,
      preparedAt: now,
      scope,
    })
    record('sampling.proposed', { subject: planId, scope, clause: policy.samplingClause, after: plan })
    return { planId }
  },
)
