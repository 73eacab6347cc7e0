import { addDays, type Day, isDay } from '../../shared/dates.ts'
import type { Refusal } from '../../shared/refusal.ts'
import type { Text } from '../../shared/words.ts'
import { addWorkingDays, type WorkCalendar } from '../calendar/working-days.ts'
import { batchPeriod, type Edition, obligationOf, owes } from '../editions/edition.ts'
import type { EvaluationObligation } from '../editions/evaluation-rules.ts'
import type { Clause } from '../guide/clauses.ts'
import { checkReason } from '../guide/reasons.ts'
import { allRefusals, both, refuse, refuseDay } from '../guide/refuse.ts'
import { type Lifecycle, nextState, notInState } from '../lifecycle.ts'

export type EvaluationState = 'self' | 'scoring' | 'told' | 'not-rated'
export type EvaluationAction =
  | 'write-self'
  | 'submit-self'
  | 'return-self'
  | 'recompute'
  | 'score'
  | 'check'
  | 'advise'
  | 'tell'
  | 'object'
  | 'answer'
  | 'agree'
  | 'take-back'
  | 'not-rate'

export const evaluationStateNames: Readonly<Record<EvaluationState, Text>> = {
  self: { zh: '园区自评', en: 'self-evaluation' },
  scoring: { zh: '评分中', en: 'being scored' },
  told: { zh: '结果已告知', en: 'draft result told' },
  'not-rated': { zh: '不予评定', en: 'not rated' },
}
export const evaluationStates = Object.keys(evaluationStateNames) as [EvaluationState, ...EvaluationState[]]

export const evaluationActionNames: Readonly<Record<EvaluationAction, Text>> = {
  'write-self': { zh: '填写自评', en: 'write the self-evaluation' },
  'submit-self': { zh: '提交自评', en: 'hand in the self-evaluation' },
  'return-self': { zh: '退回自评', en: 'send the self-evaluation back' },
  recompute: { zh: '重新计算', en: 'compute again' },
  score: { zh: '评分', en: 'score' },
  check: { zh: '登记现场核查', en: 'record a check on site' },
  advise: { zh: '出具县级意见', en: 'give the opinion of the county' },
  tell: { zh: '告知拟定结果', en: 'tell the draft result' },
  object: { zh: '提出异议', en: 'object' },
  answer: { zh: '答复异议', en: 'answer an objection' },
  agree: { zh: '确认无异议', en: 'agree to the result' },
  'take-back': { zh: '收回拟定结果', en: 'take the draft result back' },
  'not-rate': { zh: '不予评定', en: 'leave unrated' },
}

/** The course of an evaluation (G5.3): the park first, then who scores, then the park hears the draft result. */
export const evaluationLifecycle: Lifecycle<EvaluationState, EvaluationAction> = {
  self: { 'write-self': 'self', 'submit-self': 'scoring', recompute: 'self', check: 'self', 'not-rate': 'not-rated' },
  scoring: {
    'return-self': 'self',
    recompute: 'scoring',
    score: 'scoring',
    check: 'scoring',
    advise: 'scoring',
    tell: 'told',
    'not-rate': 'not-rated',
  },
  told: { object: 'told', answer: 'told', agree: 'told', check: 'told', 'take-back': 'scoring' },
  'not-rated': { 'take-back': 'scoring' },
}

/**
 * How far an evaluation has come. `objectUntil`: the last day on which the park may object to what it was told; `reported`: its
 * result stands in a filing that is under review or over.
 */
export type Evaluation = {
  readonly kind: EvaluationObligation
  readonly state: EvaluationState
  readonly objectUntil: Day | null
  readonly agreed: boolean
  readonly openObjections: number
  readonly reported: boolean
}

/** The last day of the `fullYears` after which an evaluation may be held. */
export function fullOn(edition: Edition, firstYear: number, kind: EvaluationObligation): Day {
  const { from, to } = batchPeriod(edition, firstYear)
  const years = edition.evaluationCourse.fullYears[kind]
  const full = addDays(`${Number(from.slice(0, 4)) + years}${from.slice(4)}`, -1)
  return [full, to].sort()[0] ?? to
}

/** Why an evaluation cannot be held to this cut-off (G5.3): not owed, the years not full, a day to come, no plan to hold it to. */
export function mayOpenEvaluation(
  edition: Edition,
  given: {
    readonly kind: EvaluationObligation
    readonly firstYear: number
    readonly cutOff: Day
    readonly today: Day
    readonly planApproved: boolean
    readonly opened: boolean
  },
): Refusal | null {
  const { kind, planApproved, opened } = given
  if (!owes(edition, kind)) return refuse('evaluation.not-owed', edition.evaluationCourse.clause, {}, 'kind')
  const rule = obligationOf(edition, kind)
  const name = both('evaluation', rule)
  return allRefusals(
    opened ? refuse('evaluation.opened-before', rule.clause, name) : null,
    planApproved ? null : refuse('evaluation.plan-not-approved', obligationOf(edition, 'plan').clause),
    checkCutOff(edition, given),
  )
}

/** Why the records cannot be read as they stood on that day. */
export function checkCutOff(
  edition: Edition,
  given: {
    readonly kind: EvaluationObligation
    readonly firstYear: number
    readonly cutOff: Day
    readonly today: Day
  },
): Refusal | null {
  const { kind, firstYear, cutOff, today } = given
  const rule = obligationOf(edition, kind)
  const least = fullOn(edition, firstYear, kind)
  const years = edition.evaluationCourse.fullYears[kind]
  if (!isDay(cutOff)) return refuseDay(cutOff, rule.clause, 'cutOff')
  if (cutOff > today) return refuse('evaluation.cut-off-to-come', rule.clause, { day: cutOff, today }, 'cutOff')
  if (cutOff >= least) return null
  return refuse('evaluation.year-not-full', rule.clause, { ...both('evaluation', rule), years, least }, 'cutOff')
}

/** The state after an act, or why it is not open now. */
export function nextEvaluationState(
  { state, kind: _, reported }: Evaluation,
  action: EvaluationAction,
  clause: Clause,
): EvaluationState | Refusal {
  const next = nextState(evaluationLifecycle, state, action)
  if (next === null) return notInState(evaluationStateNames[state], evaluationActionNames[action], clause)
  return reported ? refuse('evaluation.reported', clause) : next
}

/** Why no expert is given a seat any more (G5.3): the draft result was told, or stands in a report. */
export function maySeatExperts(evaluation: Evaluation, clause: Clause): Refusal | null {
  const next = nextEvaluationState(evaluation, evaluation.state === 'self' ? 'write-self' : 'score', clause)
  return typeof next === 'string' ? null : next
}

/** The last day for objections to a draft result told on that day. */
export function objectionsUntil(edition: Edition, toldOn: Day, calendar: WorkCalendar): Day {
  return addWorkingDays(calendar, toldOn, edition.evaluationCourse.objectionDays)
}

/** Whether nobody can change the result any more but by taking it back: agreed to, or the days over and every objection answered. */
export function isSettled({ state, objectUntil, agreed, openObjections }: Evaluation, today: Day): boolean {
  if (state === 'not-rated') return true
  if (state !== 'told' || openObjections > 0) return false
  return agreed || (objectUntil !== null && today > objectUntil)
}

/** Why the park cannot object to an item now: too late, agreed already, or its objection to it is not answered yet. */
export function mayObject(
  evaluation: Evaluation,
  given: { readonly today: Day; readonly openOnItem: boolean; readonly clause: Clause },
): Refusal | null {
  const next = nextEvaluationState(evaluation, 'object', given.clause)
  if (typeof next !== 'string') return next
  const { objectUntil, agreed } = evaluation
  if (agreed) return refuse('evaluation.agreed-before', given.clause)
  if (objectUntil !== null && given.today > objectUntil)
    return refuse('evaluation.objection-late', given.clause, { until: objectUntil })
  return given.openOnItem ? refuse('evaluation.objected-before', given.clause, {}, 'item') : null
}

/** Why the park cannot agree: an objection of its own is open, or it agreed before. */
export function mayAgree(evaluation: Evaluation, clause: Clause): Refusal | null {
  const next = nextEvaluationState(evaluation, 'agree', clause)
  if (typeof next !== 'string') return next
  if (evaluation.agreed) return refuse('evaluation.agreed-before', clause)
  const { openObjections: count } = evaluation
  return count > 0 ? refuse('evaluation.objections-open', clause, { count }) : null
}

/** Why an evaluation is not left without a rating, or its draft not taken back: not open now, or no reason. */
export function checkWithReason(
  evaluation: Evaluation,
  action: 'not-rate' | 'take-back' | 'return-self' | 'recompute',
  reason: string,
  clause: Clause,
): Refusal | null {
  const next = nextEvaluationState(evaluation, action, clause)
  if (typeof next !== 'string') return next
  const { openObjections: count } = evaluation
  // What the park objected to is answered, not overtaken.
  if (action === 'take-back' && count > 0) return refuse('evaluation.objections-open', clause, { count })
  return checkReason(reason, 'common.reason-missing', clause)
}
