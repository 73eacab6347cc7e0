import * as calendar from '../../src/features/oversight/calendar/contract.ts'
import { type Making, sample } from './sample.ts'
import type { Side } from './side.ts'

async function feedOf({ world, park }: Side): Promise<string> {
  const { path } = await (await world.as(`${park.name}·负责人`)).done(calendar.renewFeed)
  return /([^/]+)\.ics$/.exec(path)?.[1] ?? ''
}

export const calendarSamples: readonly Making[] = [
  sample(calendar.listCalendar, ({ countyId, countyScope }) => ({ search: { unitId: countyId }, scope: countyScope })),
  sample(calendar.showMonth, ({ park }) => ({ search: { unitId: park.parkId }, scope: park.scope })),
  sample(calendar.showLateness, ({ countyId, countyScope }) => ({ search: { unitId: countyId }, scope: countyScope })),
  sample(calendar.listExceptions, ({ batchId }) => ({ search: { batchId }, scope: null })),
  // Locked by now, and the province's to open.
  sample(calendar.grantException, ({ batchId, countyId, countyScope }) => ({
    body: {
      batchId,
      unitId: countyId,
      kind: 'half-year-summary',
      period: '2026H1',
      until: '2026-11-01',
      reason: '补报',
    },
    scope: countyScope,
  })),
  sample(calendar.showFeed, () => ({ scope: null })),
  sample(calendar.renewFeed, () => ({ scope: null })),
  sample(calendar.revokeFeed, () => ({ scope: null })),
  sample(calendar.readFeed, async (side) => ({ params: { token: await feedOf(side) }, scope: null })),
]
