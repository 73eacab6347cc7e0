import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approvedPilot, type County, type Park } from '../../../../database/demo/programme.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as contract from './contract.ts'

let world: World
let county: County & { park: Park }
beforeAll(async () => {
  world = await startWorld()
  county = await approvedPilot(world)
})
afterAll(() => world.stop())

const manager = '嘉善归谷智造园·负责人'
const officer = '嘉善县经信局·经办'
const foreigner = '海宁市经信局·经办'
const province = '省经信厅·处室'

async function dutiesFor(name: string, search: Record<string, unknown> = {}) {
  const { duties, total } = await (await world.as(name)).done(contract.listCalendar, { search })
  return {
    total,
    rows: duties,
    texts: duties.map((one) => `${one.dueOn} ${one.unitName} ${one.kind} ${one.standing.state}`),
  }
}

describe('the list of deadlines', () => {
  it('is the reader’s own: a park its own, a county its parks and itself, the province all', async () => {
    world.setClock('2026-04-16')
    const park = await dutiesFor(manager)
    expect(park.total).toBe(8)
    expect(new Set(park.rows.map((one) => one.unitName))).toEqual(new Set(['嘉善归谷智造园']))
    const mine = await dutiesFor(officer, { sort: 'dueOn', to: '2026-04-30' })
    expect(mine.texts).toEqual([
      '2026-04-18 嘉善县 liaison-list due',
      '2026-04-25 嘉善归谷智造园 plan on-time',
      '2026-04-25 嘉善大云精密园 plan due',
      '2026-04-30 嘉善县 disbursement-plan due',
    ])
    // Saturday the 18th is no working day: one is left, Friday.
    expect(mine.rows[0]?.standing).toEqual({ state: 'due', days: 2, workingDays: 1 })
    const foreign = await dutiesFor(foreigner)
    for (const one of foreign.rows) expect(['海宁市', '海宁皮革时尚园']).toContain(one.unitName)
    const all = await dutiesFor(province)
    expect(all.total).toBe(3 * 8 + 2 * 7 + 1)
  })

  it('is narrowed by batch, kind, standing, unit and days, and turned page by page', async () => {
    world.setClock('2026-07-12')
    const tables = await dutiesFor(province, { kind: 'target-table', standing: 'open' })
    // Two of the three parks have no approved plan, and so no table to make.
    expect(tables.texts.filter((text) => text.includes('overdue'))).toHaveLength(1)
    expect(tables.rows.every((one) => one.period === '2026Q2')).toBe(true)
    const below = await dutiesFor(province, { unitId: county.countyId, standing: 'missing' })
    expect(new Set(below.rows.map((one) => one.unitName))).toEqual(
      new Set(['嘉善县', '嘉善归谷智造园', '嘉善大云精密园']),
    )
    const paged = await dutiesFor(province, { pageSize: 5, page: 2 })
    expect(paged.rows).toHaveLength(5)
    expect(paged.total).toBe(37)
    expect((await dutiesFor(province, { batchId: '0198aaaa-0000-7000-8000-000000000000' })).total).toBe(0)
  })

  it('knows no unit outside the reader’s area', async () => {
    const client = await world.as(foreigner)
    for (const unitId of [county.countyId, county.first.parkId]) {
      expect((await client.call(contract.listCalendar, { search: { unitId } })).status).toBe(404)
      expect((await client.call(contract.showMonth, { search: { unitId } })).status).toBe(404)
      expect((await client.call(contract.showLateness, { search: { unitId } })).status).toBe(404)
    }
    const park = await world.as(manager)
    expect((await park.call(contract.listCalendar, { search: { unitId: county.countyId } })).status).toBe(404)
  })

  it('refuses days that do not exist', async () => {
    const client = await world.as(manager)
    for (const search of [{ from: '2026-02-30' }, { to: '2026-13-01' }, { page: 0 }, { standing: 'soon' as 'due' }]) {
      expect((await client.call(contract.listCalendar, { search })).status, JSON.stringify(search)).toBe(422)
    }
    expect((await client.call(contract.showMonth, { search: { month: '2026-13' } })).status).toBe(422)
  })
})

describe('the month', () => {
  it('shows whole weeks with rest days, 调休 and what is due, many units of a kind together', async () => {
    world.setClock('2026-10-09')
    const view = await (await world.as(province)).done(contract.showMonth, { search: {} })
    expect([view.month, view.days[0]?.day, view.days.at(-1)?.day]).toEqual(['2026-10', '2026-09-28', '2026-11-01'])
    const kinds = new Map(view.days.map((one) => [one.day, one.kind]))
    expect(['2026-10-01', '2026-10-10', '2026-10-11', '2026-10-12'].map((day) => kinds.get(day))).toEqual([
      'holiday',
      'adjusted',
      'weekend',
      'working',
    ])
    expect(view.provisional).toBe(false)
    expect(view.missing).toBe((await dutiesFor(province, { standing: 'missing' })).total)
    const tenth = view.days.find((one) => one.day === '2026-10-10')
    expect(tenth?.groups).toMatchObject([
      { kind: 'target-table', period: '2026Q3', total: 3, counts: { due: 3 }, unitName: null, href: null },
    ])
    const own = await (await world.as(manager)).done(contract.showMonth, { search: { month: '2026-10' } })
    expect(own.days.flatMap((one) => one.groups)).toMatchObject([
      { total: 1, unitName: '嘉善归谷智造园', href: `/pilots/${county.first.pilotId}/returns` },
    ])
  })

  it('says where the working days of a year are not announced yet', async () => {
    const client = await world.as(province)
    expect((await client.done(contract.showMonth, { search: { month: '2031-04' } })).provisional).toBe(true)
  })
})

describe('lateness', () => {
  it('counts completeness and timeliness up the tree', async () => {
    world.setClock('2026-05-06')
    const client = await world.as(province)
    const top = await client.done(contract.showLateness)
    // Plans of three parks, liaison list and disbursement plan of two counties.
    expect(top.totals).toMatchObject({ owed: 7, filed: 1, onTime: 1, overdue: 6, completeness: 14.3, timeliness: 14.3 })
    expect(top.unit.kind).toBe('province')
    expect(top.byKind.map((one) => `${one.kind} ${one.filed}/${one.owed}`)).toEqual([
      'liaison-list 0/2',
      'plan 1/3',
      'disbursement-plan 0/2',
    ])
    const [city] = top.below
    const inCity = await client.done(contract.showLateness, { search: { unitId: city?.unitId } })
    expect(inCity.path.map((one) => one.kind)).toEqual(['province', 'city'])
    expect(inCity.below.map((one) => `${one.name} ${one.filed}/${one.owed}`)).toEqual(['嘉善县 1/4', '海宁市 0/3'])
    const inCounty = await client.done(contract.showLateness, { search: { unitId: county.countyId } })
    expect(inCounty.below.map((one) => [one.name, one.own, one.owed])).toEqual([
      ['嘉善县', true, 2],
      ['嘉善大云精密园', false, 1],
      ['嘉善归谷智造园', false, 1],
    ])
    const plans = await client.done(contract.showLateness, { search: { kind: 'plan' } })
    expect(plans.totals).toMatchObject({ owed: 3, completeness: 33.3 })
    const { total } = await dutiesFor(province, { standing: 'owed', to: '2026-05-06' })
    expect(total).toBe(top.totals.owed)
    expect((await dutiesFor(province, { standing: 'missing', to: '2026-05-06' })).total).toBe(top.totals.overdue)
  })

  it('of a foreign county says nothing', async () => {
    const view = await (await world.as(foreigner)).done(contract.showLateness)
    expect(view.path.map((one) => one.name)).toEqual(['海宁市'])
    expect(view.totals.owed).toBe(3)
  })
})
