import { afterAll, beforeAll, expect, it } from 'vitest'
import * as play from '../../../../database/demo/evaluations.ts'
import type { Park } from '../../../../database/demo/programme.ts'
import { abilityIn } from '../../../../tests/support/abilities.ts'
import { servedPilot } from '../../../../tests/support/returns.ts'
import { paper } from '../../../../tests/support/services.ts'
import { readWord } from '../../../../tests/support/word.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as inbox from '../../oversight/inbox/contract.ts'
import * as acts from './act-contract.ts'
import * as contract from './contract.ts'
import { evaluationWord } from './paper-contract.ts'

const economy = '嘉善县经信局·经办'
const finance = '嘉善县财政局·负责人'
const province = play.finalOne.officer
const expert = '省·评审专家'

let world: World
let park: Park
let evaluationId = ''
beforeAll(async () => {
  world = await startWorld()
  park = (await servedPilot(world)).park
  world.setClock('2028-01-20')
  evaluationId = await play.openEvaluation(world, park, play.finalOne, '2027-12-31')
})
afterAll(() => world.stop())

const manager = () => `${park.name}·负责人`
const params = () => ({ evaluationId })
const show = async (who = economy) => (await world.as(who)).done(contract.showEvaluation, { params: params() })
const said = { grade: 'good' as const, reason: '目标任务与台账一致，同意评为良好', fileId: null as string | null }
const advise = async (body: object = {}, who = economy) =>
  (await world.as(who)).call(acts.adviseOn, { params: params(), body: { ...said, ...body } })
const tell = async () => (await world.as(province)).call(acts.tellResult, { params: params(), body: {} })
const tasksOf = async (who: string) => {
  const { mine, team } = await (await world.as(who)).done(inbox.showInbox, { search: {} })
  return [mine, team].flatMap(({ tasks }) => tasks).filter(({ task }) => task === 'evaluation.advise')
}

it('is not given before the park has evaluated itself (G5.3)', async () => {
  expect((await advise()).body.error).toMatchObject({ code: 'common.not-in-state', clause: 'G5.3' })
  expect(await tasksOf(economy)).toEqual([])
  await play.evaluateItself(world, park, evaluationId)
})

it('is asked of both bureaus of the county by its day, and of nobody else (G5.3)', async () => {
  for (const who of [economy, '嘉善县财政局·经办'])
    expect(await tasksOf(who)).toMatchObject([{ dueOn: '2028-02-03', href: `/evaluations/${evaluationId}` }])
  expect(await tasksOf('海宁市经信局·经办')).toEqual([])
  expect(await tasksOf(province)).toEqual([])
  expect((await show()).opinionsMissing).toMatchObject([{ zh: '县级经信部门' }, { zh: '县级财政部门' }])
})

it('is refused where it cannot be: another county, another post, no words, no grade, a file of another record (G5.3)', async () => {
  expect((await advise({}, '海宁市经信局·经办')).status).toBe(404)
  expect((await advise({}, province)).status).toBe(403)
  expect((await advise({}, manager())).status).toBe(403)
  for (const [body, code, field] of [
    [{ reason: ' ' }, 'common.reason-missing', 'reason'],
    [{ reason: '无' }, 'common.says-nothing', 'reason'],
    [{ fileId: evaluationId }, 'common.no-such-file', 'fileId'],
  ] as const)
    expect((await advise(body)).body.error).toMatchObject({ code, clause: 'G5.3', fields: [{ field }] })
  expect((await advise({ grade: 'best' as 'good' })).status).toBe(422)
  expect((await show()).countyOpinions).toEqual([])
})

it('is heard before the province tells its result: who is missing is named (G5.3)', async () => {
  await play.scoreJudged(world, province, evaluationId)
  expect(abilityIn((await show(province)).actions, 'tell')).toMatchObject({ allowed: false, clause: 'G5.3' })
  const none = (await tell()).body.error
  expect(none).toMatchObject({ code: 'evaluation.county-not-heard', clause: 'G5.3' })
  expect(JSON.stringify(none)).toContain('县级经信部门')
  const fileId = await paper(world, economy, '县级评价意见')
  expect((await advise({ fileId })).status).toBe(200)
  expect((await advise({ fileId })).body.error.code).toBe('common.file-used')
  expect(await tasksOf(economy)).toEqual([])
  expect(await tasksOf('嘉善县财政局·经办')).toHaveLength(1)
  const one = JSON.stringify((await tell()).body.error)
  expect(one).toContain('县级财政部门')
  expect(one).not.toContain('县级经信部门')
})

it('stands on the evaluation and its paper, the newest of a bureau counts, and no score changes by it', async () => {
  const before = await show()
  expect((await advise({ grade: 'pass', reason: '支出进度滞后，建议评为合格' }, finance)).status).toBe(200)
  expect((await advise({ grade: 'excellent', reason: '补充材料后，建议评为优秀' })).status).toBe(200)
  const after = await show(province)
  expect(after.parts.map(({ items }) => items.map(({ final }) => final?.points))).toEqual(
    before.parts.map(({ items }) => items.map(({ final }) => final?.points)),
  )
  expect(after.opinionsMissing).toEqual([])
  expect(after.countyOpinions).toMatchObject([
    { no: 3, bureau: { zh: '县级经信部门' }, grade: { zh: '优秀' }, counts: true, file: null, givenBy: economy },
    { no: 2, bureau: { zh: '县级财政部门' }, grade: { zh: '合格' }, counts: true, givenBy: finance },
    { no: 1, bureau: { zh: '县级经信部门' }, grade: { zh: '良好' }, counts: false, file: { name: expect.any(String) } },
  ])
  const { raw } = await (await world.as(province)).call(evaluationWord, { params: params() })
  const lines = (await readWord(raw)).tables.flat().map((line) => line.join('|'))
  expect(lines.some((line) => line.includes('县级财政部门|合格|支出进度滞后'))).toBe(true)
  expect(lines.join()).not.toContain(said.reason)
})

it('is not shown to an expert or the park before the result is told, and is closed from then on', async () => {
  const above = await world.sql<{ id: string }>(`select id from units where kind = 'province'`)
  await play.openExpert(world, above[0]?.id ?? '', expert)
  const { experts } = await (await world.as(province)).done(contract.listExperts)
  const seat = { accountId: experts[0]?.accountId ?? '', employer: '某大学', from: '2028-01-01', to: '2028-12-31' }
  await (await world.as(province)).done(acts.nameExpert, { params: params(), body: seat })
  for (const who of [expert, manager()]) expect((await show(who)).countyOpinions).toEqual([])
  expect((await tell()).status).toBe(200)
  expect((await show(manager())).countyOpinions).toHaveLength(3)
  expect((await advise()).body.error).toMatchObject({ code: 'common.not-in-state', clause: 'G5.3' })
  expect(abilityIn((await show()).actions, 'advise')).toMatchObject({ allowed: false, clause: 'G5.3' })
})

it('is not asked for where the county evaluates itself', async () => {
  const mid = await play.openEvaluation(world, park, play.midTerm, '2026-12-31')
  await play.evaluateItself(world, park, mid)
  const answer = await (await world.as(economy)).call(acts.adviseOn, { params: { evaluationId: mid }, body: said })
  expect(answer.body.error).toMatchObject({ code: 'evaluation.opinion-not-asked', clause: 'G5.3' })
  const view = await (await world.as(economy)).done(contract.showEvaluation, { params: { evaluationId: mid } })
  expect(view.opinionsMissing).toBeNull()
})

it('is refused by the database too: after the result, by another county, for the other bureau, changed', async () => {
  const copy = (columns: string) =>
    world.sql(
      `insert into evaluation_opinions (evaluation_id, no, bureau, grade, reason, given_by, given_at, scope)
       select evaluation_id, 9, ${columns}, given_at, scope from evaluation_opinions where no = 1`,
    )
  await expect(copy('bureau, grade, reason, given_by')).rejects.toThrow('while its evaluation is scored')
  await (await world.as(province)).done(acts.takeBack, { params: params(), body: { reason: '需要重新核对' } })
  const foreign = `(select id from accounts where name = '海宁市经信局·经办')`
  await expect(copy(`bureau, grade, reason, ${foreign}`)).rejects.toThrow('county of the pilot')
  await expect(copy(`'finance', grade, reason, given_by`)).rejects.toThrow('foreign key')
  await expect(copy(`bureau, grade, ' ', given_by`)).rejects.toThrow('reason')
  await expect(copy(`bureau, 'best', reason, given_by`)).rejects.toThrow('grade')
  await expect(world.sql(`update evaluation_opinions set grade = 'fail'`)).rejects.toThrow('append-only')
  await expect(copy('bureau, grade, reason, given_by')).resolves.toBeDefined()
  expect((await tell()).status).toBe(200)
})
