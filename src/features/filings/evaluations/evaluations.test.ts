import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as play from '../../../../database/demo/evaluations.ts'
import { makePdf } from '../../../../database/demo/photos.ts'
import type { County, Park } from '../../../../database/demo/programme.ts'
import { abilityIn } from '../../../../tests/support/abilities.ts'
import { servedPilot } from '../../../../tests/support/returns.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as acts from './act-contract.ts'
import * as contract from './contract.ts'

const economy = '嘉善县经信局·经办'
const finance = '嘉善县财政局·经办'
const expert = '嘉善县·评审专家甲'
const bound = '嘉善县·评审专家乙'

let world: World
let county: County
let park: Park
let evaluationId = ''
beforeAll(async () => {
  world = await startWorld()
  const served = await servedPilot(world)
  county = served
  park = served.park
  await play.openExpert(world, county.countyId, expert)
  await play.openExpert(world, county.countyId, bound)
})
afterAll(() => world.stop())

const manager = () => `${park.name}·负责人`
const params = () => ({ evaluationId })
const show = async (who = economy) => (await world.as(who)).done(contract.showEvaluation, { params: params() })
const itemOf = async (id: string, who = economy) => {
  const found = (await show(who)).parts.flatMap(({ items }) => items).find((item) => item.id === id)
  if (!found) throw new Error(`no item ${id}`)
  return found
}
const open = async (body: object, who = economy) =>
  (await world.as(who)).call(acts.openEvaluation, {
    params: { pilotId: park.pilotId },
    body: { kind: 'mid-term-evaluation', cutOff: '2026-12-31', ...body },
  })
const scoreFinal = async (body: object) =>
  (await world.as(economy)).call(acts.scoreFinal, {
    params: params(),
    body: { item: 'progress', score: { by: 'points', points: 0 }, reason: '', fileId: null, ...body } as never,
  })
const codes = (answer: { body: { error?: { code: string; also?: { code: string }[] } } }) => answer.body.error?.code

describe('a mid-term evaluation', () => {
  it('is not held before a year is full, to a day to come, or by another office', async () => {
    world.setClock('2026-12-30')
    expect((await open({})).body.error).toMatchObject({
      code: 'evaluation.cut-off-to-come',
      fields: [{ field: 'cutOff' }],
    })
    expect((await open({ cutOff: '2026-12-30' })).body.error).toMatchObject({
      code: 'evaluation.year-not-full',
      clause: 'G5.3',
      fields: [{ field: 'cutOff' }],
    })
    world.setClock('2027-01-20')
    expect((await open({}, finance)).status).toBe(403)
    expect(codes(await open({}, '省经信厅·处室'))).toBe('filing.not-the-preparer')
    expect((await open({}, '海宁市经信局·经办')).status).toBe(404)
    expect((await open({ kind: 'final-evaluation' })).body.error).toMatchObject({
      code: 'filing.not-the-preparer',
    })
    for (const cutOff of ['x', '2026-12-32'])
      expect((await open({ cutOff })).body.error).toMatchObject({
        code: 'common.bad-day',
        fields: [{ field: 'cutOff' }],
      })
  })

  it('freezes what the records come to on its cut-off, item by item, with the sum in words', async () => {
    const answer = await open({})
    expect(answer.body).toMatchObject({ evaluationId: expect.any(String) })
    evaluationId = answer.body.evaluationId
    expect(codes(await open({}))).toBe('evaluation.opened-before')
    const view = await show()
    expect(view).toMatchObject({ state: 'self', computations: [{ no: 1, cutOff: '2026-12-31', baselineNo: 1 }] })
    const progress = await itemOf('progress')
    expect(progress.computed.sum.zh).toMatch(/23 项指标中 \d+ 项计分/)
    expect(progress.href).toBe(`/pilots/${park.pilotId}/returns`)
    const evidence = await itemOf('evidence')
    expect(evidence.computed).toMatchObject({ state: 'not-applicable', points: null })
    // Nobody has checked, so there is nothing to open; and no expert has scored.
    expect(evidence.href).toBeNull()
    expect(progress.expert).toMatchObject({ state: 'open', points: null })
    expect((await itemOf('agencies')).computed).toMatchObject({ state: 'open' })
    // Tables of three quarters were due and never filed.
    expect((await itemOf('reports')).computed.cases.length).toBeGreaterThan(0)
    await expect(world.sql(`update evaluation_computations set reason = 'x'`)).rejects.toThrow('append-only')
  })

  it('hears the park first: an item without its word is named, and points are never typed where a person judges', async () => {
    const client = await world.as(manager())
    const self = (body: object) =>
      client.call(acts.scoreSelf, {
        params: params(),
        body: { item: 'agencies', score: { by: 'points', points: 600 }, reason: '', fileId: null, ...body } as never,
      })
    expect(codes(await self({}))).toBe('evaluation.judged-by-form')
    expect(codes(await self({ item: 'nothing' }))).toBe('evaluation.unknown-item')
    const unsaid = await self({ score: { by: 'elements', elements: ['two-a-type'] } })
    expect(unsaid.body.error).toMatchObject({ code: 'evaluation.score-without-reason', fields: [{ field: 'reason' }] })
    const raised = await self({
      item: 'progress',
      score: { by: 'points', points: 5000 },
      reason: '另有未录入的完成情况',
    })
    expect(raised.body.error).toMatchObject({ code: 'evaluation.raised-without-proof', fields: [{ field: 'fileId' }] })
    const beyond = await self({ item: 'progress', score: { by: 'points', points: 5001 }, reason: '多做了很多工作' })
    expect(beyond.body.error).toMatchObject({ code: 'evaluation.points-beyond', fields: [{ field: 'score.points' }] })
    const early = await client.call(acts.submitSelf, { params: params(), body: { text: '' } })
    expect(early.body.error).toMatchObject({ code: 'evaluation.self-incomplete' })
    await play.evaluateItself(world, park, evaluationId)
    expect(await show(manager())).toMatchObject({ state: 'scoring', totals: { final: null, expert: null } })
    expect(codes(await self({ score: { by: 'elements', elements: ['rating'] }, reason: '再补一项' }))).toBe(
      'common.not-in-state',
    )
  })

  it('gives experts a seat, who declare first; who is bound to the park never scores it', async () => {
    const accounts = (await (await world.as(economy)).done(contract.listExperts)).experts
    const idOf = (name: string) => accounts.find((one) => one.name === name)?.accountId ?? ''
    const name = async (who: string, body: object = {}) =>
      (await world.as(economy)).call(acts.nameExpert, {
        params: params(),
        body: {
          accountId: idOf(who),
          employer: '浙江工业大学',
          from: '2027-01-20',
          to: '2027-02-10',
          ...body,
        } as never,
      })
    const [agency] = await world.sql<{ uscc: string }>(
      `select uscc from partner_agencies where pilot_id = $1 limit 1`,
      [park.pilotId],
    )
    const stake = await name(expert, { employer: '某服务机构', employerUscc: agency?.uscc })
    expect(stake.body.error).toMatchObject({ code: 'evaluation.expert-bound', fields: [{ field: 'accountId' }] })
    expect((await name(expert, { from: '2027-02-11' })).body.error).toMatchObject({
      code: 'evaluation.seat-ends-before',
    })
    expect((await name(expert, { employer: park.name })).body.error).toMatchObject({ code: 'evaluation.expert-bound' })
    const noCode = await name(expert, { employerUscc: '123' })
    expect(noCode.body.error).toMatchObject({ code: 'unit.bad-uscc', fields: [{ field: 'employerUscc' }] })
    expect((await name(expert)).status).toBe(200)
    expect((await name(bound)).status).toBe(200)
    expect(codes(await name(expert))).toBe('evaluation.expert-named-before')

    const scored = async (who: string) =>
      (await world.as(who)).call(acts.scoreAsExpert, {
        params: params(),
        body: {
          item: 'agencies',
          score: { by: 'elements', elements: ['two-a-type', 'fair-choice'] },
          reason: '查看了选定记录',
          fileId: null,
        },
      })
    const declare = async (who: string, declared: 'free' | 'bound', reason = '') =>
      (await world.as(who)).call(acts.declare, { params: params(), body: { declared, reason } })
    expect(codes(await scored(expert))).toBe('evaluation.not-declared')
    expect(codes(await declare(bound, 'bound'))).toBe('evaluation.bound-without-reason')
    expect((await declare(bound, 'bound', '近两年为该园区做过顾问')).status).toBe(200)
    expect(codes(await scored(bound))).toBe('evaluation.stepped-aside')
    expect((await declare(expert, 'free')).status).toBe(200)
    expect((await scored(expert)).status).toBe(200)
    expect((await itemOf('agencies')).expert).toMatchObject({ points: 400 })
    const seen = await itemOf('progress', expert)
    expect(seen.expert?.points).toBe(seen.computed.points)
    // The pages behind it are open by the seat.
    expect(seen.href).toBe(`/pilots/${park.pilotId}/returns`)
    expect((await show(expert)).totals.final).toBeNull()
    // The database lets nobody score from no seat, nor out of turn.
    const insert = (givenIn: string) =>
      world.sql(
        `insert into evaluation_scores (id, evaluation_id, no, item, given_in, facts, given_by, given_at, scope)
         select gen_random_uuid(), e.id, 99, 'agencies', $1, '{"kind":"given","points":1}', a.id, now(), e.scope
           from evaluations e, accounts a where e.id = $2 and a.name = $3`,
        [givenIn, evaluationId, bound],
      )
    await expect(insert('expert')).rejects.toThrow(/seat of their own/)
    await expect(insert('self')).rejects.toThrow(/out of turn/)
  })

  it('is told once every item is final, and the park may object within its days', async () => {
    const tell = async () => (await world.as(economy)).call(acts.tellResult, { params: params(), body: {} })
    expect((await tell()).body.error).toMatchObject({ code: 'evaluation.final-incomplete' })
    expect(codes(await scoreFinal({ score: { by: 'points', points: 100 } }))).toBe('evaluation.score-without-reason')
    await play.scoreJudged(world, economy, evaluationId)
    expect((await tell()).status).toBe(200)
    const seat = { accountId: park.pilotId, employer: '浙江工业大学', from: '2027-01-20', to: '2027-02-10' }
    const late = await (await world.as(economy)).call(acts.nameExpert, { params: params(), body: seat })
    expect(late.body.error).toMatchObject({ code: 'common.not-in-state', clause: 'G5.3' })
    const view = await show(manager())
    expect(view).toMatchObject({ state: 'told', objectUntil: '2027-01-27', settled: false })
    expect(view.totals.final?.grade?.zh).toBeDefined()
    expect(codes(await scoreFinal({ score: { by: 'points', points: 100 }, reason: '改一改分数看看' }))).toBe(
      'common.not-in-state',
    )
  })

  it('changes one item where an objection is upheld, and nothing else', async () => {
    const before = await show(manager())
    const client = await world.as(manager())
    const object = (item: string, reason: string) =>
      client.call(acts.objectTo, { params: params(), body: { item, reason, fileId: null } })
    expect((await object('progress', ' ')).body.error).toMatchObject({
      code: 'common.reason-missing',
      fields: [{ field: 'reason' }],
    })
    expect((await object('progress', '三月的服务未计入完成进度')).status).toBe(200)
    expect(codes(await object('progress', '再次提出同一异议'))).toBe('evaluation.objected-before')
    expect(codes(await client.call(acts.agreeTo, { params: params(), body: {} }))).toBe('evaluation.objections-open')
    const takeBack = async () => abilityIn((await show()).actions, 'take-back')
    expect(await takeBack()).toMatchObject({ allowed: false, clause: 'G5.3' })
    const [objection] = (await show()).objections
    const answer = async (body: object) =>
      (await world.as(economy)).call(acts.answerObjection, {
        params: params(),
        body: { objectionId: objection?.objectionId, answer: '核对后应计入，予以调整', ...body } as never,
      })
    expect(codes(await answer({ verdict: 'changed' }))).toBe('evaluation.answer-changes-nothing')
    const standing = { by: 'points', points: (await itemOf('progress')).final?.points ?? 0 }
    expect(codes(await answer({ verdict: 'changed', score: standing }))).toBe('evaluation.answer-changes-nothing')
    const officer = await world.as(economy)
    const fileId = await officer.upload('核对记录.pdf', makePdf({ title: '核对记录', lines: ['应计入'] }))
    const points = ((await itemOf('progress')).final?.points ?? 0) + 100
    expect((await answer({ verdict: 'changed', score: { by: 'points', points }, fileId })).status).toBe(200)
    expect(codes(await answer({ verdict: 'kept' }))).toBe('evaluation.answered-before')
    expect(await takeBack()).toMatchObject({ allowed: true })
    const after = await show(manager())
    const finals = ({ parts }: contract.EvaluationView) =>
      parts.flatMap(({ items }) => items.map((item) => [item.id, item.final?.points]))
    expect(finals(after)).toEqual(finals(before).map(([id, was]) => [id, id === 'progress' ? points : was]))
  })
})
