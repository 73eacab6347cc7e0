import { approve, draftPlan, openPark, type Park, submitPlan } from '../../database/demo/programme.ts'
import { samplePlan } from '../../database/demo/sample-plan.ts'
import * as closing from '../../src/features/oversight/close-out/contract.ts'
import * as standing from '../../src/features/oversight/standing/contract.ts'
import * as pilots from '../../src/features/programme/pilots/contract.ts'
import * as units from '../../src/features/programme/units/contract.ts'
import type { PlanContent } from '../../src/policy/plan/plan.ts'
import { nextNumber } from '../support/numbers.ts'
import type { World } from '../support/world.ts'
import { oncePerWorld } from './once-per-world.ts'
import type { Side } from './side.ts'
import { concludeFinal } from './steps-evaluations.ts'

const batches = oncePerWorld<string>()

/** A batch whose two years were over long ago. */
function earlierBatch(world: World): Promise<string> {
  return batches(world, 'earlier', async () => {
    const province = await world.as('省经信厅·处室')
    const [{ id } = { id: '' }] = await world.sql<{ id: string }>(`select id from batches where first_year = 2023`)
    if (id) return id
    const body = { edition: 'zj-2023', firstYear: 2023, name: '2023年批次' }
    return (await province.done(pilots.createBatch, { body })).batchId
  })
}

/** A pilot of an earlier batch of which nothing is open: its plan is approved, and nothing of it was paid or served. */
export async function overPilot({ world, county, countyId }: Side): Promise<Park> {
  const no = 400 + nextNumber()
  const awardFen = 10_000_000
  const park = await openPark(world, await earlierBatch(world), countyId, `${county}往期园${no}`, no, awardFen)
  await draftPlan(world, park, earlier(samplePlan(park.name, { awardFen })))
  await submitPlan(world, park)
  for (const bureau of ['经信局', '财政局']) await approve(world, park, `${county}${bureau}·经办`)
  await concludeFinal(world, park, '2024-12-31')
  return park
}

/** Standing service of a park that never had a pilot. */
export async function standingAt({ world, county, countyId }: Side) {
  const admin = await world.administrator()
  const body = { kind: 'park' as const, parentId: countyId, name: `${county}常态园${nextNumber()}` }
  const { unitId, scope } = await admin.done(units.registerUnit, { body })
  const economy = await world.as(`${county}经信局·经办`)
  const { pilotId } = await economy.done(standing.openStanding, { params: { parkId: unitId } })
  return { parkId: unitId, pilotId, scope }
}

/** The same plan three years before. */
function earlier(plan: PlanContent): PlanContent {
  return JSON.parse(JSON.stringify(plan).replace(/202[67](?=Q\d)/g, (year) => String(Number(year) - 3)))
}

/** The close-out of such a pilot, brought to a state. */
export async function closeOutAt(side: Side, to: 'proposed' | 'confirmed' | 'recorded') {
  const { world, county } = side
  const park = await overPilot(side)
  const economy = await world.as(`${county}经信局·经办`)
  const { pilotId } = park
  const body = { remark: `${park.name}资金结清` }
  const { closeOutId } = await economy.done(closing.proposeCloseOut, { params: { pilotId }, body })
  const params = { closeOutId }
  if (to !== 'proposed') await (await world.as(`${county}财政局·经办`)).done(closing.confirmCloseOut, { params })
  if (to === 'recorded') await (await world.as('省经信厅·处室')).done(closing.recordCloseOut, { params })
  return { pilotId, parkId: park.parkId, scope: park.scope, closeOutId }
}
