import { afterAll, beforeAll, expect, it } from 'vitest'
import { type County, demoCounty } from '../../../../database/demo/programme.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as contract from './contract.ts'

let world: World
let county: County
beforeAll(async () => {
  world = await startWorld()
  county = await demoCounty(world)
})
afterAll(() => world.stop())

type Search = Partial<ReturnType<typeof contract.listUnits.search.parse>>
const list = async (search: Search, name = '省经信厅·处室') =>
  (await world.as(name)).done(contract.listUnits, { search })

it('lists the tree level by level, every unit on one of its pages', async () => {
  const whole = await list({ pageSize: 200 })
  const seen: contract.UnitView[] = []
  for (let page = 1; seen.length < whole.total; page++) {
    const { units, total } = await list({ page, pageSize: 37 })
    expect([total, units.length > 0]).toEqual([whole.total, true])
    seen.push(...units)
  }
  expect(new Set(seen.map((one) => one.unitId)).size).toBe(whole.total)
  const codes = seen.flatMap(({ kind, code }) => (kind === 'county' ? [code] : []))
  expect(codes).toEqual(codes.toSorted())
  expect(codes.length).toBeGreaterThan(80)
  const at = (name: string) => seen.findIndex((one) => one.name === name)
  expect(at('嘉善县')).toBeLessThan(at(county.first.name))
  expect(at(county.second.name)).toBeLessThan(at(county.first.name))
  expect(at(county.first.name)).toBeLessThan(at('海宁市'))
})

it('finds by part of a name, within a place, and what a batch has not admitted', async () => {
  const names = async (search: Search) => (await list(search)).units.map(({ name }) => name)
  expect(await names({ q: ' 归谷 ', kind: 'park' })).toEqual([county.first.name])
  const parks = { kind: 'park', parentId: county.countyId } as const
  expect(await names(parks)).toEqual([county.second.name, county.first.name])
  expect(await names({ ...parks, outsideBatchId: county.batchId })).toEqual([])
  expect(await names({ q: '没有这个名称' })).toEqual([])
  const places = await list({ takesParks: 'yes' })
  expect(new Set(places.units.map(({ kind }) => kind))).toEqual(new Set(['county']))
})

it('shows a county what is below it and above it, and nothing of another', async () => {
  const { units } = await list({}, '海宁市经信局·经办')
  const names = units.map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(['海宁市', county.foreign.name]))
  expect(names).not.toContain(county.first.name)
  expect(names).not.toContain('嘉善县')
})
