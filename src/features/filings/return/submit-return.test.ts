import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Park } from '../../../../database/demo/programme.ts'
import { abilityIn } from '../../../../tests/support/abilities.ts'
import { payFor } from '../../../../tests/support/paid.ts'
import {
  explainReturn,
  openReturn,
  revisionOf,
  servedPilot,
  showReturn,
  totals,
} from '../../../../tests/support/returns.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as acts from '../course/act-contract.ts'
import * as course from '../course/contract.ts'
import * as contract from './contract.ts'

let world: World
let park: Park
let late = ''
let q2 = ''
beforeAll(async () => {
  world = await startWorld()
  ;({ park, late } = await servedPilot(world))
  world.setClock('2026-07-03')
  q2 = await openReturn(world, park, '2026Q2')
})
afterAll(() => world.stop())

const manager = () => world.as(`${park.name}·负责人`)
const shown = () => showReturn(world, q2, `${park.name}·负责人`)

it('lists every figure behind time without a reason, and is refused while one is (G3.5)', async () => {
  const before = await shown()
  const { gaps, actions } = before
  expect(gaps.length).toBeGreaterThan(2)
  expect(abilityIn(actions, 'submit')).toMatchObject({ allowed: false, clause: 'G3.5' })
  const call = async (revision: number) =>
    (await manager()).call(acts.submitFiling, { params: { filingId: q2 }, body: { revisions: { reasons: revision } } })
  expect(gaps[0]).toMatchObject({ severity: 'error', code: 'returns.reason-for-delay-missing', clause: 'G3.5' })
  // The records say every figure of this edition, or a spot check will: the park states none.
  expect(gaps.filter((gap) => gap.code === 'returns.figure-not-stated')).toEqual([])
  expect((await call(revisionOf(before))).body.error).toMatchObject({ code: 'review.gaps-remain', clause: 'G3.5' })
  await explainReturn(world, park, q2)
  expect((await call(revisionOf(before))).status).toBe(409)
  expect((await shown()).gaps).toEqual([])
})

it('is the manager’s, freezes version and hash, and happens once (G3.5)', async () => {
  const revision = revisionOf(await shown())
  const params = { filingId: q2 }
  const body = { revisions: { reasons: revision } }
  const officer = await world.as(`${park.name}·服务专员`)
  const { error } = (await officer.call(acts.submitFiling, { params, body })).body
  expect(error).toMatchObject({ code: 'filing.not-the-preparer', clause: 'G3.5' })
  const client = await manager()
  const [one, other] = await Promise.all([
    client.call(acts.submitFiling, { params, body }),
    client.call(acts.submitFiling, { params, body }),
  ])
  expect([one.status, other.status].sort()).toEqual([200, 422])
  const { state, versions, standing, head } = await shown()
  expect(state).toBe('submitted')
  expect(standing).toMatchObject({ state: 'on-time', days: 0 })
  expect(versions).toMatchObject([{ no: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/) }])
  expect(head).toMatchObject({
    filledBy: `${park.name}·服务专员`,
    reviewedBy: `${park.name}·负责人`,
    submittedOn: '2026-07-03',
  })
  const again = await officer.call(course.saveFilingSection, {
    params: { ...params, section: 'reasons' },
    body: { revision, content: { reasons: {} } },
  })
  expect(again.body.error.code).toBe('common.not-in-state')
})

it('keeps every record it counted: rows and facts are the content whose hash stands on the form (G3.5)', async () => {
  const [found] = await world.sql<{ rows: number; facts: number; counted: number }>(
    `select jsonb_array_length(v.content -> 'rows') as rows, jsonb_array_length(v.content -> 'facts') as facts,
            (select count(*)::int from return_facts f where f.version_id = v.id) as counted
       from filing_versions v where v.filing_id = $1`,
    [q2],
  )
  expect(found?.rows).toBe((await shown()).rows.length)
  expect(found?.facts).toBe(found?.counted)
})

it('holds against what is recorded later, and says where the difference will stand (G3.5)', async () => {
  const before = totals((await shown()).rows)
  world.setClock('2026-07-12')
  await payFor(world, park, late, '2026-06-28')
  const { rows, later } = await shown()
  expect(totals(rows)).toEqual(before)
  expect(later?.period).toBe('2026Q3')
  expect(later?.figures).toMatchObject([
    { indicator: 'P1', reported: 1, now: 2 },
    { indicator: 'P3', reported: 2, now: 3 },
    { indicator: 'F1', reported: 2.4, now: 3.6 },
  ])
  const params = { filingId: q2, indicator: 'F1' }
  const records = await (await manager()).done(contract.listRowRecords, { params })
  expect(records).toMatchObject({ frozen: true, figure: 2.4, total: 3, changes: null })
})

it('is refused by the database when somebody would change it (G3.5)', async () => {
  for (const statement of [
    'update return_rows set total_value = 99',
    'delete from return_facts',
    'update return_heads set spent_fen = 0',
    'truncate return_lifts',
    'truncate return_reductions, return_lifts',
    `insert into return_rows select version_id, pilot_id, period, 99, 'X1', unit, baseline, target, year_target, 1, 1, 1, null, null, null, 0, false, 1, 0, null, '', scope from return_rows limit 1`,
    `insert into return_facts select version_id, 'P3', 'service', gen_random_uuid(), day, 1, null, null, 0, scope from return_facts limit 1`,
  ])
    await expect(world.sql(statement)).rejects.toThrow(/append-only|complete/)
  const reduce = (value: string, reason = '抽查', indicator = 'P3') =>
    world.sql(
      `insert into return_reductions select gen_random_uuid(), version_id, indicator, 'county', 'economy', total_value - (${value}), ${value}, $1, scope from return_rows where indicator = $2`,
      [reason, indicator],
    )
  await expect(reduce('total_value + 1')).rejects.toThrow(/only be lower/)
  await expect(reduce('total_value')).rejects.toThrow(/only be lower/)
  await expect(reduce('0', 'x', 'B1')).rejects.toThrow(/only be lower/)
  await expect(reduce('-1')).rejects.toThrow(/only be lower/)
  await expect(reduce('1', ' ')).rejects.toThrow(/check constraint/)
})
