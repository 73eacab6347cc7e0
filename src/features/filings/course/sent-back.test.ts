import { afterAll, beforeAll, expect, it } from 'vitest'
import { opinionsIn, said } from '../../../../tests/support/opinions.ts'
import { openReturn, type Served, servedPilot, submitReturn } from '../../../../tests/support/returns.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as acts from './act-contract.ts'
import * as contract from './contract.ts'

const officer = '嘉善县经信局·经办'
const leader = '嘉善县经信局·负责人'
const reason = '请写明缺哪一项佐证'
const cut = { judgment: { reductions: [{ indicator: 'P3', accepted: 1, reason: '一项佐证不完整' }] } }

let world: World
let county: Served
let table = ''
let { opine, discard } = {} as ReturnType<typeof opinionsIn>
beforeAll(async () => {
  world = await startWorld()
  ;({ opine, discard } = opinionsIn(world))
  county = await servedPilot(world)
  await (await world.as(leader)).done(acts.requireSigning, { body: { required: true } })
  world.setClock('2026-07-08')
  table = await openReturn(world, county.park, '2026Q2')
  await submitReturn(world, county.park, table)
})
afterAll(() => world.stop())

async function sentBackAsSeenBy(by: string) {
  return (await (await world.as(by)).done(contract.showFiling, { params: { filingId: table } })).sentBack
}

it('an opinion that whoever prepared it takes back stays with the reason and what it proposed', async () => {
  await opine(officer, table, cut)
  expect(said(await discard(officer, table, ' '))).toBe('review.taken-back-without-reason')
  expect(said(await discard(officer, table, '核减有误'))).toBe(200)
  for (const by of [officer, leader]) {
    const back = await sentBackAsSeenBy(by)
    expect(back).toMatchObject({ ...cut, takenBack: true, sentBackByName: officer, reason: '核减有误' })
  }
})

it('an opinion that the leader does not sign comes back with the reason and what it proposed, to its own seat alone', async () => {
  await opine(officer, table, cut)
  expect(said(await discard(leader, table, ` ${reason} `))).toBe(200)
  for (const by of [officer, leader]) {
    const sentBack = await sentBackAsSeenBy(by)
    expect(sentBack).toMatchObject({
      ...cut,
      accountName: officer,
      verdict: 'approve',
      sentBackByName: leader,
      takenBack: false,
      reason,
    })
  }
  for (const by of ['嘉善县财政局·经办', '省经信厅·处室', `${county.park.name}·负责人`])
    expect([by, await sentBackAsSeenBy(by)]).toEqual([by, null])
})

it('the database keeps it as it was', async () => {
  await expect(world.sql(`update sent_back_opinions set reason = '改过'`)).rejects.toThrow(/append-only|append only/)
})

it('it is over once there is another opinion', async () => {
  await opine(officer, table, cut)
  expect(await sentBackAsSeenBy(officer)).toBeNull()
})
