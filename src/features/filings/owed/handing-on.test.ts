import { afterAll, beforeAll, expect, it } from 'vitest'
import { writeSections } from '../../../../database/demo/course.ts'
import { approvedPilot, type Park } from '../../../../database/demo/programme.ts'
import { approveAs, reported, speakers, submit } from '../../../../tests/support/matters.ts'
import { managerOf } from '../../../../tests/support/services.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as calendar from '../../oversight/calendar/contract.ts'
import * as guide from '../../oversight/guide/contract.ts'
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
