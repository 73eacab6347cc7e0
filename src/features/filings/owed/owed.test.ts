import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as stage from '../../../../database/demo/course.ts'
import { approvedPilot, type County, draftPlan, submitPlan } from '../../../../database/demo/programme.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import type { StandingState } from '../../../policy/calendar/deadlines.ts'
import { latenessOf } from '../../../policy/calendar/lateness.ts'
import { filingTitle } from '../../../policy/filings/filing-title.ts'
import { seatNames, seats } from '../../../policy/people/roles.ts'
import * as calendar from '../../oversight/calendar/contract.ts'
import * as guide from '../../oversight/guide/contract.ts'
import * as inbox from '../../oversight/inbox/contract.ts'
import * as acts from '../course/act-contract.ts'
import * as filings from '../course/contract.ts'
import * as returns from '../return/contract.ts'

const economy = '嘉善县经信局·经办'
const readers = [
  '嘉善归谷智造园·负责人',
  '嘉善大云精密园·负责人',
  economy,
  '嘉善县财政局·经办',
  '省经信厅·处室',
] as const

let world: World
let county: County
beforeAll(async () => {
  world = await startWorld()
  county = await approvedPilot(world)
  const { first, second } = county
  await draftPlan(world, second)
  await submitPlan(world, second)
  const client = await world.as(economy)
  await client.done(filings.openFiling, {
    body: { batchId: county.batchId, unitId: county.countyId, kind: 'liaison-list', period: '' },
  })
  world.setClock('2026-07-06')
  await stage.openOf(await world.as('嘉善归谷智造园·服务专员'), first, 'target-table', { period: '2026Q2' })
  await stage.openOf(await world.as(readers[0]), first, 'major-matter', {
    opening: { kind: 'safety-accident', occurredAt: '2026-07-05T08:30:00+08:00' },
  })
  world.setClock('2026-10-14')
})
afterAll(() => world.stop())

type Key = { batchId: string; unitId: string; kind: string; period: string }
const keyOf = ({ batchId, unitId, kind, period }: Key) => `${batchId} ${unitId} ${kind} ${period}`

async function seenBy(name: string) {
  const client = await world.as(name)
  const { duties, total } = await client.done(calendar.listCalendar, { search: { pageSize: 200 } })
  const { filings: rows } = await client.done(filings.listFilings)
  const { mine, team, waiting } = await client.done(inbox.showInbox)
  const tasks = [mine, team, waiting].flatMap((list) => list.tasks).filter(({ task }) => task.startsWith('filing.'))
  return { client, duties, total, rows, tasks }
}

type Task = Awaited<ReturnType<typeof seenBy>>['tasks'][number]
type Row = Awaited<ReturnType<typeof seenBy>>['rows'][number]

/** The tasks of the inbox about one row of the list of filings. */
function about({ name, period, unitName }: Row, tasks: readonly Task[]): Task[] {
  const { zh } = filingTitle(name, period)
  return tasks.filter((one) => one.parkName === unitName && one.about.zh.split(' · ')[0] === zh)
}

/** Whom a task waits for, as the list of filings names them: the bureau of an opinion, the posts of everything else. */
function waitedBy({ task, posts }: Task): string {
  const seat = seats.find((one) => task === `filing.review-${one}`)
  return seat ? seatNames[seat].zh : posts.map((post) => post.zh).join('、')
}

describe.each(readers)('what %s sees of each duty is one thing', (name) => {
  it('in the calendar and the list of filings: the day, the standing, the day it was filed, the clause', async () => {
    const { duties, total, rows } = await seenBy(name)
    expect(duties).toHaveLength(total)
    expect(rows.length).toBeGreaterThan(0)
    const known = new Map(duties.map((duty) => [keyOf(duty), duty]))
    for (const row of rows) {
      const { dueOn, standing, filedOn, clause } = row
      expect(known.get(keyOf(row))).toMatchObject({ dueOn, standing, filedOn, clause })
    }
  })

  it('in the inbox: every filing that is begun and not over, on its day, with whom it waits for', async () => {
    const { rows, tasks } = await seenBy(name)
    for (const row of rows) {
      const own = about(row, tasks)
      if (row.isDone) expect(own).toEqual([])
      else if (row.state !== null) expect([row.name.zh, own.length]).toEqual([row.name.zh, row.waiting.length])
      if (own.length > 0) expect(own.map(waitedBy).sort()).toEqual(row.waiting.map(({ zh }) => zh).sort())
      for (const task of own) {
        if (row.state === null || row.state === 'draft') expect(task.dueOn).toBe(row.dueOn)
        expect(task.clause).toBe(row.clause)
      }
    }
    expect(tasks.filter((task) => !rows.some((row) => about(row, [task]).length > 0))).toEqual([])
  })

  it('in the rates: as many as the calendar shows', async () => {
    const { client, duties } = await seenBy(name)
    const { totals, today } = await client.done(calendar.showLateness)
    const gone = duties.filter((duty) => duty.dueOn <= today)
    expect(totals).toEqual(latenessOf(gone.map((duty) => duty.standing)))
  })

  it('in the guide: the worst of each clause, pilot by pilot', async () => {
    const { client, duties } = await seenBy(name)
    const { clauses, pilots } = await client.done(guide.showGuide)
    const missed: readonly StandingState[] = ['overdue', 'locked', 'exempted']
    for (const clause of ['G5.1', 'G4.1', 'G5.4', 'G3.5', 'G5.5']) {
      const view = clauses.find((one) => one.clause === clause)
      for (const { pilotId, parkName } of pilots) {
        const countyName = parkName.startsWith('海宁') ? '海宁市' : '嘉善县'
        const own = duties.filter(
          (duty) =>
            duty.clause === clause && [parkName, countyName].includes(duty.unitName) && duty.owner !== 'province',
        )
        if (own.length === 0) continue
        const isMissed = own.some(({ standing }) => missed.includes(standing.state))
        const standing = view?.pilots.find((one) => one.pilotId === pilotId)
        expect([clause, parkName, standing?.state === 'missed']).toEqual([clause, parkName, isMissed])
      }
    }
  })
})

it('a park’s own list of tables says the same of each', async () => {
  const { client, rows } = await seenBy(readers[0])
  const params = { pilotId: county.first.pilotId }
  const { periods } = await client.done(returns.listReturns, { params })
  const tables = rows.filter((row) => row.kind === 'target-table')
  expect(tables.map((row) => row.period)).toEqual(['2026Q2', '2026Q3'])
  for (const { period, dueOn, standing, filingId } of tables)
    expect(periods.find((one) => one.period === period)).toMatchObject({ dueOn, standing, filingId })
})

it('a table that could not be made by its day, because no plan was approved, is not owed (G3.1, G3.5)', async () => {
  const { rows, duties, tasks } = await seenBy('嘉善大云精密园·负责人')
  const periods = (all: readonly Key[]) => all.filter(({ kind }) => kind === 'target-table').map(({ period }) => period)
  expect(periods(rows)).toEqual([])
  expect(periods(duties).sort()).toEqual(['2026Q4', '2027Q1', '2027Q2', '2027Q3', '2027Q4'])
  expect(tasks.filter(({ about: { zh } }) => zh.startsWith('绩效目标完成情况表'))).toEqual([])
})

it('a table that is locked waits for an exception, in the inbox too (G3.5)', async () => {
  const { rows, tasks } = await seenBy(readers[0])
  const table = rows.find((row) => row.kind === 'target-table' && row.period === '2026Q2')
  expect(table).toMatchObject({ state: 'draft', standing: { state: 'locked' } })
  expect(table && about(table, tasks)).toMatchObject([{ task: 'filing.unlock', dueOn: '2026-07-10' }])
})

it('an opinion of two persons waits for the officer, then for the leader', async () => {
  const leader = '嘉善县经信局·负责人'
  const park = '嘉善大云精密园'
  const mine = async (name: string) =>
    (await (await world.as(name)).done(inbox.showInbox)).mine.tasks
      .filter((task) => task.parkName === park)
      .map(({ task, title }) => `${task} ${title.zh}`)
  await (await world.as(leader)).done(acts.requireSigning, { body: { required: true } })
  expect([await mine(economy), await mine(leader)]).toEqual([['filing.review-county-economy 审核（拟定）'], []])
  await stage.approveFiling(await world.as(economy), await stage.planOf(await world.as(economy), county.second.pilotId))
  expect([await mine(economy), await mine(leader)]).toEqual([[], ['filing.sign-county-economy 签发审核意见']])
})

it('what is taken back was never filed', async () => {
  const name = '嘉善大云精密园·负责人'
  const plan = async () => (await seenBy(name)).rows.find((row) => row.kind === 'plan')
  const before = await plan()
  expect(before).toMatchObject({ filedOn: '2026-04-01', standing: { state: 'on-time' } })
  const params = { filingId: before?.filingId ?? '' }
  await (await world.as(name)).done(acts.withdrawFiling, { params, body: { reason: '附件放错' } })
  expect(await plan()).toMatchObject({ filedOn: null, state: 'draft', standing: { state: 'overdue' } })
})
