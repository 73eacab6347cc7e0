import { type Day, isDay } from '../../shared/dates.ts'
import type { Refusal } from '../../shared/refusal.ts'
import type { Text } from '../../shared/words.ts'
import type { Clause } from '../guide/clauses.ts'
import { checkReason } from '../guide/reasons.ts'
import { allRefusals, both, refuse, refuseDay } from '../guide/refuse.ts'
import { type Lifecycle, nextState, notInState } from '../lifecycle.ts'
import { type Bureau, bureauNames } from '../people/roles.ts'
import type { SamplingMethod } from './sampling.ts'

/** Routine supervision, which a sample of services serves. */
export const samplingClause: Clause = 'G5.2'

export type SamplingState = 'proposed' | 'approved' | 'drawn' | 'withdrawn'
export type SamplingAction = 'approve' | 'withdraw' | 'draw' | 'add'

/** What both bureaus have approved is no longer taken back: its effective seed is known, and another one must not be looked for. */
export const samplingLifecycle: Lifecycle<SamplingState, SamplingAction> = {
  proposed: { approve: 'approved', withdraw: 'withdrawn' },
  approved: { draw: 'drawn' },
  drawn: { add: 'drawn' },
  withdrawn: {},
}

export const samplingStates = {
  proposed: { zh: '待批准', en: 'to be approved' },
  approved: { zh: '待抽取', en: 'to be drawn' },
  drawn: { zh: '已抽取', en: 'drawn' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
} as const satisfies Record<SamplingState, Text>
export const samplingStateList = Object.keys(samplingStates) as [SamplingState, ...SamplingState[]]

const actions: Readonly<Record<SamplingAction, Text>> = {
  approve: { zh: '批准', en: 'approve it' },
  withdraw: { zh: '撤回', en: 'withdraw it' },
  draw: { zh: '抽取', en: 'draw the sample' },
  add: { zh: '补充', en: 'add to the sample' },
}

/** How a service came into a sample. `certain`: so large that every sample of this size holds it. */
export const sampledHow = {
  drawn: { zh: '随机抽取', en: 'drawn' },
  certain: { zh: '必选（金额或权重达到抽样间隔）', en: 'certain (as large as the step)' },
  'by-hand': { zh: '人工补充', en: 'chosen by hand' },
} as const satisfies Record<string, Text>
export type SampledHow = keyof typeof sampledHow
export const sampledHowList = Object.keys(sampledHow) as [SampledHow, ...SampledHow[]]

/** What makes a service likelier to be drawn by risk, where the plan gives it a weight. */
export const riskFactors = {
  fewCandidates: { zh: '比选机构少于规定家数', en: 'Fewer agencies compared than asked for' },
  disputed: { zh: '企业提出过异议', en: 'Disputed by the enterprise' },
  dayCorrected: { zh: '更正过日期', en: 'A day of it was corrected' },
} as const satisfies Record<string, Text>
export type RiskFactor = keyof typeof riskFactors
export const riskFactorList = Object.keys(riskFactors) as [RiskFactor, ...RiskFactor[]]
export type RiskWeights = Readonly<Record<RiskFactor, number>>

/** 1 for every service, and the weight of each risk that it shows. */
export function weightOf(risks: Readonly<Record<RiskFactor, boolean>>, weights: RiskWeights): number {
  return riskFactorList.reduce((sum, factor) => sum + (risks[factor] ? weights[factor] : 0), 1)
}

/** How many services a sample holds at most. */
export const mostSampled = 1000

export type NewPlan = {
  readonly method: SamplingMethod
  readonly size: number
  readonly seed: string
  readonly openedFrom: Day
  readonly openedTo: Day
  readonly weights: RiskWeights
}

/** All that is wrong with a plan. `frameSize`: how many services its frame holds today; null where its period is none. */
export function proposePlan(plan: NewPlan, frameSize: number | null): Refusal | null {
  const { method, size, openedFrom: from, openedTo: to } = plan
  const weighed = riskFactorList.some((factor) => plan.weights[factor] > 0)
  return allRefusals(
    isDay(from) ? null : refuseDay(from, samplingClause, 'openedFrom'),
    isDay(to) ? null : refuseDay(to, samplingClause, 'openedTo'),
    isPeriod(plan) || !isDay(from) || !isDay(to)
      ? null
      : refuse('sampling.bad-period', samplingClause, { from, to }, ['openedTo', 'openedFrom']),
    method === 'risk-weighted' && !weighed
      ? refuse('sampling.weights-missing', samplingClause, {}, ['weights', 'method'])
      : null,
    method !== 'risk-weighted' && weighed
      ? refuse('sampling.weights-not-asked', samplingClause, {}, ['weights', 'method'])
      : null,
    frameSize !== null && size > frameSize
      ? refuse('sampling.size-above-frame', samplingClause, { size, frame: frameSize }, 'size')
      : null,
  )
}

export function isPeriod({ openedFrom: from, openedTo: to }: Pick<NewPlan, 'openedFrom' | 'openedTo'>): boolean {
  return isDay(from) && isDay(to) && from <= to
}

export type Approval = { readonly id: string; readonly bureau: Bureau; readonly approvedBy: string }
export type SamplingPlan = {
  readonly state: SamplingState
  readonly seed: string
  readonly approvals: readonly Approval[]
}

function closedTo({ state }: Pick<SamplingPlan, 'state'>, action: SamplingAction): Refusal | null {
  return nextState(samplingLifecycle, state, action)
    ? null
    : notInState(samplingStates[state], actions[action], samplingClause)
}

/** Each bureau approves once, by a person of its own; with the second approval the plan may be drawn. */
export function approvePlan(
  plan: SamplingPlan,
  { by, bureau }: { readonly by: string; readonly bureau: Bureau },
): SamplingState | Refusal {
  const no = allRefusals(
    closedTo(plan, 'approve'),
    plan.approvals.some((one) => one.bureau === bureau)
      ? refuse('sampling.approved-before', samplingClause, both('bureau', bureauNames[bureau]))
      : null,
    plan.approvals.some(({ approvedBy }) => approvedBy === by) ? refuse('sampling.same-person', samplingClause) : null,
  )
  return no ?? (plan.approvals.length > 0 ? 'approved' : 'proposed')
}

/** Either bureau takes it back with a reason, until both have approved it. */
export function withdrawPlan(plan: Pick<SamplingPlan, 'state'>, reason: string): Refusal | null {
  return allRefusals(closedTo(plan, 'withdraw'), checkReason(reason, 'common.reason-missing', samplingClause))
}

/** The seed that is drawn by: the plan's and the ids of both approvals, which nobody chooses; null while one is missing. */
export function effectiveSeed({ seed, approvals }: Pick<SamplingPlan, 'seed' | 'approvals'>): string | null {
  const [economy, finance] = (['economy', 'finance'] as const).map((bureau) =>
    approvals.find((one) => one.bureau === bureau),
  )
  return economy && finance ? `${seed}/${economy.id}/${finance.id}` : null
}

/** The seed to draw by, once both bureaus stand behind the plan. */
export function drawPlan(plan: SamplingPlan): string | Refusal {
  return closedTo(plan, 'draw') ?? effectiveSeed(plan) ?? refuse('sampling.not-approved', samplingClause)
}

/** A frame in which the method finds nothing: empty, or by amount without any price. */
export function nothingToDraw(drawn: number): Refusal | null {
  return drawn > 0 ? null : refuse('sampling.nothing-to-draw', samplingClause)
}

/** A drawn sample is only added to: services of its frame, each with a reason, marked as chosen by hand. */
export function addByHand(
  plan: Pick<SamplingPlan, 'state'>,
  given: { readonly no: string; readonly reason: string },
  { inFrame, inSample }: { readonly inFrame: boolean; readonly inSample: boolean },
): Refusal | null {
  const { no, reason } = given
  return allRefusals(
    closedTo(plan, 'add'),
    inFrame ? null : refuse('sampling.not-in-frame', samplingClause, { no }, 'no'),
    inSample ? refuse('sampling.in-sample-already', samplingClause, { no }, 'no') : null,
    checkReason(reason, 'common.reason-missing', samplingClause),
  )
}
