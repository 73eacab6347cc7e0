import { afterAll, beforeAll, expect, it } from 'vitest'
import { awardFen, type County, demoCounty } from '../../../../database/demo/programme.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as units from '../units/contract.ts'
import * as contract from './contract.ts'

let world: World
let county: County
beforeAll(async () => {
  world = await startWorld()
  county = await demoCounty(world)
})
afterAll(() => world.stop())

let parks = 0
async function newPark(countyName: string): Promise<string> {
  const admin = await world.administrator()
  const { units: counties } = await admin.done(units.listUnits, { search: { kind: 'county' } })
  const parentId = counties.find((one) => one.name === countyName)?.unitId ?? ''
  const body = { kind: 'park' as const, parentId, name: `${countyName}新园${++parks}` }
  return (await admin.done(units.registerUnit, { body })).unitId
}

async function admit(
  parkId: string,
  change: { awardFen?: number; batchId?: string; awardConfirmed?: boolean } = {},
  by = '省经信厅·处室',
) {
  const body = { batchId: county.batchId, parkId, awardFen, ...change }
  return (await world.as(by)).call(contract.admitPilot, { body })
}

it('refuses a park of a division that is left out (G0), and an award the edition does not know (G4.2)', async () => {
  const excluded = await admit(await newPark('鄞州区'))
  expect(excluded.body.error).toMatchObject({
    code: 'funds.division-excluded',
    clause: 'G0',
    fields: [{ field: 'parkId' }],
  })
  const parkId = await newPark('桐乡市')
  for (const wrong of [0, -1, awardFen + 1]) {
    const answer = await admit(parkId, { awardFen: wrong })
    expect(answer.body.error).toMatchObject({
      code: 'funds.award-out-of-range',
      clause: 'G4.2',
      fields: [{ field: 'awardFen' }],
    })
  }
})

it('takes an award that looks like another only when a person confirms it (G4.2)', async () => {
  const parkId = await newPark('桐乡市')
  const odd = await admit(parkId, { awardFen: 33 })
  expect(odd.body.error).toMatchObject({ code: 'funds.award-looks-odd', fields: [{ field: 'awardFen' }] })
  expect(odd.body.error.zh).toContain('0.33 元（上限 5,000,000.00 元）')
  expect((await admit(parkId, { awardFen: 33, awardConfirmed: true })).status).toBe(200)
})

it('admits a park once in a batch, also when it is clicked twice', async () => {
  const parkId = await newPark('平湖市')
  const answers = await Promise.all([admit(parkId), admit(parkId)])
  expect(answers.map((one) => one.status).sort()).toEqual([200, 422])
  const refused = answers.find((one) => one.status === 422)
  expect(refused?.body.error).toMatchObject({ code: 'pilot.already-admitted', fields: [{ field: 'parkId' }] })
})

it('is for the provincial economy department alone, for a park, in a batch that exists', async () => {
  for (const by of ['省财政厅·处室', '嘉善县经信局·负责人', '嘉善归谷智造园·负责人'])
    expect((await admit(county.first.parkId, {}, by)).status).toBe(403)
  expect((await admit(county.countyId)).body.error).toMatchObject({
    code: 'pilot.not-a-park',
    fields: [{ field: 'parkId' }],
  })
  expect((await admit(county.batchId)).status).toBe(404)
  expect((await admit(county.first.parkId, { batchId: county.countyId })).status).toBe(404)
})

it('sets up a batch of an edition that exists, under a name of its own', async () => {
  const economy = await world.as('省经信厅·处室')
  const refused = async (change: object) => {
    const body = { edition: 'zj-2023', firstYear: 2027, name: '2027年批次', ...change }
    return (await economy.call(contract.createBatch, { body })).body.error
  }
  expect(await refused({ edition: 'none' })).toMatchObject({
    code: 'batch.no-such-edition',
    fields: [{ field: 'edition' }],
  })
  expect(await refused({ edition: 'zj-2025', firstYear: 2020 })).toMatchObject({
    code: 'batch.before-edition',
    facts: { first: 2025 },
    fields: [{ field: 'firstYear' }],
  })
  for (const name of ['2026年批次', ' 2026 年 批次 '])
    expect(await refused({ name }), name).toMatchObject({ code: 'batch.name-taken', fields: [{ field: 'name' }] })
})

it('shows everybody the pilots below them: the province all, a county its own, a park itself', async () => {
  const names = async (name: string) => {
    const { pilots } = await (await world.as(name)).done(contract.listPilots)
    return pilots.map((pilot) => pilot.parkName).sort()
  }
  const own = [county.first.name, county.second.name].sort()
  expect(await names('省财政厅·处室')).toEqual(expect.arrayContaining([...own, county.foreign.name]))
  expect(await names('嘉善县财政局·负责人')).toEqual(own)
  expect(await names('海宁市经信局·经办')).toEqual([county.foreign.name])
  expect(await names('嘉善大云精密园·服务专员')).toEqual([county.second.name])
  const foreign = await (await world.as('海宁市经信局·经办')).call(contract.showPilot, {
    params: { pilotId: county.first.pilotId },
  })
  expect(foreign.status).toBe(404)
})

it('pages them in any order, with the sums of all that were asked for', async () => {
  const economy = await world.as('省经信厅·处室')
  const list = (search: object) => economy.done(contract.listPilots, { search })
  const whole = await list({})
  expect(whole.total).toBe(whole.pilots.length)
  expect(whole.sums.awardFen).toBe(whole.pilots.reduce((sum, one) => sum + one.awardFen, 0))
  for (const sort of ['parkName', '-awardFen', 'planState', '-services', 'countyName', 'batchName'] as const) {
    const seen: string[] = []
    for (let page = 1; page <= whole.total; page++) {
      const { pilots, total, sums } = await list({ sort, page, pageSize: 1 })
      expect([total, sums]).toEqual([whole.total, whole.sums])
      seen.push(...pilots.map((one) => one.pilotId))
    }
    expect(new Set(seen).size).toBe(whole.total)
  }
  const beyond = await list({ page: 90 })
  expect([beyond.pilots, beyond.total, beyond.sums]).toEqual([[], whole.total, whole.sums])
  const { countyId, batchId } = county
  const asked = await list({ countyId, batchId, q: '大云', state: 'draft' })
  expect(asked.pilots.map((one) => one.parkName)).toEqual([county.second.name])
  expect([asked.countyName, asked.batchName]).toEqual(['嘉善县', '2026年批次'])
  expect(await list({ countyId, q: '海宁' })).toMatchObject({ total: 0, sums: { awardFen: 0 }, countyName: '嘉善县' })
})
