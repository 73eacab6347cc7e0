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

async function register(body: { kind: 'zone' | 'park'; parentId: string; name?: string; uscc?: string }) {
  return (await world.administrator()).call(contract.registerUnit, { body: { name: '新单位', ...body } })
}

it('registers a zone without a code under a county and a park under the zone, each in its own scope', async () => {
  const zone = await register({ kind: 'zone', parentId: county.countyId, name: '嘉善经济技术开发区' })
  expect(zone.body).toMatchObject({ kind: 'zone', code: null, parentId: county.countyId })
  const park = await register({ kind: 'park', parentId: zone.body.unitId })
  expect(park.body.scope).toBe(`${zone.body.scope}${park.body.unitId}/`)
})

it('refuses what belongs elsewhere, a wrong credit code and a name that is taken, and names the field', async () => {
  const parentId = county.first.parkId
  const refused = async (body: Parameters<typeof register>[0]) => (await register(body)).body.error
  const there = { fields: [{ field: 'parentId' }] }
  expect(await refused({ kind: 'park', parentId })).toMatchObject({ code: 'unit.park-needs-county', ...there })
  expect(await refused({ kind: 'zone', parentId })).toMatchObject({ code: 'unit.zone-needs-division', ...there })
  const wrong = { kind: 'park', parentId: county.countyId, uscc: `${county.first.uscc.slice(0, 17)}?` } as const
  expect(await refused(wrong)).toMatchObject({ code: 'unit.bad-uscc', fields: [{ field: 'uscc' }] })
  const twin = { kind: 'park', parentId: county.countyId, name: county.first.name } as const
  expect(await refused(twin)).toMatchObject({ code: 'unit.name-taken', fields: [{ field: 'name' }] })
})

it('shows a county its own units and those above it, and no other county', async () => {
  const { units } = await (await world.as('嘉善县经信局·经办')).done(contract.listUnits)
  expect(units.map((unit) => unit.name)).toEqual(
    expect.arrayContaining(['浙江省', '嘉兴市', '嘉善县', county.second.name]),
  )
  expect(units.filter((unit) => unit.name === '海宁市' || unit.unitId === county.foreign.parkId)).toEqual([])
})
