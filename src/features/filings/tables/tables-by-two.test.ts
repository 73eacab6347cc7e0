import { afterAll, beforeAll, expect, it } from 'vitest'
import { type County, demoCounty } from '../../../../database/demo/programme.ts'
import { acceptedTable, halfYearlyBatch, halfYearlyPilot } from '../../../../tests/support/half-yearly.ts'
import { said } from '../../../../tests/support/opinions.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import { zj2025 } from '../../../policy/editions/data/zj-2025.ts'
import { registerEdition } from '../../../policy/editions/edition.ts'
import { showInbox } from '../../oversight/inbox/contract.ts'
import { signPrepared } from '../../programme/signing/contract.ts'
import * as contract from './contract.ts'

const [first, second] = ['省经信厅·处室', '省经信厅·负责人']
const period = '2026H1'
let world: World
let county: County
let batchId = ''
beforeAll(async () => {
  world = await startWorld()
  county = await demoCounty(world)
  const signatures = [{ act: 'recording', seats: ['province-economy'], clause: 'H6', source: 'inferred' }] as const
  registerEdition({ ...zj2025, id: 'test-tables-by-two', signatures })
  batchId = await halfYearlyBatch(world, '两人备案批次', 'test-tables-by-two')
  const parks = [
    await halfYearlyPilot(world, batchId, county.first),
    await halfYearlyPilot(world, batchId, county.second),
  ]
  world.setClock('2026-07-06')
  for (const park of parks) await acceptedTable(world, park, period)
})
afterAll(() => world.stop())

const record = async (by: string) =>
  (await world.as(by)).call(contract.recordTables, {
    body: { batchId, period, countyId: county.countyId, recordNo: '备〔2026〕9号' },
  })
const table = async () => {
  const search = { batchId, period, countyId: county.countyId }
  return (await (await world.as(first)).done(contract.showTables, { search })).table
}

it('the tables of a county are prepared together and signed one by one by the leader', async () => {
  expect((await record(first)).body).toEqual({ recorded: 0, toSign: 2 })
  expect((await table())?.parks.map((park) => park.state)).toEqual(['approved', 'approved'])
  expect(await table()).toMatchObject({ takesTwo: true, actions: [{ allowed: false, clause: 'H6' }] })
  expect(said(await record(second))).toBe('review.waits-for-signature')
  const { mine } = await (await world.as(second)).done(showInbox)
  expect(mine.tasks.filter(({ subject }) => subject === 'signature').map(({ task }) => task)).toEqual([
    'signature.recording',
    'signature.recording',
  ])
  const waiting = await world.sql<{ id: string }>('select id from prepared_acts where ended is null')
  const signer = await world.as(second)
  for (const { id } of waiting) await signer.done(signPrepared, { params: { preparedId: id } })
  expect((await table())?.parks.map((park) => [park.state, park.recordNo])).toEqual([
    ['recorded', '备〔2026〕9号'],
    ['recorded', '备〔2026〕9号'],
  ])
})
