import { afterAll, beforeAll, expect, it } from 'vitest'
import { planOf } from '../../../../database/demo/course.ts'
import { approve, type County, demoCounty, draftPlan, submitPlan } from '../../../../database/demo/programme.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as acts from '../course/act-contract.ts'

const repetitions = 100

let world: World
let county: County
beforeAll(async () => {
  world = await startWorld()
  county = await demoCounty(world)
  for (const park of [county.first, county.second]) await draftPlan(world, park)
})
afterAll(() => world.stop())

const marks = [{ section: 'controls', reason: '请补充审批权限' }]

it('takes one of two submissions, one of two words of a bureau, and never half a review, a hundred times', async () => {
  const manager = await world.as(`${county.first.name}·负责人`)
  const filingId = await planOf(manager, county.first.pilotId)
  const submit = () =>
    manager.call(acts.submitFiling, { params: { filingId }, body: { reason: '审批权限已在附件中写明' } })
  const opine = async (name: string, verdict: 'approve' | 'return', versionNo: number) => {
    const client = await world.as(name)
    const body = { verdict, versionNo, marks: verdict === 'return' ? marks : [] }
    return client.call(acts.giveOpinion, { params: { filingId }, body })
  }
  for (let no = 1; no <= repetitions; no++) {
    const submitted = await Promise.all([submit(), submit()])
    expect(submitted.map((one) => one.status).sort()).toEqual([200, 422])
    const [economy, leader, finance] = await Promise.all([
      opine('嘉善县经信局·经办', 'approve', no),
      opine('嘉善县经信局·负责人', 'approve', no),
      opine('嘉善县财政局·经办', 'return', no),
    ])
    expect(finance.body.state).toBe('returned')
    expect([economy.status, leader.status].filter((status) => status === 200).length).toBeLessThanOrEqual(1)
  }
  const [counted] = await world.sql<{ versions: number; opinions: number; doubled: number }>(
    `select (select count(*)::int from filing_versions where filing_id = $1) as versions,
            (select count(*)::int from filing_opinions o join filing_versions v on v.id = o.version_id
              where v.filing_id = $1 and o.bureau = 'finance') as opinions,
            (select count(*)::int from (select from filing_opinions group by version_id, bureau having count(*) > 1) d) as doubled`,
    [filingId],
  )
  expect(counted).toEqual({ versions: repetitions, opinions: repetitions, doubled: 0 })
}, 120_000)

it('locks one baseline and opens one ledger when both bureaus approve in the same moment', async () => {
  await submitPlan(world, county.second)
  const states = await Promise.all([
    approve(world, county.second, '嘉善县经信局·经办'),
    approve(world, county.second, '嘉善县财政局·经办'),
  ])
  expect(states.map((one) => one.state).sort()).toEqual(['approved', 'submitted'])
  const [rows] = await world.sql<{ baselines: number; awards: number }>(
    `select (select count(*)::int from baselines where pilot_id = $1) as baselines,
            (select count(*)::int from ledger_entries where pilot_id = $1 and kind = 'award') as awards`,
    [county.second.pilotId],
  )
  expect(rows).toEqual({ baselines: 1, awards: 1 })
})
