import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approvedPilot, type County, type Park } from '../../../../database/demo/programme.ts'
import { enterprisesOf, officerOf, paper, worstAnswers } from '../../../../tests/support/services.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as contract from './contract.ts'

let world: World
let park: Park
let county: County
beforeAll(async () => {
  world = await startWorld()
  county = await approvedPilot(world)
  park = county.first
})
afterAll(() => world.stop())

const officer = () => world.as(officerOf(park))
const facts = { foundedOn: '2016-05-01', revenueWan: 3000, researchWan: 180, titles: [] }
const enterprise = async (at: number) => (await enterprisesOf(world, park))[at]?.enterpriseId ?? ''

describe('a diagnosis (G1.3, G1.4)', () => {
  it('gives problems, the services that help and the class with its reasons, once', async () => {
    const enterpriseId = await enterprise(0)
    const before = await (await officer()).done(contract.showEnterprise, { params: { enterpriseId } })
    expect(before.diagnosis).toBeNull()
    expect(before.actions.map((one) => [one.action, one.allowed])).toEqual([
      ['correct', false],
      ['diagnose', true],
      ['order', false],
    ])
    const reportFileId = await paper(world, officerOf(park), '诊断报告')
    const body = { answers: worstAnswers, facts, reportFileId }
    const done = await (await officer()).done(contract.recordDiagnosis, { params: { enterpriseId }, body })
    expect(done.class).toBe('srdi-direction')
    expect(done.reasons).toHaveLength(4)
    expect(done.problems).toContain('no-certification')
    expect(done.recommended).toContain('system-certification')
    expect(done.report?.name).toBe('诊断报告.pdf')
    const again = await (await officer()).call(contract.recordDiagnosis, {
      params: { enterpriseId },
      body: { answers: worstAnswers, facts },
    })
    expect(again.body.error).toMatchObject({ code: 'services.diagnosed-before', clause: 'G1.3' })
    const { enterprises } = await (await officer()).done(contract.listEnterprises, {
      params: { pilotId: park.pilotId },
    })
    expect(enterprises.at(-1)).toMatchObject({ enterpriseId, class: 'srdi-direction', services: 0 })
  })

  it('is recorded once by two people at the same moment', async () => {
    const enterpriseId = await enterprise(0)
    const names = [officerOf(park), `${park.name}·负责人`]
    const answers = await Promise.all(
      names.map(async (name) =>
        (await world.as(name)).call(contract.recordDiagnosis, {
          params: { enterpriseId },
          body: { answers: worstAnswers, facts },
        }),
      ),
    )
    expect(answers.map((one) => one.status).sort()).toEqual([200, 422])
    expect(answers.find((one) => one.status === 422)?.body.error.code).toBe('services.diagnosed-before')
  })

  it('names the question that was not answered, an answer that does not exist, and a figure that cannot be', async () => {
    const enterpriseId = await enterprise(0)
    const refused = async (answers: Record<string, string>, patch = {}) =>
      (
        await (
          await officer()
        ).call(contract.recordDiagnosis, { params: { enterpriseId }, body: { answers, facts: { ...facts, ...patch } } })
      ).body.error
    const { money: _, ...partly } = worstAnswers
    expect(await refused(partly)).toMatchObject({
      code: 'services.question-unanswered',
      fields: [{ field: 'answers.money' }],
    })
    expect((await refused({ ...worstAnswers, money: 'plenty' })).code).toBe('services.unknown-answer')
    expect((await refused({ ...worstAnswers, luck: 'good' })).code).toBe('services.unknown-question')
    expect((await refused(worstAnswers, { revenueWan: -1 })).code).toBe('services.bad-figure')
    expect((await refused(worstAnswers, { foundedOn: '2026-13-01' })).code).toBe('common.bad-day')
    expect((await refused(worstAnswers, { foundedOn: '2026-05-01' })).zh).toMatch(
      /^成立日期 2026-05-01 晚于诊断日期 \d/,
    )
    const impossible = await refused(worstAnswers, { revenueWan: 1, researchWan: 999_999_999_999 })
    expect(impossible.fields.map(({ field }) => field)).toEqual(['facts.researchWan', 'facts.revenueWan'])
    expect(impossible.code).toBe('services.impossible-figure')
  })

  it('asks to look again at figures that cannot be meant, and takes them once they are confirmed', async () => {
    const enterpriseId = await enterprise(0)
    const client = await officer()
    const doubtful = { ...facts, revenueWan: 30, researchWan: 3000 }
    const params = { enterpriseId }
    const refused = await client.call(contract.recordDiagnosis, {
      params,
      body: { answers: worstAnswers, facts: doubtful },
    })
    expect([refused.status, refused.body.error.code]).toEqual([422, 'services.doubtful-figure'])
    expect(refused.body.error.fields.map(({ field, zh }) => [field, zh.slice(0, 30)])).toEqual([
      ['facts.revenueWan', expect.stringContaining('相差十倍以上')],
      ['facts.researchWan', expect.stringContaining('研发费用 3000 万元高于营业收入 30 万元')],
    ])
    const body = { answers: worstAnswers, facts: doubtful, figuresConfirmed: true }
    expect((await client.done(contract.recordDiagnosis, { params, body })).facts).toEqual(doubtful)
    const same = await client.call(contract.correctDiagnosis, { params, body: { ...body, reason: '再核一次' } })
    expect([same.status, same.body.error.code, same.body.error.clause]).toEqual([422, 'common.nothing-changed', 'G1.3'])
    const right = { ...body, facts: { ...facts, revenueWan: 2400 }, figuresConfirmed: false, reason: '小数点录错' }
    expect((await client.done(contract.correctDiagnosis, { params, body: right })).revision).toBe(2)
    await expect(
      world.sql(
        `update diagnoses set facts = facts || '{"revenueWan": 10000001}', revision = revision + 1, correction_reason = 'x'`,
      ),
    ).rejects.toThrow('diagnoses_figures_possible')
    await expect(world.sql('update diagnoses set revision = revision + 1, correction_reason = $$x$$')).rejects.toThrow(
      'changes something',
    )
  })

  it('is closed to other posts, to a foreign park, and before the plan is approved', async () => {
    const enterpriseId = await enterprise(0)
    const body = { answers: worstAnswers, facts }
    const foreign = await world.as(officerOf(county.foreign))
    expect((await foreign.call(contract.recordDiagnosis, { params: { enterpriseId }, body })).status).toBe(404)
    expect((await foreign.call(contract.showEnterprise, { params: { enterpriseId } })).status).toBe(404)
    expect((await foreign.call(contract.listEnterprises, { params: { pilotId: park.pilotId } })).status).toBe(404)
    const fund = await world.as(`${park.name}·资金专员`)
    expect((await fund.call(contract.recordDiagnosis, { params: { enterpriseId }, body })).status).toBe(403)
    const early = await foreign.done(contract.listEnterprises, { params: { pilotId: county.foreign.pilotId } })
    expect(early.enterprises).toEqual([])
    expect(early.actions[0]).toMatchObject({ allowed: false, clause: 'G3.1' })
  })
})
