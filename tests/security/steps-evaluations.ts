import { approveFiling, submit } from '../../database/demo/course.ts'
import * as play from '../../database/demo/evaluations.ts'
import { approve, draftPlan, openPark, type Park, submitPlan } from '../../database/demo/programme.ts'
import * as course from '../../src/features/filings/course/act-contract.ts'
import * as filings from '../../src/features/filings/course/contract.ts'
import * as acts from '../../src/features/filings/evaluations/act-contract.ts'
import * as contract from '../../src/features/filings/evaluations/contract.ts'
import * as pilots from '../../src/features/programme/pilots/contract.ts'
import * as units from '../../src/features/programme/units/contract.ts'
import { zj2023 } from '../../src/policy/editions/data/zj-2023.ts'
import { type Edition, registerEdition } from '../../src/policy/editions/edition.ts'
import type { EvaluationState } from '../../src/policy/evaluation/course.ts'
import { dayOf } from '../../src/shared/dates.ts'
import { nextNumber } from '../support/numbers.ts'
import type { World } from '../support/world.ts'
import type { Side } from './side.ts'
import { freshPdf } from './steps.ts'

/** The edition of 2023 with a third year, each of its evaluations after the first: both can be held while the play goes on. */
const evaluated: Edition = registerEdition({
  ...zj2023,
  id: 'test-evaluated',
  name: { zh: '浙江 2023 年版（评价）', en: 'Zhejiang, 2023 edition (evaluated)' },
  period: { ...zj2023.period, to: { year: 2, monthDay: '12-31' } },
  obligations: zj2023.obligations.map((one) =>
    one.id === 'final-evaluation' ? { ...one, due: { by: 'date', year: 3, monthDay: '03-31' } } : one,
  ),
  evaluationCourse: {
    ...zj2023.evaluationCourse,
    fullYears: { 'mid-term-evaluation': 1, 'final-evaluation': 1 },
  },
})

const cutOff = '2025-12-31'
const province = '省经信厅·处室'
export const provincialExpert = '省·评审专家'
const expertOf = ({ county }: Pick<Side, 'county'>) => `${county}·评审专家`

/** A batch whose first year is over, for both counties. */
export async function openEvaluatedBatch(world: World): Promise<string> {
  const { units: above } = await (await world.administrator()).done(units.listUnits, { search: { kind: 'province' } })
  await play.openExpert(world, above[0]?.unitId ?? '', provincialExpert)
  const body = { edition: evaluated.id, firstYear: 2025, name: '2025年批次' }
  return (await (await world.as(province)).done(pilots.createBatch, { body })).batchId
}

/** A park in it, its plan approved. */
export async function openEvaluatedPark(
  world: World,
  { county, countyId, batchId, no }: { county: string; countyId: string; batchId: string; no: number },
): Promise<Park> {
  const park = await openPark(world, batchId, countyId, `${county.slice(0, 2)}评价园`, no)
  await draftPlan(world, park)
  await submitPlan(world, park)
  for (const bureau of ['经信局', '财政局']) await approve(world, park, `${county}${bureau}·经办`)
  return park
}

/** A mid-term evaluation from end to end: experts, an objection, a failing grade, its report, a rectification sent back. */
export async function playEvaluation(side: Side): Promise<void> {
  const { world, county, countyId, evaluatedPark: park } = side
  const evaluator = play.midTermIn(county)
  await play.openExpert(world, countyId, expertOf(side))
  const evaluationId = await play.openEvaluation(world, park, evaluator, cutOff)
  const params = { evaluationId }
  await play.evaluateItself(world, park, evaluationId)
  await seatFor(world, evaluator.officer, evaluationId)
  const expert = await world.as(expertOf(side))
  await expert.done(acts.declare, { params, body: unbound })
  await expert.done(acts.scoreAsExpert, { params, body: expertScore })
  const officer = await world.as(evaluator.officer)
  await officer.done(acts.checkOnSite, { params, body: await siteCheck(side, evaluator.officer) })
  await play.scoreJudged(world, evaluator.officer, evaluationId, play.poorly)
  await officer.done(acts.tellResult, { params, body: {} })
  const manager = await world.as(`${park.name}·负责人`)
  await manager.done(acts.objectTo, { params, body: { item: 'agencies', reason: '机构遴选有记录', fileId: null } })
  await officer.done(acts.answerObjection, { params, body: await answerTo(side, evaluationId) })
  await play.agree(world, park, evaluationId)
  const of = { batchId: park.batchId, countyId }
  const filingId = await play.reportMidTerm(world, of, { county, recordNo: `评-${nextNumber()}` })
  await play.publishReport(world, filingId, evaluator.officer)
  await manager.done(acts.submitRectification, { params, body: await rectification(side) })
  await officer.done(acts.decideRectification, { params, body: await decisionOn(side, evaluationId, 'return') })
}

/** What an officer of either level saw on site, with a paper. */
export async function siteCheck({ world }: Side, officer: string) {
  const fileIds = [await freshPdf(world, officer, '现场核查记录')]
  const findings = [{ item: 'agencies', verdict: 'doubtful' as const, remark: '两家机构的选定记录没有日期' }]
  return { on: dayOf(world.now), posts: ['expert' as const], findings, fileIds }
}

const expertScore = {
  item: 'agencies',
  score: { by: 'elements' as const, elements: ['rating'] },
  reason: '查看了机构评价记录',
  fileId: null,
}

/** The expert of the county, or the province's, as somebody to be named by that officer. */
export async function seatOf(world: World, officer: string) {
  const [expert] = (await (await world.as(officer)).done(contract.listExperts)).experts
  const accountId = expert?.accountId ?? ''
  return { accountId, employer: '某大学', employerUscc: '', from: '2025-01-01', to: '2027-12-31' }
}

async function seatFor(world: World, officer: string, evaluationId: string): Promise<void> {
  const client = await world.as(officer)
  const { seats } = await client.done(contract.showEvaluation, { params: { evaluationId } })
  const body = await seatOf(world, officer)
  if (seats.some(({ accountId }) => accountId === body.accountId)) return
  await client.done(acts.nameExpert, { params: { evaluationId }, body })
}

/** The final evaluation being scored, the province's expert with a seat; `declared`: bound to nobody. */
export async function seatedFinal(side: Side, declared: boolean): Promise<string> {
  const evaluationId = await bringFinal(side, 'scoring')
  await seatFor(side.world, province, evaluationId)
  const params = { evaluationId }
  // A second look finds it declared already.
  if (declared) await (await side.world.as(provincialExpert)).call(acts.declare, { params, body: unbound })
  return evaluationId
}

export const unbound = { declared: 'free' as const, reason: '' }

export async function rectification({ world, evaluatedPark }: Side) {
  const fileId = await freshPdf(world, `${evaluatedPark.name}·负责人`, '整改报告')
  return { report: '已补齐机构遴选记录，健全专账制度。', fileId }
}

export async function midTermOf(side: Side): Promise<string> {
  return evaluationOf(side, 'mid-term-evaluation')
}

async function evaluationOf({ world, county, evaluatedPark }: Side, kind: 'mid-term-evaluation' | 'final-evaluation') {
  const client = await world.as(`${county}经信局·经办`)
  const params = { pilotId: evaluatedPark.pilotId }
  const { evaluations } = await client.done(contract.listPilotEvaluations, { params })
  return evaluations.find((one) => one.kind === kind)?.evaluationId ?? ''
}

/** What an officer of the county says to the final evaluation, with a paper. */
export async function advice({ world, county }: Side) {
  const fileId = await freshPdf(world, `${county}经信局·经办`, '县级评价意见')
  return { grade: 'good' as const, reason: '目标任务与台账一致，同意按评价结果办理', fileId }
}

/** The newest report of rectification, handed in where none waits. */
export async function decisionOn(side: Side, evaluationId: string, verdict: 'accept' | 'return') {
  const { world, evaluatedPark: park, county } = side
  const params = { evaluationId }
  const show = async () => (await world.as(`${county}经信局·经办`)).done(contract.showEvaluation, { params })
  if (!(await show()).rectifications.some(({ state }) => state === 'submitted'))
    await (await world.as(`${park.name}·负责人`)).call(acts.submitRectification, {
      params,
      body: await rectification(side),
    })
  const [newest] = (await show()).rectifications
  return { rectificationId: newest?.rectificationId ?? '', verdict, reason: '整改尚不到位，请继续' }
}

/** The newest objection, answered as it was. */
export async function answerTo(side: Side, evaluationId: string) {
  const client = await side.world.as(`${side.county}经信局·经办`)
  const { objections } = await client.done(contract.showEvaluation, { params: { evaluationId } })
  return {
    objectionId: objections.at(-1)?.objectionId ?? '',
    verdict: 'kept' as const,
    score: null,
    answer: '记录不完整，维持原评分',
    fileId: null,
  }
}

export const openingFinal = { kind: 'final-evaluation' as const, cutOff }

/** The final evaluation, which the province holds, brought to a state; told: neither agreed nor objected to. */
export async function bringFinal(side: Side, wanted: EvaluationState): Promise<string> {
  const { world, evaluatedPark: park } = side
  const client = await world.as(province)
  const opened = await evaluationOf(side, 'final-evaluation')
  const evaluationId = opened || (await play.openEvaluation(world, park, play.finalOne, cutOff))
  const params = { evaluationId }
  const show = () => client.done(contract.showEvaluation, { params })
  const { objections } = await show()
  if (objections.some(({ verdict }) => verdict === null))
    await client.done(acts.answerObjection, { params, body: await answerTo(side, evaluationId) })
  const body = { reason: '需要重新核对' }
  if (['told', 'not-rated'].includes((await show()).state)) await client.done(acts.takeBack, { params, body })
  if ((await show()).state === 'self' && wanted !== 'self') await play.evaluateItself(world, park, evaluationId)
  if ((await show()).state === 'scoring' && wanted === 'self') await client.done(acts.returnSelf, { params, body })
  if (wanted !== 'told') return evaluationId
  await play.scoreJudged(world, province, evaluationId)
  await play.adviseFrom(world, side.county, evaluationId)
  await client.done(acts.tellResult, { params, body: {} })
  return evaluationId
}

/** A final evaluation that ends without a rating, reported with those of its batch: nothing of the pilot waits for it any more. */
export async function concludeFinal(world: World, park: Park, on: string): Promise<void> {
  const client = await world.as(province)
  const evaluationId = await play.openEvaluation(world, park, play.finalOne, on)
  const body = { reason: '资金未拨付，未开展服务' }
  const found = await world.sql<{ id: string }>(
    `select id from filings where batch_id = $1 and kind = 'final-evaluation'`,
    [park.batchId],
  )
  const [filing] = found
  if (!filing) {
    await client.done(acts.notRate, { params: { evaluationId }, body })
    await play.reportFinal(world, park)
    return
  }
  const params = { filingId: filing.id }
  await client.done(course.reopenFiling, { params, body: { sections: ['results'], reason: '新增园区结果' } })
  await client.done(acts.notRate, { params: { evaluationId }, body })
  await client.done(filings.refreshDraft, { params, body: {} })
  const { no } = await submit(client, filing.id)
  await approveFiling(await world.as('省财政厅·处室'), filing.id, no)
}

/** Being scored, every item with its final score, the county heard. */
export async function scoredFinal(side: Side): Promise<string> {
  const evaluationId = await bringFinal(side, 'scoring')
  await play.scoreJudged(side.world, province, evaluationId)
  await play.adviseFrom(side.world, side.county, evaluationId)
  return evaluationId
}

/** Told, and the park objects to an item. */
export async function objectedFinal(side: Side): Promise<string> {
  const evaluationId = await bringFinal(side, 'told')
  const manager = await side.world.as(`${side.evaluatedPark.name}·负责人`)
  const body = { item: 'experience', reason: '经验已在全县推广', fileId: null }
  await manager.call(acts.objectTo, { params: { evaluationId }, body })
  return evaluationId
}

export const selfScore = { ...expertScore, item: 'agencies' }
