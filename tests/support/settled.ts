import { agree, finalOne, reportFinal, toldEvaluation } from '../../database/demo/evaluations.ts'
import {
  approve,
  type County,
  demoCounty,
  draftPlan,
  openPark,
  type Park,
  submitPlan,
} from '../../database/demo/programme.ts'
import { samplePlan } from '../../database/demo/sample-plan.ts'
import * as closing from '../../src/features/oversight/close-out/contract.ts'
import { receive, recommend, release } from './funded.ts'
import { payFor } from './paid.ts'
import { acceptReturn, openReturn, submitReturn } from './returns.ts'
import { serviceAt } from './services.ts'
import type { World } from './world.ts'

/** Each quarter whose table the pilot owes, with the day on which it is filed. */
const quarters: readonly (readonly [quarter: string, on: string])[] = [
  ['2026Q2', '2026-07-06'],
  ['2026Q3', '2026-10-09'],
  ['2026Q4', '2027-01-06'],
  ['2027Q1', '2027-04-06'],
  ['2027Q2', '2027-07-06'],
  ['2027Q3', '2027-10-11'],
  ['2027Q4', '2028-01-06'],
]

/** The day after the days of grace of the pilot. */
export const settledOn = '2028-04-10'

type Settled = County & { readonly park: Park; readonly serviceIds: readonly string[] }

/**
 * A pilot of the batch of 2026 whose two years are over: three services, delivered, paid out of the one tranche to the last fen and
 * closed; every table filed and accepted; evaluated by the province. Nothing is open any more; the clock stands behind the days of grace.
 */
export function settledPilot(world: World): Promise<Settled> {
  return world.once('settled', settle)
}

const awardFen = 10_000_000
const kinds = ['system-certification', 'standardisation', 'talent'] as const

async function settle(world: World): Promise<Settled> {
  const county = await demoCounty(world)
  const park = await openPark(world, county.batchId, county.countyId, '嘉善善结试点园', 71, awardFen)
  await draftPlan(world, park, samplePlan(park.name, { awardFen }))
  await submitPlan(world, park)
  for (const bureau of ['经信局', '财政局']) await approve(world, park, `嘉善县${bureau}·经办`)
  await recommend(world, park, 1)
  await release(world, park, 1)
  await receive(world, park, 1)
  world.setClock('2026-05-20')
  const serviceIds: string[] = []
  for (const kind of kinds) {
    const priceFen = awardFen / 10 + 200_000
    const serviceId = await serviceAt(world, park, 'confirmed', { complete: true, kind, priceFen })
    await payFor(world, park, serviceId)
    serviceIds.push(serviceId)
  }
  for (const [quarter, on] of quarters) {
    world.setClock(on)
    const filingId = await openReturn(world, park, quarter)
    await submitReturn(world, park, filingId)
    await acceptReturn(world, filingId)
  }
  world.setClock(settledOn)
  await agree(world, park, await toldEvaluation(world, park, finalOne, '2027-12-31'))
  await reportFinal(world, park)
  return { ...county, park, serviceIds }
}

export async function closeOutOf(world: World, { pilotId }: Pick<Park, 'pilotId'>, who = '嘉善县经信局·经办') {
  return (await world.as(who)).done(closing.showCloseOut, { params: { pilotId } })
}

/** Proposed, confirmed and put on record, each by the bureau whose turn it is; returns the id of the close-out. */
export async function closePilot(world: World, park: Pick<Park, 'pilotId'>): Promise<string> {
  const { pilotId } = park
  const economy = await world.as('嘉善县经信局·经办')
  const body = { remark: '任务完成，资金结清' }
  const { closeOutId } = await economy.done(closing.proposeCloseOut, { params: { pilotId }, body })
  const params = { closeOutId }
  await (await world.as('嘉善县财政局·经办')).done(closing.confirmCloseOut, { params })
  await (await world.as('省经信厅·处室')).done(closing.recordCloseOut, { params })
  return closeOutId
}
