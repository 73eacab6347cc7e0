import { approve, draftPlan, openPark, type Park, submitPlan } from '../../database/demo/programme.ts'
import { samplePlan } from '../../database/demo/sample-plan.ts'
import * as pilots from '../../src/features/programme/pilots/contract.ts'
import * as units from '../../src/features/programme/units/contract.ts'
import { zj2025 } from '../../src/policy/editions/data/zj-2025.ts'
import { nextNumber } from './numbers.ts'
import { acceptReturn, openReturn, submitReturn } from './returns.ts'
import type { World } from './world.ts'

const awardFen = 300_000_000

/** A batch of the edition of 2025, whose tables come every half-year. */
export async function halfYearlyBatch(world: World, name = '第三批', edition = zj2025.id): Promise<string> {
  const province = await world.as('省经信厅·处室')
  const body = { edition, firstYear: 2026, name }
  return (await province.done(pilots.createBatch, { body })).batchId
}

/** A park beside this one as a pilot of that batch, its plan approved by the bureaus of its county. */
export async function halfYearlyPilot(world: World, batchId: string, beside: Park, county = '嘉善县'): Promise<Park> {
  const province = await world.as('省经信厅·处室')
  const { units: counties } = await province.done(units.listUnits, { search: { kind: 'county' } })
  const parentId = counties.find(({ scope }) => beside.scope.startsWith(scope))?.unitId ?? ''
  const no = 100 + nextNumber()
  const pilot = await openPark(world, batchId, parentId, `${beside.name}·${no}`, no, awardFen)
  await draftPlan(world, pilot, samplePlan(pilot.name, { awardFen, edition: zj2025 }))
  await submitPlan(world, pilot)
  await approve(world, pilot, `${county}经信局·经办`)
  await approve(world, pilot, `${county}财政局·经办`)
  return pilot
}

/** The table of a half-year, submitted by the park and accepted by its county as reported; returns the filing's id. */
export async function acceptedTable(world: World, pilot: Park, period: string, county = '嘉善县'): Promise<string> {
  const filingId = await openReturn(world, pilot, period)
  await submitReturn(world, pilot, filingId)
  await acceptReturn(world, filingId, [], county)
  return filingId
}
