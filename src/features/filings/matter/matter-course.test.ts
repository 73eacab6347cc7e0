import { afterAll, beforeAll, expect, it } from 'vitest'
import { planOf as planFilingOf } from '../../../../database/demo/course.ts'
import { approvedPilot, type Park } from '../../../../database/demo/programme.ts'
import {
  approveAll,
  approveAs,
  askFor,
  planOf,
  reported,
  speakers,
  submit,
  withMoney,
  withTarget,
} from '../../../../tests/support/matters.ts'
import { managerOf } from '../../../../tests/support/services.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import { urgencyOf } from '../../../policy/plan/matter-clock.ts'
import { orderedBy } from '../../../shared/clean.ts'
import * as funds from '../../money/funds/contract.ts'
import * as baselines from '../../programme/baselines/contract.ts'
import * as acts from '../course/act-contract.ts'
import * as course from '../course/contract.ts'
import * as matters from './contract.ts'

let world: World
let park: Park
beforeAll(async () => {
  world = await startWorld()
  park = (await approvedPilot(world)).park
  world.setClock('2026-06-01T09:00:00+08:00')
})
afterAll(() => world.stop())

const show = async (filingId: string, as = '嘉善县经信局·经办') =>
  (await world.as(as)).done(matters.showMatter, { params: { filingId } })
const showFiling = async (filingId: string, as = '嘉善县经信局·经办') =>
  (await world.as(as)).done(course.showFiling, { params: { filingId } })

it('goes from the park through both bureaus and both departments to a new version of the plan (G5.5)', async () => {
  const before = await planOf(world, park)
  const target = before.content.targets.rows.find((row) => row.indicator === 'P1')?.target ?? 0
  const filingId = await reported(world, park, 'target-change')
  await askFor(world, park, filingId, withTarget(before.content, 'P1', target - 3))
  world.setClock('2026-06-01T20:00:00+08:00')
  await submit(world, park, filingId)
  expect(await show(filingId)).toMatchObject({
    no: '2026-001',
    state: 'submitted',
    waitingFor: ['county-economy', 'county-finance', 'province-economy', 'province-finance'],
    clock: { reported: 'on-time', passOnBy: '2026-06-04', passedOn: 'running' },
  })

  for (const [at, name] of [
    ['2026-06-02', '嘉善县财政局·经办'],
    ['2026-06-02', '省经信厅·处室'],
  ] as const) {
    world.setClock(at)
    const early = await approveAs(world, name, filingId)
    expect([early.status, early.body.error.code, early.body.error.clause]).toEqual([
      422,
      'review.not-your-turn',
      'G5.5',
    ])
  }
  await approveAs(world, speakers[0], filingId)
  await approveAs(world, speakers[1], filingId)
  expect((await show(filingId)).clock.passedOn).toBe('on-time')
  world.setClock('2026-06-05')
  await approveAs(world, speakers[2], filingId)
  expect((await planOf(world, park)).versions).toHaveLength(1)
  const last = await approveAs(world, speakers[3], filingId)
  expect(last.body).toEqual({ state: 'approved', toSign: false })
  expect((await show(filingId)).madeNo).toBe(2)

  const after = await planOf(world, park)
  expect(after.versions.map(({ no, inForceFrom, matter }) => [no, inForceFrom, matter?.no])).toEqual([
    [2, '2026-06-05', '2026-001'],
    [1, '2026-04-01', undefined],
  ])
  expect(after.content.targets.rows.find((row) => row.indicator === 'P1')?.target).toBe(target - 3)
  const first = await planOf(world, park, 1)
  expect([first.content, first.hash]).toEqual([before.content, before.hash])
  const done = await show(filingId)
  expect([done.state, done.made, done.base?.no]).toEqual(['approved', { no: 2, inForceFrom: '2026-06-05' }, 1])
})

it('moves money between fund lines in the ledger with the version (G3.6)', async () => {
  const client = await world.as('嘉善县财政局·经办')
  const params = { pilotId: park.pilotId }
  const linesNow = async () => (await client.done(funds.showFunds, { params })).lines.map((line) => line.provincialFen)
  const before = await linesNow()
  const { content } = await planOf(world, park)
  const filingId = await reported(world, park, 'target-change', { amountFen: 10_000_000 })
  await askFor(world, park, filingId, withMoney(content, 0, 1, 10_000_000))
  await submit(world, park, filingId)
  expect((await approveAll(world, filingId)).madeNo).toBe(3)
  const after = await linesNow()
  expect(after).toEqual(before.map((fen, i) => fen + (i === 0 ? -10_000_000 : i === 1 ? 10_000_000 : 0)))
  const { entries } = await client.done(funds.listEntries, { params, search: { kind: 'budget-change' } })
  expect(entries.map((entry) => [entry.amountFen, entry.postings.map((one) => one.amountFen)])).toEqual([
    [10_000_000, [-10_000_000, 10_000_000]],
  ])
})

it('comes back with marks; the resubmission shows what changed and who asked for it', async () => {
  const { content } = await planOf(world, park)
  const filingId = await reported(world, park, 'target-change')
  await askFor(world, park, filingId, withTarget(content, 'P1', 20))
  await submit(world, park, filingId)
  await approveAs(world, speakers[0], filingId)
  const finance = await world.as(speakers[1])
  const marks = [{ section: 'change', reason: '调减幅度过大' }]
  const returned = await finance.done(acts.giveOpinion, {
    params: { filingId },
    body: { verdict: 'return', versionNo: 1, marks },
  })
  expect(returned.state).toBe('returned')
  const back = await showFiling(filingId, managerOf(park))
  expect(back.sections.map(({ section, open, marks: own }) => [section, open, own.length])).toEqual([
    ['report', false, 0],
    ['change', true, 1],
  ])
  await askFor(world, park, filingId, withTarget(content, 'P1', 22))
  await submit(world, park, filingId)
  const again = await showFiling(filingId)
  expect([again.versions.length, again.viewed?.no]).toEqual([2, 2])
  expect(again.changes?.map(({ section, before, after }) => [section, before.zh, after.zh])).toEqual([
    ['change', '20', '22'],
  ])
  expect(again.waitingFor).toHaveLength(4)
})

it('ends a mere report with the same opinions and leaves the plan alone', async () => {
  const filingId = await reported(world, park, 'safety-accident')
  await submit(world, park, filingId)
  const before = (await planOf(world, park)).versions.length
  expect(await approveAll(world, filingId)).toEqual({ state: 'approved', madeNo: null })
  expect((await planOf(world, park)).versions).toHaveLength(before)
})

it('says how late a report was', async () => {
  const occurredAt = '2026-05-01T08:00:00+08:00'
  const filingId = await reported(world, park, 'safety-accident', { occurredAt })
  expect((await show(filingId)).clock).toMatchObject({ reported: 'overdue', reportBy: '2026-05-02T00:00:00.000Z' })
  await submit(world, park, filingId)
  expect((await show(filingId)).clock.reported).toBe('late')
})

it('is listed by its clock, what is overdue before what is done, page by page', async () => {
  const open = await reported(world, park, 'safety-accident', { occurredAt: '2026-05-03T08:00:00+08:00' })
  const client = await world.as('省经信厅·处室')
  const { matters: rising, total } = await client.done(matters.listMatters, { search: { sort: 'clock' } })
  expect(rising[0]?.filingId).toBe(open)
  expect(rising.at(-1)?.clock.reported).toBe('on-time')
  expect(orderedBy(rising, 'clock', () => (row) => urgencyOf(row.clock))).toEqual(rising)
  const paged: string[] = []
  for (let page = 1; page <= total; page++) {
    const search = { sort: '-clock', page, pageSize: 1 } as const
    paged.push(...(await client.done(matters.listMatters, { search })).matters.map((row) => row.filingId))
  }
  expect(paged).toHaveLength(total)
  expect(paged.at(-1)).toBe(open)
})

it('is listed for the park, its county and the province, not for a foreign one', async () => {
  const seen = async (name: string) => (await (await world.as(name)).done(matters.listMatters, {})).total
  expect(await seen('省经信厅·处室')).toBe(await seen('嘉善县财政局·负责人'))
  expect(await seen(managerOf(park))).toBeGreaterThan(3)
  expect(await seen('海宁市经信局·经办')).toBe(0)
  const foreign = await world.as('海宁市经信局·经办')
  const params = { pilotId: park.pilotId }
  for (const route of [matters.listPilotMatters, baselines.listBaselines] as const) {
    expect((await foreign.call(route, { params })).status).toBe(404)
  }
  const filingId = await planFilingOf(await world.as(managerOf(park)), park.pilotId)
  expect((await foreign.call(course.showFiling, { params: { filingId } })).status).toBe(404)
})
