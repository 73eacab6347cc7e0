import * as calendar from '../../src/features/oversight/calendar/contract.ts'
import * as feeds from '../../src/features/oversight/calendar/feed-contract.ts'
import * as restDay from '../../src/features/oversight/rest-days/contract.ts'
import { type Making, sample } from './sample.ts'
import type { Side } from './side.ts'

async function feedOf({ world, park }: Side): Promise<string> {
  const { path } = await (await world.as(`${park.name}·负责人`)).done(feeds.renewFeed)
  return /([^/]+)\.ics$/.exec(path)?.[1] ?? ''
}

const restDays = {
  year: 2031,
  source: '国办发明电〔2030〕1号',
  publishedOn: '2026-03-01',
  days: [{ day: '2031-01-01', kind: 'rest' as const, name: '元旦' }],
}

export const calendarSamples: readonly Making[] = [
  sample(restDay.listRestDays, () => ({ scope: null })),
  sample(restDay.previewRestDays, () => ({ body: restDays, scope: null })),
  sample(restDay.announceRestDays, () => ({ body: restDays, scope: null })),
  sample(restDay.readRestDays, () => ({
    upload: { name: '放假安排.csv', content: Buffer.from('日期,休/班,节日\n2031-01-01,休,元旦\n') },
    scope: null,
  })),
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
      reason: '补报材料',
    },
    scope: countyScope,
  })),
  sample(feeds.showFeed, () => ({ scope: null })),
  sample(feeds.renewFeed, () => ({ scope: null })),
  sample(feeds.revokeFeed, () => ({ scope: null })),
  sample(feeds.readFeed, async (side) => ({ params: { token: await feedOf(side) }, scope: null })),
]
