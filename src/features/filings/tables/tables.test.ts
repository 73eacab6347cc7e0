import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type County, demoCounty, type Park } from '../../../../database/demo/programme.ts'
import { acceptedTable, halfYearlyBatch, halfYearlyPilot } from '../../../../tests/support/half-yearly.ts'
import { acceptReturn, openReturn, submitReturn } from '../../../../tests/support/returns.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as returns from '../return/contract.ts'
import * as contract from './contract.ts'
import { behindLink, behindMoney, mergedFigureNames, partLink } from './web/merged-links.ts'

const period = '2026H1'
let world: World
let county: County
let batchId: string
let first: Park
let second: Park
let foreignPark: Park
beforeAll(async () => {
  world = await startWorld()
  county = await demoCounty(world)
  batchId = await halfYearlyBatch(world)
  first = await halfYearlyPilot(world, batchId, county.first)
  second = await halfYearlyPilot(world, batchId, county.second)
  foreignPark = await halfYearlyPilot(world, batchId, county.foreign, '海宁市')
  world.setClock('2026-07-06')
})
afterAll(() => world.stop())

const show = async (name: string, more: { countyId?: string; period?: string } = {}) =>
  (await world.as(name)).call(contract.showTables, { search: { batchId, period, ...more } })
const tableOf = async (name: string, more: { countyId?: string } = {}) => {
  const { status, body } = await show(name, more)
  if (status !== 200 || !body.table) throw new Error(`${name}: ${status} ${JSON.stringify(body)}`)
  return body.table
}
const economy = '嘉善县经信局·经办'
const province = '省经信厅·处室'
const record = async (by = province, countyId = county.countyId) =>
  (await world.as(by)).call(contract.recordTables, { body: { batchId, period, countyId, recordNo: '备〔2026〕1号' } })

const asked = (address: string) => Object.fromEntries(new URL(address, 'http://localhost').searchParams)

/** Each key is read once. */
function remembered<T>(read: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const found = new Map<string, Promise<T>>()
  return (key) => {
    const known = found.get(key) ?? read(key)
    found.set(key, known)
    return known
  }
}

describe('the tables of a half-year, park to county to province (H6)', () => {
  it('say which park is missing before anything is merged', async () => {
    const table = await tableOf(economy)
    expect(table).toMatchObject({
      unitName: '嘉善县',
      cadence: 'half-year',
      missing: 2,
      rows: [],
      countyId: county.countyId,
    })
    expect(table.parks.map((park) => [park.parkName, park.state])).toEqual([
      [second.name, null],
      [first.name, null],
    ])
  })

  it('merge what is accepted, with one column a park that opens its table', async () => {
    const filingId = await acceptedTable(world, first, period)
    await openReturn(world, second, period)
    const table = await tableOf(economy)
    expect(table).toMatchObject({ missing: 1, awardFen: 300_000_000 })
    expect(table.columns.map((column) => [column.name, column.to !== null])).toEqual([
      [second.name, true],
      [first.name, true],
    ])
    expect(table.columns[1]?.to).toBe(`/returns/${filingId}`)
    const agencies = table.rows.find((row) => row.indicator === 'P6')
    expect(agencies?.total).toBeGreaterThan(0)
    expect(agencies?.parts.map((part) => part?.total ?? null)).toEqual([null, agencies?.total])
  })

  it('are not recorded while one is missing', async () => {
    expect((await record()).body.error).toMatchObject({ code: 'returns.county-incomplete', clause: 'H6' })
    expect((await record()).body.error.zh).toContain(second.name)
    expect((await tableOf(province, { countyId: county.countyId })).actions[0]).toMatchObject({
      action: 'record',
      allowed: false,
      clause: 'H6',
    })
  })

  it('add up once all are in', async () => {
    const manager = await world.as(`${second.name}·负责人`)
    const { periods } = await manager.done(returns.listReturns, { params: { pilotId: second.pilotId } })
    const filingId = periods[0]?.filingId ?? ''
    await submitReturn(world, second, filingId)
    const officer = await world.as(economy)
    const { rows } = await officer.done(returns.showTable, { params: { filingId } })
    const agencies = rows.find((row) => row.indicator === 'P6')?.total ?? 0
    await acceptReturn(world, filingId, [{ indicator: 'P6', accepted: agencies - 1, reason: '一家机构未签约' }])
    const table = await tableOf(economy)
    const merged = table.rows.find((row) => row.indicator === 'P6')
    expect(table).toMatchObject({ missing: 0, awardFen: 600_000_000 })
    expect(merged?.parts[0]?.total).toBe(agencies - 1)
    expect(merged?.total).toBe((merged?.parts[1]?.total ?? 0) + agencies - 1)
    expect(merged?.target).toBeGreaterThan(rows.find((row) => row.indicator === 'P6')?.target ?? 0)
  })

  it('are merged again for the province, one column a county', async () => {
    const table = await tableOf(province)
    expect(table).toMatchObject({ unitName: '浙江省', countyId: null, missing: 1, actions: [] })
    expect(table.columns.map((column) => column.name)).toEqual(['嘉善县', '海宁市'])
    expect(table.columns[0]?.to).toContain(`county=${county.countyId}`)
    const [own] = (await tableOf(economy)).rows.filter((row) => row.indicator === 'P6')
    const [whole] = table.rows.filter((row) => row.indicator === 'P6')
    expect(whole).toMatchObject({ total: own?.total, parts: [{ total: own?.total, rate: own?.rate }, null] })
  })

  it('open every figure: its parts, and each part the row of a table that says the same', async () => {
    const client = await world.as(province)
    /** The rows of what an address opens, read once each: a merged table, or a park's own. */
    const rowsIn = remembered(async (key: string) => {
      if (key.startsWith('/returns/'))
        return (await client.done(returns.showTable, { params: { filingId: key.replace('/returns/', '') } })).rows
      const { batch, county: countyId } = asked(key)
      const { table } = await client.done(contract.showTables, { search: { batchId: batch, period, countyId } })
      return table?.rows ?? []
    })
    const figureIn = async (address: string, figure: (typeof mergedFigureNames)[number]) => {
      const { behind, records, span: _, ...search } = asked(address)
      const { pathname } = new URL(address, 'http://localhost')
      const rows = await rowsIn(records ? pathname : `${pathname}?${new URLSearchParams(search)}`)
      return rows.find((one) => one.indicator === (records ?? behind))?.[figure]
    }
    let parts = 0
    for (const table of [await tableOf(province), await tableOf(economy)])
      for (const row of table.rows)
        for (const figure of mergedFigureNames) {
          const own = behindLink(table, table.countyId ?? undefined, row.indicator)
          expect([own, figure, await figureIn(own, figure)]).toEqual([own, figure, row[figure]])
          for (const [at, column] of table.columns.entries()) {
            const part = row.parts[at]
            if (!part) continue
            const link = partLink(table, column, row.indicator, figure) ?? ''
            expect([link, figure, await figureIn(link, figure)]).toEqual([link, figure, part[figure]])
            parts++
          }
        }
    expect(parts).toBeGreaterThan(100)
  })

  it('open the money of each, which adds up', async () => {
    for (const table of [await tableOf(province), await tableOf(economy)]) {
      expect(asked(behindLink(table, undefined, behindMoney))).toEqual({ batch: batchId, period, behind: behindMoney })
      for (const name of ['awardFen', 'receivedFen', 'spentFen'] as const)
        expect(table.columns.reduce((sum, one) => sum + one[name], 0)).toBe(table[name])
      for (const column of table.columns.filter(({ accepted }) => accepted))
        expect(partLink(table, column, behindMoney, null)).toContain(
          table.countyId === null ? 'behind=money' : '/returns/',
        )
    }
  })

  it('go on record together, under one number, once, by the economy department', async () => {
    expect((await record('省财政厅·处室')).body.error).toMatchObject({ code: 'filing.not-the-recorder' })
    expect((await record(economy)).status).toBe(403)
    expect((await record()).body).toEqual({ recorded: 2, toSign: 0 })
    expect((await tableOf(economy)).parks.map((park) => [park.state, park.recordNo])).toEqual([
      ['recorded', '备〔2026〕1号'],
      ['recorded', '备〔2026〕1号'],
    ])
    expect((await record()).body.error).toMatchObject({ code: 'returns.county-recorded' })
  })
})

describe('who sees them', () => {
  it('a county sees no other county, and a park no merged table at all', async () => {
    const foreign = await show('海宁市经信局·经办')
    expect(foreign.body.table?.parks.map((park) => park.parkName)).toEqual([foreignPark.name])
    expect((await show('海宁市经信局·经办', { countyId: county.countyId })).status).toBe(404)
    expect((await show(`${first.name}·负责人`)).status).toBe(403)
    expect((await show(economy, { period: '2026H3' })).status).toBe(422)
    expect((await show(economy, { period: '2026Q2' })).status).toBe(404)
  })
})

it('comes as a workbook in the official layout, the same figures in it', async () => {
  const client = await world.as(economy)
  const { raw, headers } = await client.send('GET', `/api/tables/workbook?batchId=${batchId}&period=${period}`)
  expect(decodeURIComponent(String(headers['content-disposition']))).toContain(
    '嘉善县-2026年上半年-试点工作情况表.xlsx',
  )
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(raw as unknown as ArrayBuffer)
  const texts: string[] = []
  workbook.worksheets[0]?.eachRow((row) => row.eachCell((cell) => void texts.push(String(cell.value))))
  for (const text of ['试点工作情况表', '2026年上半年', '本半年完成', first.name, second.name, '备〔2026〕1号'])
    expect(texts).toContain(text)
})
