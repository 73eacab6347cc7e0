import { afterAll, beforeAll, expect, it } from 'vitest'
import { type County, demoCounty } from '../../../../database/demo/programme.ts'
import { sampleUscc } from '../../../../database/demo/sample-plan.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as units from '../units/contract.ts'
import * as contract from './contract.ts'

const tier = 300_000_000

let world: World
let county: County
let batchId: string
beforeAll(async () => {
  world = await startWorld()
  county = await demoCounty(world)
  const economy = await world.as('省经信厅·处室')
  const body = { edition: 'zj-2025', firstYear: 2025, name: '2025年第三批' }
  batchId = (await economy.done(contract.createBatch, { body })).batchId
})
afterAll(() => world.stop())

async function unitNamed(name: string): Promise<string> {
  const economy = await world.as('省经信厅·处室')
  const { units: found } = await economy.done(units.listUnits, { search: { kind: 'county' } })
  return found.find((one) => one.name === name)?.unitId ?? ''
}

async function admit(change: Partial<{ batchId: string; parkId: string; newPark: object; awardFen: number }>) {
  const body = { batchId, awardFen: tier, ...change }
  return (await world.as('省经信厅·处室')).call(contract.admitPilot, { body: body as never })
}

async function parksUnder(parentId: string): Promise<string[]> {
  const economy = await world.as('省经信厅·处室')
  const { units: parks } = await economy.done(units.listUnits, { search: { kind: 'park', parentId } })
  return parks.map((park) => park.name).sort()
}

it('admits a park into a second batch after the first has run, never while it runs (H1)', async () => {
  const both = await admit({ parkId: county.first.parkId, awardFen: 1 })
  expect(both.status).toBe(422)
  expect(both.body.error.fields.map(({ field }) => field).sort()).toEqual(['awardFen', 'parkId'])
  expect(both.body.error.fields.find(({ field }) => field === 'parkId')).toMatchObject({
    clause: 'H1',
    zh: expect.stringMatching(/“2026年批次”，实施期 2026-01-01 至 2027-12-31/),
  })
  const economy = await world.as('省经信厅·处室')
  const body = { edition: 'zj-2025', firstYear: 2028, name: '2028年批次' }
  const later = await economy.done(contract.createBatch, { body })
  expect((await admit({ parkId: county.first.parkId, batchId: later.batchId })).status).toBe(200)
  const forced = `insert into pilots select gen_random_uuid(), $1, park_id, county_id, scope, award_fen, admitted_on, '2025-01-01', '2026-12-31'
    from pilots where id = $2`
  await expect(world.sql(forced, [batchId, county.first.pilotId])).rejects.toThrow(/runs in another batch/)
})

it('keeps every batch under its own edition', async () => {
  expect((await admit({ newPark: { parentId: county.countyId, name: '嘉善新园' } })).status).toBe(200)
  const economy = await world.as('省经信厅·处室')
  const { batches, create } = await economy.done(contract.listBatches)
  expect(batches).toMatchObject([
    { name: '2028年批次', edition: 'zj-2025', firstYear: 2028, pilots: 1, awardFen: tier },
    { name: '2026年批次', edition: 'zj-2023', firstYear: 2026, pilots: 3, awardFen: 1_500_000_000 },
    { name: '2025年第三批', edition: 'zj-2025', firstYear: 2025, pilots: 1, awardFen: tier },
  ])
  expect(create).toMatchObject({ allowed: true })
  const { pilots, sums } = await economy.done(contract.listPilots, { search: { batchId } })
  expect(sums.awardFen).toBe(tier)
  expect(pilots).toMatchObject([{ parkName: '嘉善新园', countyName: '嘉善县', awardFen: tier }])
})

it('registers a park and admits it in one act', async () => {
  const parentId = await unitNamed('平湖市')
  const newPark = { parentId, name: '平湖智造新城', uscc: sampleUscc(61) }
  expect((await admit({ newPark, awardFen: 200_000_000 })).status).toBe(200)
  expect(await parksUnder(parentId)).toEqual(['平湖智造新城'])
  const economy = await world.as('省经信厅·处室')
  const { pilots } = await economy.done(contract.listPilots, { search: { batchId } })
  expect(pilots.find((park) => park.parkName === '平湖智造新城')).toMatchObject({ countyName: '平湖市' })
})

it('refuses an award outside the tiers (H1), an excluded division (H0) and what is no park, and then writes nothing', async () => {
  const ningbo = await unitNamed('鄞州区')
  const tongxiang = await unitNamed('桐乡市')
  const refused = async (change: Parameters<typeof admit>[0]) => (await admit(change)).body.error
  expect(await refused({ newPark: { parentId: ningbo, name: '鄞州新园' } })).toMatchObject({
    code: 'funds.division-excluded',
    clause: 'H0',
    fields: [{ field: 'parkId' }],
  })
  for (const awardFen of [500_000_000, 250_000_000, 1, 0, -1])
    expect(await refused({ newPark: { parentId: tongxiang, name: '桐乡新园' }, awardFen })).toMatchObject({
      code: 'funds.award-outside-tiers',
      clause: 'H1',
      fields: [{ field: 'awardFen' }],
    })
  expect(await refused({ parkId: tongxiang })).toMatchObject({
    code: 'pilot.not-a-park',
    fields: [{ field: 'parkId' }],
  })
  expect(await refused({ newPark: { parentId: county.first.parkId, name: '园中园' } })).toMatchObject({
    code: 'unit.park-needs-county',
    fields: [{ field: 'newPark.parentId' }],
  })
  expect(await refused({ newPark: { parentId: tongxiang, name: '桐乡新园', uscc: '91330483MA2' } })).toMatchObject({
    code: 'unit.bad-uscc',
    fields: [{ field: 'newPark.uscc' }],
  })
  expect(await refused({ newPark: { parentId: county.countyId, name: county.first.name } })).toMatchObject({
    code: 'unit.name-taken',
    fields: [{ field: 'newPark.name' }],
  })
  for (const both of [{}, { parkId: county.first.parkId, newPark: { parentId: tongxiang, name: '桐乡新园' } }])
    expect(await refused(both)).toMatchObject({ fields: [{ field: 'parkId' }] })
  expect([await parksUnder(ningbo), await parksUnder(tongxiang)]).toEqual([[], []])
})

it('shows batches to both provincial departments, and lets the economy department alone set them up', async () => {
  const finance = await world.as('省财政厅·处室')
  const { create } = await finance.done(contract.listBatches)
  expect(create).toMatchObject({ allowed: false })
  expect(create.because?.zh).toContain('省财政厅')
  for (const who of ['嘉善县经信局·负责人', `${county.first.name}·负责人`])
    expect((await (await world.as(who)).call(contract.listBatches)).status).toBe(403)
  const admin = await world.administrator()
  const hidden = await admin.done(contract.showBatch, { params: { batchId } })
  expect([hidden.edition, hidden.admit.allowed]).toEqual(['zj-2025', false])
  expect((await admin.call(contract.listPilots, { search: { batchId } })).status).toBe(403)
  const missing = await finance.call(contract.showBatch, { params: { batchId: county.countyId } })
  expect(missing.status).toBe(404)
})

it('keeps edition, first year, park and award for life: the database lets not even its owner change them', async () => {
  for (const change of [
    `update batches set edition = 'zj-2023'`,
    'update batches set first_year = 2030',
    'update pilots set award_fen = award_fen + 1',
    `update pilots set batch_id = '${county.batchId}'`,
    'delete from pilots',
    'truncate batches cascade',
  ])
    await expect(world.sql(change)).rejects.toThrow(/append-only/)
})
