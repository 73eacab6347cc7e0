import { afterAll, beforeAll, expect, it } from 'vitest'
import { approve, demoCounty, draftPlan, type Park, submitPlan } from '../../database/demo/programme.ts'
import * as acts from '../../src/features/filings/course/act-contract.ts'
import * as returns from '../../src/features/filings/return/contract.ts'
import { judgedByBoth } from '../support/edited-editions.ts'
import {
  abilitiesOf,
  askedAbout,
  boxesOn,
  dueOf,
  economy,
  economyLeader,
  finance,
  listedOf,
  opinionBy,
  parkUnder,
  peopleOf,
  provinceEconomy,
  seenBy,
  standsWith,
} from '../support/edited-worlds.ts'
import { openReturn, showReturn, submitReturn } from '../support/returns.ts'
import { diagnosed } from '../support/services.ts'
import { startWorld, type World } from '../support/world.ts'

const tableName = '绩效目标完成情况表'
const period = '2026Q2'

let world: World
let park: Park
let filingId: string
let figure: { indicator: string; total: number }
beforeAll(async () => {
  world = await startWorld({ at: '2026-04-10T09:00:00+08:00' })
  const { countyId } = await demoCounty(world)
  park = await parkUnder(world, judgedByBoth, countyId, 5)
  await draftPlan(world, park)
  await submitPlan(world, park)
  for (const name of [economy, finance]) await approve(world, park, name)
  world.setClock('2026-05-20T09:00:00+08:00')
  for (const no of [0, 1, 2]) await diagnosed(world, park, no)
  world.setClock('2026-07-02T09:00:00+08:00')
  filingId = await openReturn(world, park, period)
  await submitReturn(world, park, filingId)
  const { rows } = await showReturn(world, filingId, economy)
  const found = rows.find((row) => row.total === 3)
  figure = { indicator: found?.indicator ?? '', total: found?.total ?? 0 }
})
afterAll(() => world.stop())

const reduced = (accepted: number, reason: string) => ({
  reductions: [{ indicator: figure.indicator, accepted, reason }],
})
const rowOf = async (name: string) =>
  (await showReturn(world, filingId, name)).rows.find((row) => row.indicator === figure.indicator)

it('both bureaus are asked at once: the screen, the lists and the inboxes', async () => {
  expect(figure.total).toBe(3)
  const seats = ['county-economy', 'county-finance']
  expect(await seenBy(world, finance, filingId)).toMatchObject({
    seats,
    order: 'parallel',
    waitingFor: seats,
    ownSeat: 'county-finance',
    returnable: false,
    reviewName: { zh: '核定' },
  })
  const both = ['县级经信部门', '县级财政部门']
  expect((await seenBy(world, finance, filingId)).waiting.map(({ zh }) => zh)).toEqual(both)
  expect((await listedOf(world, park, 'target-table')).waiting.map(({ zh }) => zh)).toEqual(both)
  for (const name of [economy, finance]) expect((await abilitiesOf(world, name, filingId))['give-opinion']).toBe(true)
  expect((await abilitiesOf(world, provinceEconomy, filingId))['give-opinion']).toBe('G3.5')
  expect(await askedAbout(world, park, tableName)).toEqual({
    [economy]: 'filing.review-county-economy G3.5',
    [finance]: 'filing.review-county-finance G3.5',
  })
  expect(await dueOf(world, park, 'target-table')).toMatchObject({
    period,
    filedOn: '2026-07-02',
    standing: { state: 'on-time' },
  })
})

it('is not judged after one of them: finance speaks for itself, and only lower', async () => {
  expect(await opinionBy(world, provinceEconomy, filingId)).toBe('review.not-a-reviewer G3.5')
  expect(await opinionBy(world, economy, filingId, reduced(2, '一份报告不完整'))).toBe('submitted')
  expect(await opinionBy(world, economyLeader, filingId)).toBe('review.bureau-has-spoken G3.5')
  expect(await seenBy(world, finance, filingId)).toMatchObject({ waitingFor: ['county-finance'], isDone: false })
  expect((await listedOf(world, park, 'target-table')).waiting.map(({ zh }) => zh)).toEqual(['县级财政部门'])
  expect(await askedAbout(world, park, tableName)).toEqual({ [finance]: 'filing.review-county-finance G3.5' })
  const boxes = await boxesOn(world, filingId)
  expect(boxes.map((one) => one.split('\n')[0])).toEqual(['嘉善县经信局意见', '嘉善县财政局意见'])
  expect(boxes[0]).toContain('同意。')
  expect(boxes[1]).not.toContain('同意。')
  const { periods } = await (await world.as(economy)).done(returns.listReturns, { params: { pilotId: park.pilotId } })
  expect(periods.find((one) => one.period === period)).toMatchObject({ state: 'submitted', acceptedAt: null })
  // Who judges next is told how far the first has gone.
  expect(await rowOf(finance)).toMatchObject({ total: 2, parts: { total: { value: 3 } }, accepted: null })
  expect(await opinionBy(world, finance, filingId, reduced(3, '恢复'))).toBe('returns.figure-raised G3.5')
  const marks = [{ section: 'reasons', reason: '说明不足' }]
  const body = { verdict: 'return' as const, versionNo: 1, marks }
  const back = await (await world.as(finance)).call(acts.giveOpinion, { params: { filingId }, body })
  expect(back.body.error).toMatchObject({ code: 'filing.never-returned', clause: 'G3.5' })
  const withdrawn = await (await world.as(peopleOf(park).manager)).call(acts.withdrawFiling, {
    params: { filingId },
    body: { reason: '附件放错' },
  })
  expect(withdrawn.body.error).toMatchObject({ clause: 'G3.5' })
})

it('is judged when both have: the lowest figure stands, with the reasons of both', async () => {
  expect(await opinionBy(world, finance, filingId, reduced(1, '一份无签章'))).toBe('approved')
  expect(await seenBy(world, peopleOf(park).manager, filingId)).toMatchObject({
    state: 'approved',
    isDone: true,
    waiting: [],
    waitingFor: [],
  })
  const row = await rowOf(economy)
  expect(row).toMatchObject({ total: 1, accepted: 1, parts: { total: { value: 3 } } })
  expect(row?.reductions.map(({ seat, amount, reason }) => [seat, amount, reason])).toEqual([
    ['county-economy', 1, '一份报告不完整'],
    ['county-finance', 1, '一份无签章'],
  ])
  expect(await askedAbout(world, park, tableName)).toEqual({})
  expect(await listedOf(world, park, 'target-table')).toMatchObject({ isDone: true, waiting: [] })
  expect((await boxesOn(world, filingId)).every((one) => one.includes('同意。'))).toBe(true)
  expect(await standsWith(world, park, 'G3.5')).toMatchObject({ state: 'met' })
  const { periods } = await (await world.as(economy)).done(returns.listReturns, { params: { pilotId: park.pilotId } })
  expect(periods.find((one) => one.period === period)).toMatchObject({ state: 'approved', reduced: 1 })
})
