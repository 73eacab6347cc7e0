import { createHash } from 'node:crypto'
import { command } from '../../../platform/command.ts'
import { drawFrom, type FrameRow, frameHash } from '../../../policy/oversight/sampling.ts'
import * as policy from '../../../policy/oversight/sampling-plans.ts'
import { isRefusal } from '../../../shared/refusal.ts'
import * as contract from './contract.ts'
import { countItems, insertDraw, insertFrame, insertItems, lockPlan, placeOf, saveStep, servicesNow } from './store.ts'
import { weightsOf } from './views.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** The frame is frozen as it stands now, and the sample drawn from it by the seed of plan and approvals, once (G5.2). */
export const drawSample = command(contract.drawSample, async ({ params }, { tx, actor, now, record }) => {
  const plan = await lockPlan(tx, params.planId)
  const seed = policy.drawPlan(plan)
  if (isRefusal(seed)) throw seed
  const { id: planId, scope, method, size } = plan
  const weights = weightsOf(plan.weights)
  const services = (await servicesNow(tx, plan)).map((service) => ({
    ...service,
    weight: policy.weightOf(service, weights),
  }))
  const frame: FrameRow[] = services
  const drawn = drawFrom(frame, { method, size, seed }, sha256)
  const refusal = policy.nothingToDraw(drawn.length)
  if (refusal) throw refusal
  const hash = frameHash(frame, sha256)
  await insertFrame(
    tx,
    services.map(({ no, serviceId, park, kind, enterprise, priceFen, weight }) => ({
      ...{ planId, no, serviceId, parkName: park, serviceKind: kind, enterpriseName: enterprise, priceFen, weight },
      scope,
    })),
  )
  const by = { addedBy: actor.accountId, addedAt: now, scope }
  await insertItems(
    tx,
    drawn.map(({ id, certain }) => ({
      planId,
      no: id,
      how: certain ? ('certain' as const) : ('drawn' as const),
      ...by,
    })),
  )
  const draw = { effectiveSeed: seed, frameHash: hash, frameSize: frame.length, drawn: drawn.length }
  await insertDraw(tx, { planId, ...draw, drawnBy: actor.accountId, drawnAt: now, scope })
  await saveStep(tx, planId, { state: 'drawn' })
  record('sampling.drawn', {
    subject: planId,
    scope,
    clause: policy.samplingClause,
    before: { state: plan.state },
    after: { state: 'drawn', ...draw, services: drawn.map(({ id }) => id) },
  })
  return { drawn: drawn.length, hash }
})

/** A service of the frame that chance did not choose: it stands in the sample as chosen by hand, with the reason. */
export const addToSample = command(contract.addToSample, async ({ params, body }, { tx, actor, now, record }) => {
  const plan = await lockPlan(tx, params.planId)
  const { no } = body
  const refusal = policy.addByHand(plan, body, await placeOf(tx, plan.id, no))
  if (refusal) throw refusal
  const { id: planId, scope } = plan
  const added = { no, how: 'by-hand', reason: body.reason.trim() } as const
  await insertItems(tx, [{ planId, ...added, addedBy: actor.accountId, addedAt: now, scope }])
  record('sampling.added', { subject: planId, scope, clause: policy.samplingClause, after: added })
  return { items: await countItems(tx, planId) }
})
