import { afterAll, beforeAll, expect, it } from 'vitest'
import * as play from '../../../../database/demo/evaluations.ts'
import type { Park } from '../../../../database/demo/programme.ts'
import { abilityIn } from '../../../../tests/support/abilities.ts'
import { servedPilot } from '../../../../tests/support/returns.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as acts from './act-contract.ts'
import * as contract from './contract.ts'

const economy = '嘉善县经信局·经办'
const expert = '嘉善县·评审专家甲'
const reason = '核查发现其近三年为园区做过顾问'

let world: World
let park: Park
let evaluationId = ''
let accountId = ''
beforeAll(async () => {
  world = await startWorld()
  const county = await servedPilot(world)
  park = county.park
  await play.openExpert(world, county.countyId, expert)
  world.setClock('2027-01-20')
  evaluationId = await play.openEvaluation(world, park, play.midTerm, '2026-12-31')
  await play.evaluateItself(world, park, evaluationId)
  const officer = await world.as(economy)
  accountId = (await officer.done(contract.listExperts)).experts[0]?.accountId ?? ''
  const seat = { accountId, employer: '浙江工业大学', from: '2027-01-20', to: '2027-02-10' }
  await officer.done(acts.nameExpert, { params: params(), body: seat })
  const client = await world.as(expert)
  await client.done(acts.declare, { params: params(), body: { declared: 'free', reason: '' } })
  const score = { by: 'elements' as const, elements: ['two-a-type', 'fair-choice'] }
  const body = { item: 'agencies', score, reason: '查看了选定记录', fileId: null }
  await client.done(acts.scoreAsExpert, { params: params(), body })
})
afterAll(() => world.stop())

const params = () => ({ evaluationId })
const codes = (answer: { body: { error?: { code: string } } }) => answer.body.error?.code
const show = async (who: string) => (await world.as(who)).done(contract.showEvaluation, { params: params() })
const agencies = async (who = economy) =>
  (await show(who)).parts.flatMap(({ items }) => items).find(({ id }) => id === 'agencies')
const takeBack = async (who: string, body: object = {}) =>
  (await world.as(who)).call(acts.takeSeatBack, { params: params(), body: { accountId, reason, ...body } })

it('is refused to the park, a foreign county, without a reason and for whoever has no seat', async () => {
  expect((await takeBack(`${park.name}·负责人`)).status).toBe(403)
  expect((await takeBack('海宁市经信局·经办')).status).toBe(404)
  const silent = await takeBack(economy, { reason: ' ' })
  expect(silent.body.error).toMatchObject({ code: 'common.reason-missing', fields: [{ field: 'reason' }] })
  expect(codes(await takeBack(economy, { accountId: park.pilotId }))).toBe('evaluation.seat-of-nobody')
  expect((await agencies())?.expert).toMatchObject({ points: 400 })
  expect((await show(economy)).seats).toMatchObject([{ accountId, takenBack: null }])
})

it('leaves the scores on record with their reasons and out of the mean', async () => {
  expect(abilityIn((await show(economy)).actions, 'take-seat-back')).toMatchObject({ allowed: true })
  expect((await takeBack(economy)).status).toBe(200)
  const item = await agencies()
  expect(item?.expert).toMatchObject({ state: 'open', points: null })
  expect(item?.experts).toMatchObject([{ points: 400, given: { reason: '查看了选定记录', counts: false } }])
  expect((await show(economy)).seats).toMatchObject([{ scored: 1, takenBack: { reason, by: economy } }])
  expect(codes(await takeBack(economy))).toBe('evaluation.seat-taken-back-before')
  const events = await world.sql(`select 1 from audit_events where kind = 'evaluation.seat-taken-back'`)
  expect(events).toHaveLength(1)
})

it('shuts the evaluation to whose seat it was, and gives the account no other seat on it', async () => {
  const client = await world.as(expert)
  const score = { item: 'agencies', score: { by: 'nothing' as const }, reason: '再评一次这个项目', fileId: null }
  const scored = await client.call(acts.scoreAsExpert, { params: params(), body: score })
  expect(codes(scored)).toBe('evaluation.seat-taken-back')
  expect((await client.call(contract.showEvaluation, { params: params() })).status).toBe(404)
  const again = { accountId, employer: '浙江工业大学', from: '2027-01-20', to: '2027-02-10' }
  const named = await (await world.as(economy)).call(acts.nameExpert, { params: params(), body: again })
  expect(codes(named)).toBe('evaluation.expert-named-before')
})

it('is kept so by the database', async () => {
  const undo = world.sql(
    `update evaluation_seats set taken_back_at = null, taken_back_by = null, taken_back_reason = ''
      where evaluation_id = $1 and account_id = $2`,
    [evaluationId, accountId],
  )
  await expect(undo).rejects.toThrow(/taken back stays so/)
  const scored = world.sql(
    `insert into evaluation_scores (id, evaluation_id, no, item, given_in, facts, given_by, given_at, scope)
     select gen_random_uuid(), e.id, 99, 'agencies', 'expert', '{"kind":"given","points":1}', $2, $3, e.scope
       from evaluations e where e.id = $1`,
    [evaluationId, accountId, world.now],
  )
  await expect(scored).rejects.toThrow(/seat of their own/)
})
