import * as acts from '../../src/features/filings/evaluations/act-contract.ts'
import * as contract from '../../src/features/filings/evaluations/contract.ts'
import * as publications from '../../src/features/filings/publications/contract.ts'
import * as units from '../../src/features/programme/units/contract.ts'
import type { EvaluationObligation } from '../../src/policy/editions/evaluation-rules.ts'
import { approveFiling, openOf, record, submit, writeSections } from './course.ts'
import { openAccount, type Park } from './programme.ts'
import type { Stage } from './stage.ts'

/** What is given for an item that a person judges: all its elements, or its best band, by a share of what there is to be had. */
type Judging = (item: contract.ItemView) => acts.ScoreInput

export const fully: Judging = ({ judged }) => {
  if (judged?.by === 'elements') return { by: 'elements', elements: judged.elements.map(({ id }) => id) }
  if (judged?.by === 'band') return { by: 'band', band: judged.bands[0]?.id ?? '', percent: 90 }
  return { by: 'counts', counts: {} }
}

/** Half of the elements, or the middle of the second band. */
export const fairly: Judging = ({ judged }) => {
  if (judged?.by === 'elements') {
    const ids = judged.elements.map(({ id }) => id)
    return { by: 'elements', elements: ids.slice(0, Math.ceil(ids.length / 2)) }
  }
  const [, second] = judged?.by === 'band' ? judged.bands : []
  if (second) return { by: 'band', band: second.id, percent: (second.minPercent + second.maxPercent) / 2 }
  return { by: 'counts', counts: {} }
}

/** Nothing is there, or the lowest band. */
export const poorly: Judging = ({ judged }) => {
  if (judged?.by === 'elements') return { by: 'elements', elements: [] }
  if (judged?.by === 'band') return { by: 'band', band: judged.bands.at(-1)?.id ?? '', percent: 0 }
  return { by: 'counts', counts: {} }
}

/** Who holds an evaluation, of which kind, and in whose county. */
export type Evaluator = { readonly officer: string; readonly kind: EvaluationObligation; readonly county: string }

export const midTermIn = (county: string): Evaluator => ({
  officer: `${county}经信局·经办`,
  kind: 'mid-term-evaluation',
  county,
})
export const midTerm = midTermIn('嘉善县')
export const finalIn = (county: string): Evaluator => ({ officer: '省经信厅·处室', kind: 'final-evaluation', county })
export const finalOne = finalIn('嘉善县')

/** Opens an evaluation of a park with that cut-off; returns its id. */
export async function openEvaluation(
  stage: Stage,
  park: Pick<Park, 'pilotId'>,
  { officer, kind }: Pick<Evaluator, 'officer' | 'kind'>,
  cutOff: string,
): Promise<string> {
  const client = await stage.as(officer)
  const body = { kind, cutOff }
  return (await client.done(acts.openEvaluation, { params: { pilotId: park.pilotId }, body })).evaluationId
}

async function judgedItems(stage: Stage, who: string, evaluationId: string): Promise<contract.ItemView[]> {
  const view = await (await stage.as(who)).done(contract.showEvaluation, { params: { evaluationId } })
  return view.parts.flatMap(({ items }) => items).filter(({ judged }) => judged !== null)
}

/** The park scores what a person judges and hands its own evaluation in. */
export async function evaluateItself(stage: Stage, park: Pick<Park, 'name'>, evaluationId: string): Promise<void> {
  const who = `${park.name}·负责人`
  const client = await stage.as(who)
  const params = { evaluationId }
  for (const item of await judgedItems(stage, who, evaluationId)) {
    const body = { item: item.id, score: fully(item), reason: '已按要求建立台账，材料齐全', fileId: null }
    await client.done(acts.scoreSelf, { params, body })
  }
  const text = '一年来按服务计划推进，机制健全，服务覆盖全部试点企业，资金专账管理。'
  await client.done(acts.submitSelf, { params, body: { text } })
}

/** Whoever evaluates gives what a person judges. */
export async function scoreJudged(
  stage: Stage,
  officer: string,
  evaluationId: string,
  judging: Judging = fully,
): Promise<void> {
  const client = await stage.as(officer)
  for (const item of await judgedItems(stage, officer, evaluationId)) {
    const body = { item: item.id, score: judging(item), reason: '经核查材料认定', fileId: null }
    await client.done(acts.scoreFinal, { params: { evaluationId }, body })
  }
}

const advice = {
  经信局: '按计划推进，目标任务与台账一致，同意按评价结果办理。',
  财政局: '资金专账管理，支出与合同、发票一致，同意按评价结果办理。',
} as const

/** Both bureaus of the county give their opinion, which the province hears before it tells a result. */
export async function adviseFrom(stage: Stage, county: string, evaluationId: string): Promise<void> {
  for (const [bureau, reason] of Object.entries(advice)) {
    const body = { grade: 'good' as const, reason, fileId: null }
    await (await stage.as(`${county}${bureau}·经办`)).done(acts.adviseOn, { params: { evaluationId }, body })
  }
}

/** From its opening to the draft result that the park is told; returns its id. */
export async function toldEvaluation(
  stage: Stage,
  park: Park,
  evaluator: Evaluator,
  cutOff: string,
  judging: Judging = fully,
): Promise<string> {
  const evaluationId = await openEvaluation(stage, park, evaluator, cutOff)
  await evaluateItself(stage, park, evaluationId)
  await scoreJudged(stage, evaluator.officer, evaluationId, judging)
  if (evaluator.kind === 'final-evaluation') await adviseFrom(stage, evaluator.county, evaluationId)
  await (await stage.as(evaluator.officer)).done(acts.tellResult, { params: { evaluationId }, body: {} })
  return evaluationId
}

export async function agree(stage: Stage, park: Pick<Park, 'name'>, evaluationId: string): Promise<void> {
  await (await stage.as(`${park.name}·负责人`)).done(acts.agreeTo, { params: { evaluationId }, body: {} })
}

export const reportTexts = {
  work: { fields: { text: '组织专家查阅资料、现场核查，听取园区汇报，逐项核定得分。' } },
  problems: { fields: { text: '部分指标进度滞后于时序，个别服务佐证不够完整。' } },
  advice: { fields: { text: '结果作为后续资金拨付依据，问题限期整改到位。' } },
}

/** The county reports its results, finance agrees, the province records: they are in force. Returns the filing's id. */
export async function reportMidTerm(
  stage: Stage,
  { batchId, countyId }: { readonly batchId: string; readonly countyId: string },
  { county = '嘉善县', recordNo = '评-2027-01' }: { readonly county?: string; readonly recordNo?: string } = {},
): Promise<string> {
  const economy = await stage.as(`${county}经信局·经办`)
  const filingId = await openOf(economy, { batchId, parkId: countyId }, 'mid-term-evaluation')
  await writeSections(economy, filingId, reportTexts)
  await submit(economy, filingId)
  await approveFiling(await stage.as(`${county}财政局·经办`), filingId)
  await record(await stage.as('省经信厅·处室'), filingId, recordNo)
  return filingId
}

/** The province reports the final results of a batch, and its finance department agrees: they are in force. Returns the filing's id. */
export async function reportFinal(stage: Stage, { batchId }: Pick<Park, 'batchId'>): Promise<string> {
  const province = await stage.as(finalOne.officer)
  const { units: above } = await province.done(units.listUnits, { search: { kind: 'province' } })
  const filingId = await openOf(province, { batchId, parkId: above[0]?.unitId ?? '' }, 'final-evaluation')
  await writeSections(province, filingId, reportTexts)
  await submit(province, filingId)
  await approveFiling(await stage.as('省财政厅·处室'), filingId)
  return filingId
}

/** Whoever filed a report shows its results to everybody; returns the publication's id. */
export async function publishReport(stage: Stage, filingId: string, officer = midTerm.officer): Promise<string> {
  const client = await stage.as(officer)
  const params = { filingId }
  const { draft } = await client.done(publications.showPublication, { params })
  const body = { contact: draft?.contact ?? officer }
  return (await client.done(publications.publishResults, { params, body })).publicationId
}

/** An account of an expert under a unit. */
export function openExpert(stage: Stage, unitId: string, name: string): Promise<string> {
  return openAccount(stage, unitId, 'expert', name)
}
