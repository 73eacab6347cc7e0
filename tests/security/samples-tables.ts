import type { Park } from '../../database/demo/programme.ts'
import * as acts from '../../src/features/filings/course/act-contract.ts'
import * as tables from '../../src/features/filings/tables/contract.ts'
import { acceptedTable, halfYearlyBatch, halfYearlyPilot } from '../support/half-yearly.ts'
import { oncePerWorld } from './once-per-world.ts'
import { type Making, sample } from './sample.ts'
import type { Side } from './side.ts'

const period = '2026H1'
type Table = { batchId: string; pilot: Park; filingId: string }
const batches = oncePerWorld<string>()
const accepted = oncePerWorld<Table>()

/** The park of a side as a pilot of a half-yearly batch of that name, its table accepted; made once. */
function halfYearly({ world, county, park }: Side, name: string) {
  return accepted(world, `${name} ${county}`, async () => {
    // Admitted while the half-year ran, filed while it could be; by the day of these tests it is locked.
    const today = world.now.toISOString()
    world.setClock('2026-06-01')
    const batchId = await batches(world, name, () => halfYearlyBatch(world, name))
    const pilot = await halfYearlyPilot(world, batchId, park, county)
    world.setClock('2026-08-03')
    const filingId = await acceptedTable(world, pilot, period, county)
    world.setClock(today)
    return { batchId, pilot, filingId }
  })
}

const search = ({ batchId, countyId }: Side) => ({ batchId, period: '2026Q2', countyId })

export const tableSamples: readonly Making[] = [
  sample(tables.showTables, (side) => ({ search: search(side), scope: side.countyScope })),
  sample(tables.tablesWorkbook, (side) => ({ search: search(side), scope: side.countyScope })),
  sample(tables.recordTables, async (side) => {
    const { batchId } = await halfYearly(side, '第三批汇总')
    return { body: { batchId, period, countyId: side.countyId, recordNo: '备1号' }, scope: side.countyScope }
  }),
  sample(
    acts.recordFiling,
    async (side) => {
      const { pilot, filingId } = await halfYearly(side, '第三批')
      return { params: { filingId }, body: { versionNo: 1, recordNo: '备2号' }, scope: pilot.scope }
    },
    'table',
  ),
]
