import { afterAll, beforeAll, expect, it } from 'vitest'
import * as play from '../../../../database/demo/evaluations.ts'
import type { Park } from '../../../../database/demo/programme.ts'
import { abilityIn } from '../../../../tests/support/abilities.ts'
import { servedPilot } from '../../../../tests/support/returns.ts'
import { paper, photo } from '../../../../tests/support/services.ts'
import { readWord } from '../../../../tests/support/word.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import { postsOnSite } from '../../../policy/evaluation/site-checks.ts'
import * as acts from './act-contract.ts'
import * as contract from './contract.ts'
import { evaluationWord } from './paper-contract.ts'

const economy = '嘉善县经信局·经办'

let world: World
let park: Park
let evaluationId = ''
beforeAll(async () => {
  world = await startWorld()
  park = (await servedPilot(world)).park
  world.setClock('2027-01-20')
  evaluationId = await play.openEvaluation(world, park, play.midTermIn('嘉善县'), '2026-12-31')
  world.setClock('2027-01-25')
})
afterAll(() => world.stop())

const params = () => ({ evaluationId })
const show = async (who = economy) => (await world.as(who)).done(contract.showEvaluation, { params: params() })
const finding = { item: 'agencies', verdict: 'doubtful' as const, remark: '两家机构的选定记录没有日期' }
const said = { on: '2027-01-22', posts: ['economy-officer' as const, 'finance-leader' as const], findings: [finding] }
const check = async (body: object = {}, who = economy) =>
  (await world.as(who)).call(acts.checkOnSite, { params: params(), body: { ...said, ...body } as never })
const refused = async (body: object) => (await check(body)).body.error

it('is refused by field where it cannot be: day, posts, items, words, files (G5.3)', async () => {
  for (const [body, code, field] of [
    [{ on: '' }, 'common.day-missing', 'on'],
    [{ on: '2027-01-26' }, 'common.day-in-future', 'on'],
    [{ on: '2027-01-19' }, 'evaluation.check-before-opening', 'on'],
    [{ posts: [] }, 'evaluation.check-without-posts', 'posts'],
    [{ posts: ['province-economy'] }, 'evaluation.check-by-others', 'posts'],
    [{ posts: ['park-manager'] }, 'evaluation.check-by-others', 'posts'],
    [{ findings: [] }, 'evaluation.check-without-findings', 'findings'],
    [{ findings: [finding, finding] }, 'evaluation.check-names-item-twice', 'findings.1.item'],
    [{ findings: [{ ...finding, item: 'nothing' }] }, 'evaluation.unknown-item', 'findings.0.item'],
    [{ findings: [{ ...finding, remark: ' ' }] }, 'evaluation.check-without-words', 'findings.0.remark'],
    [{ fileIds: [evaluationId] }, 'common.no-such-file', 'fileIds.0'],
  ] as const)
    expect(await refused(body)).toMatchObject({ code, clause: 'G5.3', fields: [{ field }] })
  expect((await show()).siteChecks).toEqual([])
})

it('is recorded by the authority that evaluates alone (G5.3)', async () => {
  expect((await check({}, '嘉善县财政局·经办')).status).toBe(403)
  expect((await check({}, `${park.name}·负责人`)).status).toBe(403)
  expect((await check({}, '海宁市经信局·经办')).status).toBe(404)
  expect((await check({}, '省经信厅·处室')).body.error.code).toBe('filing.not-the-preparer')
})

it('stands on the evaluation and on its paper, and changes no score; the park sees it once it is told', async () => {
  const before = await show()
  const fileIds = [await photo(world, economy), await paper(world, economy, '核查记录')]
  expect((await check({ fileIds })).status).toBe(200)
  const twice = await refused({ fileIds })
  expect(twice).toMatchObject({ code: 'common.file-used', fields: [{ field: 'fileIds.0' }, { field: 'fileIds.1' }] })
  const seen = { on: '2027-01-25', posts: ['expert'], findings: [{ item: 'mechanism', verdict: 'seen', remark: '' }] }
  expect((await check(seen)).status).toBe(200)
  const after = await show()
  expect(after.totals).toEqual(before.totals)
  expect(after.parts).toEqual(before.parts)
  expect(after.siteChecks).toMatchObject([
    { no: 2, checkedOn: '2027-01-25', posts: [{ zh: '评审专家' }], findings: [{ item: 'mechanism', verdict: 'seen' }] },
    {
      no: 1,
      posts: [{ zh: '县经信经办' }, { zh: '县财政负责人' }],
      findings: [{ ...finding, itemName: { zh: '服务机构管理' } }],
      files: [{ mediaType: expect.any(String) }, { mediaType: expect.any(String) }],
      recordedBy: economy,
    },
  ])
  expect((await show(`${park.name}·负责人`)).siteChecks).toEqual([])
  const { raw } = await (await world.as(economy)).call(evaluationWord, { params: params() })
  const word = await readWord(raw)
  const lines = word.tables.flat().map((line) => line.join('|'))
  expect(lines.some((line) => line.includes('服务机构管理') && line.includes(finding.remark))).toBe(true)
  expect([...word.paragraphs, ...lines].join()).toContain('县经信经办')
})

it('belongs to an evaluation under way: none once its result is settled, by the rule and by the database', async () => {
  await play.evaluateItself(world, park, evaluationId)
  await play.scoreJudged(world, economy, evaluationId)
  await (await world.as(economy)).done(acts.tellResult, { params: params(), body: {} })
  expect((await check()).status).toBe(200)
  expect((await show(`${park.name}·负责人`)).siteChecks).toHaveLength(3)
  await play.agree(world, park, evaluationId)
  expect(abilityIn((await show()).actions, 'check-on-site')).toMatchObject({ allowed: false, clause: 'G5.3' })
  expect((await refused({})).code).toBe('evaluation.check-after-result')
  const copy = (columns: string) =>
    world.sql(
      `insert into evaluation_site_checks (evaluation_id, no, checked_on, posts, recorded_by, recorded_at, scope)
       select evaluation_id, 9, ${columns}, scope from evaluation_site_checks where no = 1 and evaluation_id = $1`,
      [evaluationId],
    )
  await expect(copy('checked_on, posts, recorded_by, recorded_at')).rejects.toThrow('under way')
  await expect(copy(`checked_on, array['张三'], recorded_by, recorded_at`)).rejects.toThrow('by_posts')
  await expect(copy(`checked_on, '{}', recorded_by, recorded_at`)).rejects.toThrow('by_posts')
  await expect(copy(`'2027-03-01', posts, recorded_by, recorded_at`)).rejects.toThrow('happened_before')
  await expect(world.sql(`update evaluation_site_checks set no = 7`)).rejects.toThrow('append-only')
  await expect(world.sql(`delete from evaluation_check_findings`)).rejects.toThrow('append-only')
  await expect(
    world.sql(`insert into evaluation_check_findings (evaluation_id, check_no, item, verdict, scope)
               select evaluation_id, no, 'x', 'missing', scope from evaluation_site_checks where no = 1`),
  ).rejects.toThrow('findings_told')
})

it('names the posts that the database takes, and no others', async () => {
  const [found] = await world.sql<{ told: string }>(
    `select pg_get_constraintdef(oid) as told from pg_constraint where conname = 'evaluation_site_checks_by_posts'`,
  )
  const taken = [...(found?.told ?? '').matchAll(/'([^']+)'::text/g)].map(([, post]) => post)
  expect(taken.sort()).toEqual([...new Set([...postsOnSite('county'), ...postsOnSite('province')])].sort())
})
