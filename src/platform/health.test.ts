import { expect, it } from 'vitest'
import { healthLimits, healthOf, type Seen } from './health.ts'

const now = new Date('2026-04-01T09:00:00+08:00')
const after = (milliseconds: number) => new Date(now.getTime() + milliseconds)
const well: Seen = {
  database: { at: now, onlyReads: false, lastEventAt: after(-1), oldestJobAt: null, failedJobs: 0, damagedFiles: 0 },
  freeBytes: healthLimits.freeBytes,
  filesAnswer: true,
  stopping: false,
  now,
}
const database = (change: Partial<NonNullable<Seen['database']>>): Seen => ({
  ...well,
  database: {
    at: now,
    onlyReads: false,
    lastEventAt: null,
    oldestJobAt: null,
    failedJobs: null,
    damagedFiles: 0,
    ...change,
  },
})

it.each<[string, Seen, ReturnType<typeof healthOf>]>([
  ['all is well', well, { status: 'ready', because: [] }],
  ['an empty database', database({}), { status: 'ready', because: [] }],
  ['no database', { ...well, database: null }, { status: 'not-ready', because: ['database'] }],
  ['a database that only reads', database({ onlyReads: true }), { status: 'degraded', because: ['database'] }],
  ['a byte too few', { ...well, freeBytes: healthLimits.freeBytes - 1 }, { status: 'degraded', because: ['disk'] }],
  ['no disk', { ...well, freeBytes: null }, { status: 'degraded', because: ['disk'] }],
  ['a damaged file', database({ damagedFiles: 1 }), { status: 'degraded', because: ['files'] }],
  ['a store that does not answer', { ...well, filesAnswer: false }, { status: 'degraded', because: ['files'] }],
  ['a failed job', database({ failedJobs: 1 }), { status: 'degraded', because: ['jobs'] }],
  ['a job just in time', database({ oldestJobAt: after(-healthLimits.jobWaits) }), { status: 'ready', because: [] }],
  [
    'a job too late',
    database({ oldestJobAt: after(-healthLimits.jobWaits - 1) }),
    { status: 'degraded', because: ['jobs'] },
  ],
  ['a clock ahead', database({ at: after(-healthLimits.clocksApart - 1) }), { status: 'degraded', because: ['clock'] }],
  ['a clock behind', database({ at: after(healthLimits.clocksApart + 1) }), { status: 'degraded', because: ['clock'] }],
  [
    'a clock put back',
    database({ lastEventAt: after(healthLimits.clocksApart + 1) }),
    { status: 'degraded', because: ['clock'] },
  ],
  ['told to end', { ...well, stopping: true }, { status: 'not-ready', because: ['stopping'] }],
  ['two at once', { ...database({ failedJobs: 2 }), freeBytes: 0 }, { status: 'degraded', because: ['disk', 'jobs'] }],
])('%s', (_, seen, health) => {
  expect(healthOf(seen)).toEqual(health)
})
