import { afterAll, beforeAll, expect, it } from 'vitest'
import { approveFiling } from '../../../../database/demo/course.ts'
import { approvedPilot, type Park } from '../../../../database/demo/programme.ts'
import { openReturn, showReturn, submitReturn } from '../../../../tests/support/returns.ts'
import { enterprisesOf, managerOf, officerOf, paper } from '../../../../tests/support/services.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as register from '../../delivery/register/contract.ts'
import * as contract from './contract.ts'

let world: World
let park: Park
beforeAll(async () => {
  world = await startWorld()
  park = (await approvedPilot(world)).park
})
afterAll(() => world.stop())

async function revenue(no: number, number: string, on: string, yuan: number) {
  const firm = (await enterprisesOf(world, park))[no]
  const fileId = await paper(world, officerOf(park), '报表')
  const body = { sort: 'revenue' as const, number, on, party: '某会计师事务所', amountFen: yuan * 100, fileId }
  const params = { enterpriseId: firm?.enterpriseId ?? '' }
  return (await world.as(officerOf(park))).call(register.enterInRegister, { params, body })
}

it('is the mean of each firm’s own growth over the base year, below zero too, and is reduced like every figure (G3.5)', async () => {
  world.setClock('2026-06-01')
  for (const no of [0, 1, 2]) expect((await revenue(no, '2025', '2026-03-01', 1_000_000)).status).toBe(200)
  const twice = await revenue(0, '2025', '2026-04-01', 2_000_000)
  expect(twice.body.error).toMatchObject({ code: 'register.number-twice', clause: 'G3.4' })
  const half = await revenue(0, '2026', '2026-05-31', 600_000)
  expect(half.body.error).toMatchObject({ code: 'register.year-not-over', clause: 'G3.4' })
  for (const [day, period] of [
    ['2026-07-05', '2026Q2'],
    ['2026-10-05', '2026Q3'],
    ['2027-01-05', '2026Q4'],
  ] as const) {
    world.setClock(day)
    const before = await openReturn(world, park, period)
    await submitReturn(world, park, before)
    await approveFiling(await world.as('嘉善县经信局·经办'), before, 1, { reductions: [] })
  }
  world.setClock('2027-03-02')
  for (const [no, yuan] of [400_000, 950_000, 1_200_000].entries())
    expect((await revenue(no, '2026', '2027-02-20', yuan)).status).toBe(200)
  world.setClock('2027-04-05')
  const filingId = await openReturn(world, park, '2027Q1')
  const b1 = async () => (await showReturn(world, filingId, managerOf(park))).rows.find((row) => row.indicator === 'B1')
  expect(await b1()).toMatchObject({ kind: 'mean', thisPeriod: -15, thisYear: -15, total: -15, rate: 0, proofs: 6 })
  const client = await world.as(managerOf(park))
  const { records, figure } = await client.done(contract.listRowRecords, { params: { filingId, indicator: 'B1' } })
  expect([figure, records.map(({ value }) => value).sort()]).toEqual([-15, [-0.05, -0.6, 0.2]])

  await submitReturn(world, park, filingId)
  const reductions = [{ indicator: 'B1', accepted: -20, reason: '一家企业报表与纳税申报不一致' }]
  await approveFiling(await world.as('嘉善县经信局·经办'), filingId, 1, { reductions })
  expect(await b1()).toMatchObject({ total: -20, thisPeriod: -20, accepted: -20 })
})
