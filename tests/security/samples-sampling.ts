import * as sampling from '../../src/features/oversight/sampling/contract.ts'
import { serviceAt } from '../support/services.ts'
import { type Making, sample } from './sample.ts'
import type { Side } from './side.ts'

const plan = ({ batchId, world }: Side) => ({
  batchId,
  purpose: '服务抽查',
  method: 'stratified' as const,
  size: 1,
  seed: '2026-Q4',
  parkIds: [],
  openedFrom: '2026-01-01',
  openedTo: `${world.now.getUTCFullYear()}-12-31`,
  states: [],
  countedOnly: false,
  weights: { fewCandidates: 0, disputed: 0, dayCorrected: 0 },
})

const as = (side: Side, bureau: '经信局' | '财政局') => side.world.as(`${side.county}${bureau}·经办`)

/** A plan of the county of a side that waits for both bureaus; its park has two services at least. */
async function proposed(side: Side) {
  await serviceAt(side.world, side.park, 'needed')
  await serviceAt(side.world, side.park, 'needed')
  return (await as(side, '经信局')).done(sampling.proposeSamplingPlan, { body: plan(side) })
}

async function approved(side: Side) {
  const params = await proposed(side)
  for (const bureau of ['经信局', '财政局'] as const)
    await (await as(side, bureau)).done(sampling.approveSamplingPlan, { params })
  return params
}

/** A sample that was drawn. */
async function drawn(side: Side) {
  const params = await approved(side)
  await (await as(side, '经信局')).done(sampling.drawSample, { params })
  return params
}

/** A service of the frame that is not in the sample. */
async function leftOut({ world }: Side, planId: string): Promise<string> {
  const [found] = await world.sql<{ no: string }>(
    `select no from sampling_frame_rows r
      where plan_id = $1 and not exists (select from sampling_items i where i.plan_id = r.plan_id and i.no = r.no) order by no limit 1`,
    [planId],
  )
  return found?.no ?? ''
}

export async function playSample(side: Side): Promise<void> {
  await drawn(side)
}

export const samplingSamples: readonly Making[] = [
  sample(sampling.listSamplingPlans, () => ({ scope: null })),
  sample(sampling.samplingChoices, () => ({ scope: null })),
  sample(sampling.proposeSamplingPlan, async (side) => {
    await serviceAt(side.world, side.park, 'needed')
    return { body: { ...plan(side), parkIds: [side.park.parkId] }, scope: side.park.scope }
  }),
  sample(sampling.showSamplingPlan, async (side) => ({ params: await drawn(side), scope: side.countyScope })),
  sample(sampling.approveSamplingPlan, async (side) => ({ params: await proposed(side), scope: side.countyScope })),
  sample(sampling.withdrawSamplingPlan, async (side) => ({
    params: await proposed(side),
    body: { reason: '范围填写有误' },
    scope: side.countyScope,
  })),
  sample(sampling.drawSample, async (side) => ({ params: await approved(side), scope: side.countyScope })),
  sample(sampling.addToSample, async (side) => {
    const params = await drawn(side)
    const body = { no: await leftOut(side, params.planId), reason: '补充核查价格' }
    return { params, body, scope: side.countyScope }
  }),
  sample(sampling.samplingFrame, async (side) => ({ params: await drawn(side), scope: side.countyScope })),
  sample(sampling.samplingWord, async (side) => ({ params: await drawn(side), scope: side.countyScope })),
]
