import { afterAll, beforeAll, expect, it } from 'vitest'
import { writeSections } from '../../../../database/demo/course.ts'
import { approvedPilot, type Park } from '../../../../database/demo/programme.ts'
import { approveAs, reported, speakers, submit } from '../../../../tests/support/matters.ts'
import { managerOf } from '../../../../tests/support/services.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as calendar from '../../oversight/calendar/contract.ts'
import * as guide from '../../oversight/guide/contract.ts'
import * as inbox from '../../oversight/inbox/contract.ts'
import * as restDays from '../../oversight/rest-days/contract.ts'
import * as acts from '../course/act-contract.ts'
import * as course from '../course/contract.ts'
import * as matters from '../matter/contract.ts'

let world: World
let park: Park
let filingId: string
beforeAll(async () => {
  world = await startWorld()
  park = (await approvedPilot(world)).park
  world.setClock('2026-06-01T09:00:00+08:00')
  filingId = await reported(world, park, 'safety-accident')
  await submit(world, park, filingId)
})
afterAll(() => world.stop())

/** The county's own duty as each of its surfaces tells it. */
async function seen(name = '省经信厅·处室') {
  const client = await world.as(name)
  const { duties } = await client.done(calendar.listCalendar, { search: { kind: 'major-matter', owner: 'county' } })
  const { totals, byKind } = await client.done(calendar.showLateness, { search: { kind: 'major-matter' } })
  const { days } = await client.done(calendar.showMonth, { search: { kind: 'major-matter', month: '2026-06' } })
  const { clauses } = await client.done(guide.showGuide)
  const pilots = clauses.find(({ clause }) => clause === 'G5.5')?.pilots ?? []
  return {
    duties: duties.map(({ unitName, dueOn, filedOn, standing: { state } }) => [unitName, dueOn, filedOn, state]),
    rates: [totals.owed, totals.late, totals.overdue],
    byKind: byKind.map(({ title, owner, owed }) => [title.zh, owner, owed]),
    month: days.flatMap(({ groups }) => groups.map(({ title, unitName }) => `${unitName} ${title.zh}`)),
    guide: pilots.find(({ pilotId }) => pilotId === park.pilotId)?.state,
  }
}

it('is the county’s own in calendar, month and rates, and no park’s (G5.5)', async () => {
  expect(await seen()).toMatchObject({
    duties: [['嘉善县', '2026-06-04', null, 'due']],
    rates: [0, 0, 0],
    month: [`${park.name} 重大事项报告`, '嘉善县 重大事项报告县级上报'],
  })
  expect((await seen(managerOf(park))).duties).toEqual([])
})

it('stays overdue though it is returned and filed again, and late once it is handed on', async () => {
  world.setClock('2026-06-10')
  const overdue = { duties: [['嘉善县', '2026-06-04', null, 'overdue']], rates: [2, 0, 1], guide: 'missed' }
  expect(await seen()).toMatchObject(overdue)
  const finance = await world.as(speakers[0])
  const marks = [{ section: 'report', reason: '经过写得不清楚' }]
  await finance.done(acts.giveOpinion, { params: { filingId }, body: { verdict: 'return', versionNo: 1, marks } })
  expect(await seen()).toMatchObject(overdue)

  world.setClock('2026-06-12')
  const client = await world.as(managerOf(park))
  const { sections } = await client.done(course.showFiling, { params: { filingId } })
  const report = sections.find(({ section }) => section === 'report')?.content as object
  await writeSections(client, filingId, { report: { ...report, course: '补充了事情的经过' } })
  await submit(world, park, filingId)
  expect(await seen()).toMatchObject(overdue)
  const { clock } = await (await world.as(speakers[0])).done(matters.showMatter, { params: { filingId } })
  expect(clock).toMatchObject({ passOnBy: '2026-06-04', passedOn: 'overdue' })

  for (const name of [speakers[0], speakers[1]]) await approveAs(world, name, filingId)
  expect(await seen()).toMatchObject({
    duties: [['嘉善县', '2026-06-04', '2026-06-12', 'late']],
    rates: [2, 1, 0],
    byKind: [
      ['重大事项报告', 'pilot', 1],
      ['重大事项报告县级上报', 'county', 1],
    ],
  })
})

it('moves with a list of rest days while it is open, which is told before and after; what is over is not judged again', async () => {
  world.setClock('2026-06-15T09:00:00+08:00')
  const open = await reported(world, park, 'fund-irregularity')
  await submit(world, park, open)
  const admin = await world.administrator()
  const { lists } = await admin.done(restDays.listRestDays)
  const days = lists.find(({ year, counts }) => year === 2026 && counts)?.days ?? []
  const off = ['2026-06-02', '2026-06-17'].map((day) => ({ day, kind: 'rest' as const, name: '测试' }))
  const source = { source: '国办发明电〔2026〕9号', publishedOn: '2026-06-14' }
  const list = { year: 2026, days: [...days, ...off], ...source }
  const told = [{ what: 'handing-on', from: '2026-06-18', to: '2026-06-22', units: ['嘉善县'] }]
  const handedOn = ({ moves }: { moves: restDays.RecentMoves[number]['moves'] }) =>
    moves.filter(({ what }) => what === 'handing-on')
  expect(handedOn(await admin.done(restDays.previewRestDays, { body: list }))).toMatchObject(told)
  expect(handedOn(await admin.done(restDays.announceRestDays, { body: list }))).toMatchObject(told)
  expect((await seen()).duties).toEqual([
    ['嘉善县', '2026-06-22', null, 'due'],
    ['嘉善县', '2026-06-04', '2026-06-12', 'late'],
  ])
  const { moved } = await (await world.as(speakers[0])).done(calendar.showMonth)
  expect(moved.flatMap(handedOn)).toMatchObject(told)
})

it('begins anew with what the province sent back: its day in clock and inbox, the lateness on record', async () => {
  const province = await world.as(speakers[2])
  const marks = [{ section: 'report', reason: '处置情况写得不清楚' }]
  await province.done(acts.giveOpinion, { params: { filingId }, body: { verdict: 'return', versionNo: 2, marks } })
  const client = await world.as(managerOf(park))
  const { sections } = await client.done(course.showFiling, { params: { filingId } })
  const report = sections.find(({ section }) => section === 'report')?.content as object
  await writeSections(client, filingId, { report: { ...report, course: '又补充了事情的处置' } })
  await submit(world, park, filingId)
  const finance = await world.as(speakers[0])
  const { clock } = await finance.done(matters.showMatter, { params: { filingId } })
  expect(clock).toMatchObject({ passOnBy: '2026-06-04', passedOn: 'late', openBy: '2026-06-22' })
  const { mine } = await finance.done(inbox.showInbox)
  const due = mine.tasks.filter(({ href }) => href === `/matters/${filingId}`).map(({ dueOn }) => dueOn)
  expect(due).toEqual(['2026-06-22'])
  expect((await seen()).duties.map(([, day, , state]) => [day, state])).toEqual([
    ['2026-06-22', 'due'],
    ['2026-06-04', 'late'],
  ])
})
