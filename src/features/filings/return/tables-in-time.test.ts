import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Park } from '../../../../database/demo/programme.ts'
import { openReturn, servedPilot, showReturn, submitReturn } from '../../../../tests/support/returns.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as calendar from '../../oversight/calendar/contract.ts'
import * as contract from './contract.ts'

let world: World
let park: Park
let manager: string
beforeAll(async () => {
  world = await startWorld()
  ;({ park } = await servedPilot(world))
  manager = `${park.name}·负责人`
})
afterAll(() => world.stop())

const rowOf = async (filingId: string) => (await showReturn(world, filingId, manager)).rows.find(isInTime)
const isInTime = ({ indicator }: { indicator: string }) => indicator === 'P10'

it('counts the tables that came in time among those that were due, from the calendar’s own lateness (G3.5)', async () => {
  world.setClock('2026-07-03')
  const q2 = await openReturn(world, park, '2026Q2')
  // Nothing was due by the cut-off: the table's own day comes after it.
  expect(await rowOf(q2)).toMatchObject({ computed: true, source: null, total: null, rate: null })
  world.setClock('2026-07-10T23:59:59+08:00')
  await submitReturn(world, park, q2)
  world.setClock('2026-10-02')
  const q3 = await openReturn(world, park, '2026Q3')
  expect(await rowOf(q3)).toMatchObject({ thisPeriod: 100, thisYear: 100, total: 100, gap: 0, proofs: 1 })
  world.setClock('2026-10-13')
  await submitReturn(world, park, q3)
  world.setClock('2027-01-04')
  const q4 = await openReturn(world, park, '2026Q4')
  expect(await rowOf(q4)).toMatchObject({ thisPeriod: 0, thisYear: 50, total: 50, rate: 50, gap: -50, proofs: 2 })

  const client = await world.as(manager)
  const { duties } = await client.done(calendar.listCalendar, { search: { kind: 'target-table', standing: 'owed' } })
  expect(duties.map(({ period, standing }) => [period, standing.state]).sort()).toEqual([
    ['2026Q2', 'on-time'],
    ['2026Q3', 'late'],
  ])
  const { records, value, of, figure } = await client.done(contract.listRowRecords, {
    params: { filingId: q4, indicator: 'P10' },
  })
  expect([value, of, figure]).toEqual([1, 2, 50])
  expect(records.map(({ kind, title, detail, href, value: part }) => [kind, title.zh, detail.zh, href, part])).toEqual([
    ['filing', '2026年三季度绩效目标完成情况表', '应于 2026-10-10 前报送 · 逾期 3 天报送', `/returns/${q3}`, 0],
    ['filing', '2026年二季度绩效目标完成情况表', '应于 2026-07-10 前报送 · 按时报送', `/returns/${q2}`, 1],
  ])

  // The plan is due as well, and came in time: every duty of the park's own is on one list.
  const all = await client.done(contract.listRowRecords, { params: { filingId: q4, indicator: 'P9' } })
  expect([all.value, all.of, all.figure]).toEqual([2, 3, 66.67])
  expect(all.records.map(({ title, detail, href }) => [title.zh, detail.zh, href]).at(-1)).toEqual([
    '服务计划与资金使用方案',
    '应于 2026-04-25 前报送 · 按时报送',
    `/pilots/${park.pilotId}/plan`,
  ])
})
