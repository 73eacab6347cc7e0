import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approve, approvedPilot, draftPlan, openPark, type Park, submitPlan } from '../../database/demo/programme.ts'
import * as course from '../../src/features/filings/course/contract.ts'
import * as returns from '../../src/features/filings/return/contract.ts'
import * as tables from '../../src/features/filings/tables/contract.ts'
import * as calendar from '../../src/features/oversight/calendar/contract.ts'
import * as feeds from '../../src/features/oversight/calendar/feed-contract.ts'
import * as guide from '../../src/features/oversight/guide/contract.ts'
import * as inbox from '../../src/features/oversight/inbox/contract.ts'
import * as province from '../../src/features/oversight/province/contract.ts'
import * as pilots from '../../src/features/programme/pilots/contract.ts'
import { latenessOf } from '../../src/policy/calendar/lateness.ts'
import { addDays } from '../../src/shared/dates.ts'
import * as edited from '../support/edited-editions.ts'
import {
  boxesOn,
  economy,
  finance,
  parkUnder,
  peopleOf,
  planFilingOf,
  seenBy,
  standsWith,
} from '../support/edited-worlds.ts'
import { acceptReturn, openReturn, submitReturn } from '../support/returns.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
let batchId: string
let countyId: string
let first: Park
let park: Park
let manager: string
beforeAll(async () => {
  world = await startWorld()
  const county = await approvedPilot(world)
  batchId = county.batchId
  countyId = county.countyId
  first = county.first
  world.setClock('2026-11-29')
  park = await openPark(world, batchId, countyId, '嘉善冬月园', 61)
  manager = peopleOf(park).manager
})
afterAll(() => world.stop())

const search = () => ({ batchId, unitId: park.parkId })
async function dutiesOf(name: string, of: Park = park) {
  const { duties } = await (await world.as(name)).done(calendar.listCalendar, {
    search: { batchId: of.batchId, unitId: of.parkId, sort: 'dueOn', pageSize: 200 },
  })
  return duties
}
const saidOf = async (name: string, of: Park = park) =>
  (await dutiesOf(name, of)).map(({ dueOn, kind, period, standing }) => `${dueOn} ${kind} ${period} ${standing.state}`)

/** What every surface says of the park on this day, held against the calendar's list. */
async function compareAll() {
  for (const name of [manager, economy, '省经信厅·处室']) {
    const client = await world.as(name)
    const duties = await dutiesOf(name)
    const known = new Map(duties.map((one) => [`${one.kind} ${one.period}`, one]))
    const { filings } = await client.done(course.listFilings, { search: search() })
    for (const { kind, period, dueOn, standing } of filings)
      expect({ dueOn, standing }).toEqual({
        dueOn: known.get(`${kind} ${period}`)?.dueOn,
        standing: known.get(`${kind} ${period}`)?.standing,
      })
    const { periods } = await client.done(returns.listReturns, { params: { pilotId: park.pilotId } })
    expect(periods.map(({ period, dueOn, standing }) => [period, dueOn, standing])).toEqual(
      duties
        .filter(({ kind }) => kind === 'target-table')
        .map(({ period, dueOn, standing }) => [period, dueOn, standing]),
    )
    const plan = await seenBy(world, name, await planFilingOf(world, park))
    expect({ dueOn: plan.dueOn, standing: plan.standing }).toEqual({
      dueOn: known.get('plan ')?.dueOn,
      standing: known.get('plan ')?.standing,
    })
    const { totals, today } = await client.done(calendar.showLateness, { search: search() })
    expect(totals).toEqual(latenessOf(duties.filter(({ dueOn }) => dueOn <= today).map(({ standing }) => standing)))
    const { mine, team, waiting } = await client.done(inbox.showInbox)
    const asked = [mine, team, waiting].flatMap(({ tasks }) => tasks).filter(({ parkName }) => parkName === park.name)
    for (const { task, dueOn } of asked)
      if (task === 'filing.write') expect(duties.map((one) => one.dueOn)).toContain(dueOn)
    const { clauses } = await client.done(guide.showGuide, { search: { pilotId: park.pilotId } })
    for (const clause of ['G3.1', 'G3.5']) {
      const missed = duties.some(
        (one) => one.clause === clause && ['overdue', 'locked', 'exempted'].includes(one.standing.state),
      )
      const state = clauses.find((one) => one.clause === clause)?.pilots[0]?.state
      expect([clause, state === 'missed']).toEqual([clause, missed])
    }
    const feed = await feedOf(name)
    for (const { dueOn, kind } of duties.filter((one) => one.dueOn > addDays(today, -90)))
      if (name === manager)
        expect(feed, `${kind} ${dueOn}`).toContain(`DTSTART;VALUE=DATE:${dueOn.replaceAll('-', '')}`)
  }
}

async function feedOf(name: string): Promise<string> {
  const { path } = await (await world.as(name)).done(feeds.renewFeed)
  return (await world.http.inject({ url: path })).body
}

describe('a park admitted to a running batch on 29 November', () => {
  it('owes from the admission on: the plan in a month, tables from the running quarter, nothing late', async () => {
    expect(await saidOf(manager)).toEqual([
      '2026-12-29 plan  due',
      '2027-01-10 target-table 2026Q4 not-yet',
      '2027-04-10 target-table 2027Q1 not-yet',
      '2027-07-10 target-table 2027Q2 not-yet',
      '2027-10-10 target-table 2027Q3 not-yet',
      '2028-01-10 target-table 2027Q4 not-yet',
    ])
    await compareAll()
    const { totals } = await (await world.as(manager)).done(calendar.showLateness)
    expect(totals).toMatchObject({ owed: 0, completeness: null, timeliness: null })
    expect(await standsWith(world, park, 'G3.1')).not.toMatchObject({ state: 'missed' })
    const early = await (await world.as(manager)).call(course.openFiling, {
      body: { ...search(), kind: 'target-table', period: '2026Q3' },
    })
    expect(early.body.error).toMatchObject({ code: 'filing.period-not-owed', clause: 'G3.5' })
  })

  it('leaves what its county and the others owed as it was', async () => {
    expect((await saidOf(economy, first)).slice(0, 3)).toEqual([
      '2026-04-25 plan  on-time',
      '2026-07-10 target-table 2026Q2 locked',
      '2026-10-10 target-table 2026Q3 overdue',
    ])
    const { table } = await (await world.as(economy)).done(tables.showTables, { search: { batchId, period: '2026Q3' } })
    expect(table?.parks.map(({ parkName }) => parkName)).toEqual([first.name])
    const reader = await world.as('省经信厅·处室')
    const { countyId } = await reader.done(pilots.showPilot, { params: { pilotId: park.pilotId } })
    const { parks } = await reader.done(province.showProvince, { search: { batchId, countyId } })
    const shown = parks.find(({ pilotId }) => pilotId === park.pilotId)
    expect([shown?.returnsLate, shown?.returnsOpen]).toEqual([0, 0])
  })

  it('whose plan is not approved by the table’s day owes no table that it could not make', async () => {
    world.setClock('2027-01-11')
    expect((await saidOf(manager)).slice(0, 2)).toEqual([
      '2026-12-29 plan  overdue',
      '2027-04-10 target-table 2027Q1 not-yet',
    ])
    await compareAll()
    const { totals } = await (await world.as(manager)).done(calendar.showLateness)
    expect(totals).toMatchObject({ owed: 1, overdue: 1, completeness: 0 })
  })

  it('does its first table after the approval, without those before', async () => {
    world.setClock('2027-02-01')
    await draftPlan(world, park)
    await submitPlan(world, park)
    for (const name of [economy, finance]) await approve(world, park, name)
    expect((await saidOf(manager)).slice(0, 2)).toEqual([
      '2026-12-29 plan  late',
      '2027-04-10 target-table 2027Q1 not-yet',
    ])
    const late = await (await world.as(manager)).call(course.openFiling, {
      body: { ...search(), kind: 'target-table', period: '2026Q4' },
    })
    expect(late.body.error).toMatchObject({ code: 'filing.period-not-owed', clause: 'G3.5' })
    world.setClock('2027-04-02')
    const filingId = await openReturn(world, park, '2027Q1')
    await submitReturn(world, park, filingId)
    await acceptReturn(world, filingId)
    expect((await saidOf(manager))[1]).toBe('2027-04-10 target-table 2027Q1 on-time')
    expect(await boxesOn(world, filingId)).not.toEqual([])
    await compareAll()
  })
})

it('under an edition of other rules, joins by those', async () => {
  world.setClock('2026-11-29')
  const other = await parkUnder(world, edited.joinsNext, countyId, 62)
  expect((await saidOf(peopleOf(other).manager, other)).slice(0, 2)).toEqual([
    '2026-12-19 plan  due',
    '2027-04-10 target-table 2027Q1 not-yet',
  ])
})
