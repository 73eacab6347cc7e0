import * as acts from '../../src/features/filings/evaluations/act-contract.ts'
import * as contract from '../../src/features/filings/evaluations/contract.ts'
import {
  compareEvaluations,
  comparisonSheets,
  comparisonWord,
} from '../../src/features/filings/evaluations/overview-contract.ts'
import { evaluationWord } from '../../src/features/filings/evaluations/paper-contract.ts'
import * as publications from '../../src/features/filings/publications/contract.ts'
import type { EvaluationState } from '../../src/policy/evaluation/course.ts'
import { type Making, sample } from './sample.ts'
import type { Side } from './side.ts'
import {
  advice,
  answerTo,
  bringFinal,
  decisionOn,
  midTermOf,
  objectedFinal,
  openingFinal,
  rectification,
  scoredFinal,
  seatedFinal,
  seatOf,
  selfScore,
  siteCheck,
  unbound,
} from './steps-evaluations.ts'
import { freshPublication, reportOf, unpublishedReport } from './steps-publications.ts'
import { spareSeat } from './steps-seats.ts'

const scopeOf = ({ evaluatedPark }: Side) => evaluatedPark.scope
const finalIn = (state: EvaluationState) => async (side: Side) => ({
  params: { evaluationId: await bringFinal(side, state) },
  scope: scopeOf(side),
})
const seated = (declared: boolean) => async (side: Side) => ({
  params: { evaluationId: await seatedFinal(side, declared) },
  scope: scopeOf(side),
})
const midTerm = async (side: Side) => ({ params: { evaluationId: await midTermOf(side) }, scope: scopeOf(side) })
const published = async (side: Side) => ({
  params: { publicationId: await freshPublication(side) },
  scope: side.countyScope,
})
const reason = { reason: '需要重新核对' }

export const evaluationSamples: readonly Making[] = [
  sample(acts.openEvaluation, (side) => ({
    params: { pilotId: side.evaluatedPark.pilotId },
    body: openingFinal,
    scope: scopeOf(side),
  })),
  sample(acts.recompute, async (side) => ({
    ...(await finalIn('scoring')(side)),
    body: { cutOff: '2026-03-31', ...reason },
  })),
  sample(acts.scoreSelf, async (side) => ({ ...(await finalIn('self')(side)), body: selfScore })),
  sample(acts.scoreAsExpert, async (side) => ({ ...(await seated(true)(side)), body: selfScore })),
  sample(acts.scoreFinal, async (side) => ({ ...(await finalIn('scoring')(side)), body: selfScore })),
  sample(acts.submitSelf, async (side) => ({
    ...(await finalIn('self')(side)),
    body: { text: '按计划推进，机制健全。' },
  })),
  sample(acts.returnSelf, async (side) => ({ ...(await finalIn('scoring')(side)), body: reason })),
  sample(acts.nameExpert, async (side) => ({
    ...(await finalIn('scoring')(side)),
    body: await seatOf(side.world, '省经信厅·处室'),
  })),
  sample(acts.takeSeatBack, async (side) => {
    const { evaluationId, accountId } = await spareSeat(side)
    return { params: { evaluationId }, body: { accountId, reason: '发现其与园区有往来' }, scope: scopeOf(side) }
  }),
  sample(acts.declare, async (side) => ({ ...(await seated(false)(side)), body: unbound })),
  sample(acts.adviseOn, async (side) => ({ ...(await finalIn('scoring')(side)), body: await advice(side) })),
  sample(acts.tellResult, async (side) => ({
    params: { evaluationId: await scoredFinal(side) },
    scope: scopeOf(side),
  })),
  sample(acts.takeBack, async (side) => ({ ...(await finalIn('told')(side)), body: reason })),
  sample(acts.notRate, async (side) => ({ ...(await finalIn('scoring')(side)), body: reason })),
  sample(acts.agreeTo, finalIn('told')),
  sample(acts.objectTo, async (side) => ({
    ...(await finalIn('told')(side)),
    body: { item: 'experience', reason: '经验已在全县推广', fileId: null },
  })),
  sample(acts.answerObjection, async (side) => {
    const evaluationId = await objectedFinal(side)
    return { params: { evaluationId }, body: await answerTo(side, evaluationId), scope: scopeOf(side) }
  }),
  sample(acts.submitRectification, async (side) => ({ ...(await midTerm(side)), body: await rectification(side) })),
  sample(acts.decideRectification, async (side) => {
    const evaluationId = await midTermOf(side)
    return { params: { evaluationId }, body: await decisionOn(side, evaluationId, 'return'), scope: scopeOf(side) }
  }),
  sample(acts.checkOnSite, async (side) => ({
    ...(await finalIn('scoring')(side)),
    body: await siteCheck(side, '省经信厅·处室'),
  })),
  sample(publications.publishResults, async (side) => ({
    params: { filingId: await unpublishedReport(side) },
    body: { contact: `${side.county}经信局·经办` },
    scope: side.countyScope,
  })),
  sample(publications.withdrawResults, async (side) => ({ ...(await published(side)), body: { reason: '内容有误' } })),
  sample(publications.showPublication, async (side) => ({
    params: { filingId: await reportOf(side) },
    scope: side.countyScope,
  })),
  sample(publications.listPublicEvaluations, () => ({ scope: null })),
  sample(publications.showPublicEvaluation, published),
  sample(contract.showEvaluation, seated(true)),
  sample(evaluationWord, seated(true)),
  sample(contract.listPilotEvaluations, (side) => ({
    params: { pilotId: side.evaluatedPark.pilotId },
    scope: scopeOf(side),
  })),
  sample(compareEvaluations, () => ({ scope: null })),
  sample(comparisonWord, () => ({ scope: null })),
  sample(comparisonSheets, () => ({ scope: null })),
  sample(contract.listExperts, () => ({ scope: null })),
]
