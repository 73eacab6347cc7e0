import type { Park } from '../../database/demo/programme.ts'
import * as tables from '../../src/features/tables/contract.ts'
import { acceptedTable, halfYearlyBatch, halfYearlyPilot } from '../support/half-yearly.ts'
import { type Making, sample } from './sample.ts'
import type { Side } from './two-counties.ts'

const period = '2026H1'
const batches = new Map<string, Promise<string>>()
const accepted = new Map<string, Promise<{ batchId: string; pilot: Park; filingId: string }>>()

/** The park of a side as a pilot of a half-yearly batch of that name, its table accepted; made once. */
function halfYearly({ world, county, park }: Side, name: string) {
  const batch = batches.get(name) ?? halfYearlyBatch(world, name)
  batches.set(name, batch)
  const key = `${name} ${county}`
  const made = accepted.get(key) ?? make(batch)
  accepted.set(key, made)
  return made

  async function make(of: Promise<string>) {
    const batchId = await of
    const pilot = await halfYearlyPilot(world, batchId, park, county)
    // Filed while it could be; by the day of these tests it is locked.
    const today = world.now.toISOString()
    world.setClock('2026-08-03')
    const filingId = await acceptedTable(world, pilot, period, county)
    world.setClock(today)
    return { batchId, pilot, filingId }
  }
}

const search = ({ batchId, countyId }: Side) => ({ batchId, period: '2026Q2', countyId })

export const tableSamples: readonly Making[] = [
  sample(tables.showTables, (side) => ({ search: search(side), scope: side.countyScope })),
  sample(tables.tablesWorkbook, (side) => ({ search: search(side), scope: side.countyScope })),
  sample(tables.recordTables, async (side) => {
    const { batchId } = await halfYearly(side, '第三批汇总')
    return { body: { batchId, period, countyId: side.countyId, recordNo: '备1号' }, scope: side.countyScope }
  }),
  sample(tables.recordTable, async (side) => {
    const { pilot, filingId } = await halfYearly(side, '第三批')
    return { params: { filingId }, body: { recordNo: '备2号' }, scope: pilot.scope }
  }),
]
