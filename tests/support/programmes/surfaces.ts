import * as course from '../../../src/features/filings/course/contract.ts'
import * as matters from '../../../src/features/filings/matter/contract.ts'
import * as returns from '../../../src/features/filings/return/contract.ts'
import * as calendar from '../../../src/features/oversight/calendar/contract.ts'
import * as feeds from '../../../src/features/oversight/calendar/feed-contract.ts'
import * as inbox from '../../../src/features/oversight/inbox/contract.ts'
import type { StandingState } from '../../../src/policy/calendar/deadlines.ts'
import { obligationOf } from '../../../src/policy/editions/edition.ts'
import { filingTitle } from '../../../src/policy/filings/filing-title.ts'
import { addDays, dayOf } from '../../../src/shared/dates.ts'
import { countyTable, merged, officers } from './county-surfaces.ts'
import type { Seen, Surface } from './look.ts'
import { type Expected, handingOnKey, keyOf } from './model.ts'

const unfiledKinds: readonly string[] = ['mid-term-evaluation', 'final-evaluation']
const isFilingKind = ({ kind, handsOn }: Expected) => !unfiledKinds.includes(kind) && !handsOn

const list: Surface = {
  name: 'the calendar’s list',
  see: async ({ client, model }) => {
    const seen = new Map<string, Seen>()
    for (const { batchId } of model.batches) {
      const { duties } = await client.done(calendar.listCalendar, { search: { batchId, pageSize: 200 } })
      for (const duty of duties) {
        const { dueOn, standing, filedOn } = duty
        const key = duty.handsOn ? handingOnKey({ ...duty, ...duty.handsOn }) : keyOf(duty)
        seen.set(key, { dueOn, state: standing.state, days: standing.days, isFiled: filedOn !== null })
      }
    }
    return seen
  },
  shows: () => true,
}

const filings: Surface = {
  name: 'the list of filings',
  see: async ({ client, model }) => {
    const seen = new Map<string, Seen>()
    for (const { batchId } of model.batches) {
      const { filings: rows } = await client.done(course.listFilings, { search: { batchId, pageSize: 200 } })
      for (const { dueOn, standing, filedOn, ...row } of rows)
        seen.set(keyOf(row), { dueOn, state: standing.state, days: standing.days, isFiled: filedOn !== null })
    }
    return seen
  },
  shows: (duty, { now }) =>
    isFilingKind(duty) && (duty.filing !== null || duty.period === '' || duty.opensOn <= dayOf(now)),
}

const page: Surface = {
  name: 'the page of the filing, which the pilot’s home shows too',
  see: async ({ client, owed }) => {
    const seen = new Map<string, Seen>()
    for (const { key, filing, handsOn } of owed) {
      if (!filing || handsOn) continue
      const { dueOn, standing } = await client.done(course.showFiling, { params: { filingId: filing.filingId } })
      const { state, days } = standing
      seen.set(key, { dueOn, state, days })
    }
    return seen
  },
  shows: ({ filing, handsOn }) => filing !== null && !handsOn,
}

const ownTask = ['filing.open', 'filing.write', 'filing.unlock']
const tasks: Surface = {
  name: 'the inbox',
  see: async ({ client, owed, model }) => {
    // Of one list the hundred most urgent are shown at once.
    const all: inbox.TaskView[] = []
    for (const { name: batch } of model.batches) {
      const { mine, team, waiting } = await client.done(inbox.showInbox, { search: { batch } })
      for (const { tasks: some } of [mine, team, waiting])
        all.push(...some.filter(({ task }) => ownTask.includes(task)))
    }
    const seen = new Map<string, Seen>()
    for (const duty of owed.filter(({ handsOn }) => !handsOn)) {
      const { batch, unitName, kind, period } = duty
      const title = filingTitle(obligationOf(batch.edition, kind), period).zh
      const about = (one: (typeof all)[number]) => one.about.zh.split(' · ')[0] === title
      const [task] = all.filter((one) => about(one) && one.batchName === batch.name && one.parkName === unitName)
      if (task) seen.set(duty.key, { dueOn: task.dueOn ?? '', isOver: task.isOverdue })
    }
    return seen
  },
  shows: ({ filing, handsOn, state }) =>
    filing?.state === 'draft' && !handsOn && state !== 'on-time' && state !== 'late',
}

/** What waits for a bureau of the county bears the day by which the county hands it on. */
const countyTasks: Surface = {
  name: 'the inbox of the county that hands on',
  see: async ({ client, owed, model, reader }) => {
    const seen = new Map<string, Seen>()
    if (reader.kind !== 'county') return seen
    for (const { name: batch } of model.batches) {
      const { mine, team, waiting } = await client.done(inbox.showInbox, { search: { batch, kind: 'filing' } })
      for (const { href, task, dueOn, isOverdue: isOver } of [mine, team, waiting].flatMap(({ tasks: some }) => some)) {
        const duty = owed.find(({ handsOn, filing }) => handsOn && href === `/matters/${filing?.filingId}`)
        if (duty && task.startsWith('filing.review-county-')) seen.set(duty.key, { openBy: dueOn, isOver })
      }
    }
    return seen
  },
  shows: ({ openBy }, { reader }) => reader.kind === 'county' && Boolean(openBy),
}

const feedKey = /^UID:(.{36})-([a-z-]+?)-(once|\d{4}(?:[MQH]\d+|-\d{3}))-(?:on-(.{36})-)?own-(.{36})@/
const feed: Surface = {
  name: 'the calendar feed',
  see: async ({ world, client, model }) => {
    const { path } = await client.done(feeds.renewFeed)
    const { body } = await world.http.inject({ method: 'GET', url: path })
    const seen = new Map<string, Seen>()
    for (const event of body.replaceAll('\r\n ', '').split('BEGIN:VEVENT').slice(1)) {
      const lines = event.split('\r\n')
      const line = (name: string) => lines.find((one) => one.startsWith(name)) ?? ''
      const [, batchId = '', kind = '', no = '', pilotId, unitId = ''] = feedKey.exec(line('UID')) ?? []
      if (!model.batches.some((batch) => batch.batchId === batchId)) continue
      const dueOn = (/(\d{4})(\d\d)(\d\d)$/.exec(line('DTSTART')) ?? []).slice(1).join('-')
      const isFiled = !line('DESCRIPTION').includes('尚未报送')
      const of = { batchId, kind, unitId, period: no === 'once' ? '' : no }
      seen.set(pilotId ? handingOnKey({ ...of, pilotId }) : keyOf(of), { dueOn, isFiled })
    }
    return seen
  },
  shows: ({ unitId, dueOn }, { reader, now }) => unitId === reader.unitId && dueOn >= addDays(dayOf(now), -90),
}

const ownTables: Surface = {
  name: 'the list of a park’s tables',
  see: async ({ client, model, reader }) => {
    const seen = new Map<string, Seen>()
    for (const { parkId: unitId, pilotId, batch } of model.parks) {
      if (reader.kind === 'park' && unitId !== reader.unitId) continue
      const { periods } = await client.done(returns.listReturns, { params: { pilotId } })
      for (const { period, dueOn, standing } of periods) {
        const { state, days } = standing
        seen.set(keyOf({ batchId: batch.batchId, unitId, kind: 'target-table', period }), { dueOn, state, days })
      }
    }
    return seen
  },
  shows: ({ kind }) => kind === 'target-table',
}

const clocks: Readonly<Record<string, readonly StandingState[]>> = {
  'on-time': ['on-time'],
  late: ['late'],
  running: ['due'],
  overdue: ['overdue'],
}
const matterList: Surface = {
  name: 'the list of major matters and the page of each',
  see: async ({ client, model, owed, reader }) => {
    const seen = new Map<string, Seen>()
    for (const { pilotId, parkId: unitId, batch } of model.parks) {
      if (reader.kind === 'park' && unitId !== reader.unitId) continue
      const { matters: rows } = await client.done(matters.listPilotMatters, { params: { pilotId } })
      for (const { no: period, filingId, clock } of rows) {
        const of = await client.done(matters.showMatter, { params: { filingId } })
        const key = keyOf({ batchId: batch.batchId, unitId, kind: 'major-matter', period })
        const [state] = of.clock.reported === clock.reported ? (clocks[clock.reported] ?? []) : []
        const [isFiled, isOver] = [
          clock.reported === 'on-time' || clock.reported === 'late',
          clock.reported === 'overdue',
        ]
        const known = owed.find((one) => one.key === key)
        seen.set(key, { dueOn: dayOf(new Date(clock.reportBy)), isFiled, isOver, ...(known && state ? { state } : {}) })
        // A park sees how its county stands with it, though it is no duty of its own.
        const { passOnBy, passedOn, openBy } = of.clock
        if (reader.kind === 'park' || passOnBy === null || passedOn === null) continue
        const [stands] = passedOn === clock.passedOn && passOnBy === clock.passOnBy ? (clocks[passedOn] ?? []) : []
        const handed = handingOnKey({ batchId: batch.batchId, ...model.county, kind: 'major-matter', period, pilotId })
        seen.set(handed, { dueOn: passOnBy, openBy, ...(stands ? { state: stands } : { days: Number.NaN }) })
      }
    }
    return seen
  },
  shows: ({ kind }) => kind === 'major-matter',
}

/** Every surface on which one duty can be read by itself. */
export const surfaces: readonly Surface[] = [
  list,
  filings,
  page,
  tasks,
  countyTasks,
  feed,
  ownTables,
  matterList,
  merged,
  officers,
  countyTable,
]
