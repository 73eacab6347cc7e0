import * as evaluations from '../../src/features/filings/evaluations/act-contract.ts'
import { showEvaluation } from '../../src/features/filings/evaluations/contract.ts'
import { addDays } from '../../src/shared/dates.ts'
import { agree, fully, midTermIn, publishReport, reportMidTerm, toldEvaluation } from './evaluations.ts'
import { makePdf } from './photos.ts'
import type { Step } from './play.ts'
import type { Park } from './programme.ts'
import type { Stage } from './stage.ts'

type Hold = {
  readonly evaluator: Parameters<typeof toldEvaluation>[2]
  readonly cutOff: string
  readonly told: string
  readonly judging?: typeof fully
  readonly held?: { evaluationId: string }
}

/** An evaluation whose draft result the park agrees to. */
export function heldSteps(stage: Stage, park: Park, hold: Hold): Step[] {
  const { evaluator, cutOff, told, judging = fully, held = { evaluationId: '' } } = hold
  const tell = async () => {
    held.evaluationId = await toldEvaluation(stage, park, evaluator, cutOff, judging)
  }
  return [
    { day: told, act: tell },
    { day: addDays(told, 2), act: () => agree(stage, park, held.evaluationId) },
  ]
}

/** The county reports its mid-term results, which are recorded the same day, and publishes them. */
export function reportSteps(
  stage: Stage,
  { batchId }: Park,
  countyId: string,
  county: string,
  [day, recordNo, publishedOn]: readonly [string, string, string],
): Step[] {
  let filingId = ''
  const report = async () => {
    filingId = await reportMidTerm(stage, { batchId, countyId }, { county, recordNo })
  }
  const publish = async () => void (await publishReport(stage, filingId, midTermIn(county).officer))
  return [
    { day, act: report },
    { day: publishedOn, act: publish },
  ]
}

/** The park reports what it put right, and the county accepts it. */
export function rectifiedSteps(
  stage: Stage,
  park: Park,
  county: string,
  held: { readonly evaluationId: string },
  [handedIn, accepted]: readonly [string, string],
): Step[] {
  const report = '已补齐合作产品价格依据，建立服务机构评价台账，修订资金管理制度。'
  const handIn = async () => {
    const client = await stage.as(`${park.name}·负责人`)
    const fileId = await client.upload('整改报告.pdf', makePdf({ title: '整改报告', lines: [park.name, report] }))
    await client.done(evaluations.submitRectification, { params: held, body: { report, fileId } })
  }
  const accept = async () => {
    const client = await stage.as(`${county}经信局·经办`)
    const { rectifications } = await client.done(showEvaluation, { params: held })
    const { rectificationId = '' } = rectifications[0] ?? {}
    const body = { rectificationId, verdict: 'accept' as const, reason: '经现场核查，已整改到位' }
    await client.done(evaluations.decideRectification, { params: held, body })
  }
  return [
    { day: handedIn, act: handIn },
    { day: accepted, act: accept },
  ]
}
