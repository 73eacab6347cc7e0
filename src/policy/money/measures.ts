import { type Day, isDay } from '../../shared/dates.ts'
import { type Fen, formatYuan, isFen } from '../../shared/money.ts'
import type { Refusal } from '../../shared/refusal.ts'
import type { Text } from '../../shared/words.ts'
import type { Clause } from '../guide/clauses.ts'
import { checkReason } from '../guide/reasons.ts'
import { allRefusals, both, refuse, refuseDay } from '../guide/refuse.ts'
import { type Lifecycle, nextState, notInState } from '../lifecycle.ts'
import { findingOf, type MeasureGround, type MeasureKind, measureGrounds, measureKinds } from './measure-grounds.ts'
import { whyNotAfterClosing, whySealed } from './measures-closing.ts'
import { leftToRelease, type MeasureSums, recoverable } from './measures-sums.ts'

/** Whose measure it is: both bureaus of the county, or both departments of the province. */
export const measureLevels = {
  county: { zh: '县级', en: 'county' },
  province: { zh: '省级', en: 'province' },
} as const satisfies Record<string, Text>
export type MeasureLevel = keyof typeof measureLevels
export const measureLevelList = Object.keys(measureLevels) as [MeasureLevel, ...MeasureLevel[]]

/** The level of a unit, null for those that take no measures. */
export function levelOf(unitKind: string): MeasureLevel | null {
  if (unitKind === 'county' || unitKind === 'zone') return 'county'
  return unitKind === 'province' ? 'province' : null
}

export type MeasureState = 'decided' | 'confirmed' | 'withdrawn' | 'reversed'
export type MeasureAction = 'confirm' | 'withdraw' | 'reverse'

export const measureLifecycle: Lifecycle<MeasureState, MeasureAction> = {
  decided: { confirm: 'confirmed', withdraw: 'withdrawn' },
  confirmed: { reverse: 'reversed' },
  withdrawn: {},
  reversed: {},
}

export const measureStates: Readonly<Record<MeasureState, Text>> = {
  decided: { zh: '待财政确认', en: 'to be confirmed' },
  confirmed: { zh: '已生效', en: 'in force' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
  reversed: { zh: '已冲正', en: 'reversed' },
}
export const measureStateList = Object.keys(measureStates) as [MeasureState, ...MeasureState[]]

const actionNames: Readonly<Record<MeasureAction, Text>> = {
  confirm: { zh: '确认', en: 'confirm it' },
  withdraw: { zh: '撤回', en: 'withdraw it' },
  reverse: { zh: '冲正', en: 'reverse it' },
}

/** Fields of a decision that only some kinds or grounds ask for, as a refusal and a form call them. */
export const measureFields = {
  amountFen: { zh: '金额', en: 'amount' },
  dueOn: { zh: '缴款期限', en: 'due day' },
  provenOn: { zh: '查实日期', en: 'day on which it was proven' },
} as const satisfies Record<string, Text>

/** A measure as its rules see it; `…By` are account ids, `dueOn` and `amountFen` null where its kind asks for none. */
export type Measure = {
  readonly kind: MeasureKind
  readonly ground: MeasureGround
  readonly clause: Clause
  readonly level: MeasureLevel
  readonly state: MeasureState
  readonly amountFen: Fen | null
  readonly dueOn: Day | null
  readonly decidedBy: string
  readonly decidedAt: Date
  readonly confirmedBy: string | null
}
/** What a decision says; fen. */
export type Decision = Pick<Measure, 'kind' | 'ground' | 'amountFen' | 'dueOn'> & {
  readonly provenOn: Day | null
  readonly reason: string
  readonly fileId: string | null
}

/** Everything that is wrong with a decision, or null (G5.3): its ground and its day, its sum against the ledger, its reason, its paper. */
export function checkDecision(
  given: Decision,
  {
    clause,
    sums,
    today,
    closedOn,
  }: {
    readonly clause: Clause
    readonly sums: MeasureSums
    readonly today: Day
    /** Null while the pilot is not closed. */
    readonly closedOn: Day | null
  },
): Refusal | null {
  const { kind, ground } = given
  const fits = measureGrounds[ground].kinds.some((one) => one === kind)
  const misfit = { ...both('ground', measureGrounds[ground]), ...both('kind', measureKinds[kind]) }
  return allRefusals(
    fits ? null : refuse('measures.ground-not-for-kind', clause, misfit, ['kind', 'ground']),
    whyNotAfterClosing(given, closedOn, clause),
    checkProven(given, clause, today),
    checkAmount(given, clause, sums),
    checkDue(given, clause, today),
    checkReason(given.reason, 'common.reason-missing', clause),
    given.fileId ? null : refuse('measures.paper-missing', clause, {}, 'fileId'),
  )
}

/** As it is decided. */
export function newMeasure(
  { kind, ground, amountFen, dueOn }: Decision,
  by: { readonly clause: Clause; readonly level: MeasureLevel; readonly decidedBy: string; readonly decidedAt: Date },
): Measure {
  return { kind, ground, amountFen, dueOn, ...by, state: 'decided', confirmedBy: null }
}

function notAsked(field: keyof typeof measureFields, of: Text, clause: Clause): Refusal {
  return refuse(
    'measures.field-not-asked',
    clause,
    { ...both('field', measureFields[field]), ...both('of', of) },
    field,
  )
}

function checkProven({ ground, provenOn: day }: Decision, clause: Clause, today: Day): Refusal | null {
  const field = 'provenOn'
  if (findingOf(ground) === null) return day === null ? null : notAsked(field, measureGrounds[ground], clause)
  if (day === null || !isDay(day)) return refuseDay(day ?? '', clause, field)
  return day > today ? refuse('common.day-in-future', clause, { day, today }, field) : null
}

/** A deduction leaves the award no less than was released; a recovery asks for no more than went out and has not come back (G5.3). */
export function checkAmount(
  { kind, ground, amountFen }: Pick<Measure, 'kind' | 'ground' | 'amountFen'>,
  clause: Clause,
  sums: MeasureSums,
): Refusal | null {
  const field = 'amountFen'
  if (kind === 'criticism') return amountFen === null ? null : notAsked(field, measureKinds[kind], clause)
  if (!isFen(amountFen) || amountFen <= 0) return refuse('common.amount-not-positive', clause, {}, field)
  if (sums.awardFen === 0) return refuse('measures.no-ledger', clause, {}, field)
  const told = (mostFen: Fen) => ({ amount: formatYuan(amountFen), most: formatYuan(mostFen) })
  const above = (code: 'deducts-too-much' | 'recovers-too-much' | 'unspent-too-much', mostFen: Fen) =>
    amountFen > mostFen ? refuse(`measures.${code}`, clause, told(mostFen), field) : null
  if (kind === 'deduction') return above('deducts-too-much', leftToRelease(sums))
  return (
    above('recovers-too-much', recoverable(sums)) ??
    (ground === 'unspent' ? above('unspent-too-much', sums.cashFen) : null)
  )
}

function checkDue({ kind, dueOn }: Pick<Measure, 'kind' | 'dueOn'>, clause: Clause, today: Day): Refusal | null {
  const field = 'dueOn'
  if (kind !== 'recovery') return dueOn === null ? null : notAsked(field, measureKinds[kind], clause)
  if (dueOn === null || !isDay(dueOn)) return refuseDay(dueOn ?? '', clause, field)
  return dueOn < today ? refuse('measures.due-day-past', clause, { due: dueOn, today }, field) : null
}

/** Who acts on a measure: an account of a level. */
type Hand = { readonly by: string; readonly level: MeasureLevel | null }

/** The finance bureau of the same level confirms: another person of another bureau, the sums as they stand now (G5.3, G4.2). */
export function confirmMeasure(
  measure: Measure,
  given: Hand & { readonly sums: MeasureSums; readonly today: Day },
): Measure | Refusal {
  const state = nextState(measureLifecycle, measure.state, 'confirm')
  if (!state) return refusedStep(measure, 'confirm')
  const { clause } = measure
  const no = allRefusals(
    otherLevel(measure, given),
    given.by === measure.decidedBy ? refuse('measures.same-person', clause) : null,
    checkAmount(measure, clause, given.sums),
    checkDue(measure, clause, given.today),
  )
  return no ?? { ...measure, state, confirmedBy: given.by }
}

/** Either bureau of its level takes it back before it is confirmed, and says why. */
export function withdrawMeasure(measure: Measure, given: Hand & { readonly reason: string }): Measure | Refusal {
  const state = nextState(measureLifecycle, measure.state, 'withdraw')
  if (!state) return refusedStep(measure, 'withdraw')
  const no = allRefusals(otherLevel(measure, given), reasonOf(given, measure.clause))
  return no ?? { ...measure, state }
}

/** What is in force is corrected by a reversal alone: by another person than confirmed it, while nothing was paid back on it, and not once the pilot is closed on it (G3.6). */
export function reverseMeasure(
  measure: Measure,
  given: Hand & {
    /** It takes two persons of the bureau, and one of them may have confirmed it. */
    readonly byTwo: boolean
    readonly reason: string
    readonly receivedFen: Fen
    readonly closedAt: Date | null
  },
): Measure | Refusal {
  const state = nextState(measureLifecycle, measure.state, 'reverse')
  if (!state) return refusedStep(measure, 'reverse')
  const { clause } = measure
  const received = formatYuan(given.receivedFen)
  const no = allRefusals(
    otherLevel(measure, given),
    whySealed(measure.decidedAt, given.closedAt, clause),
    !given.byTwo && given.by === measure.confirmedBy ? refuse('measures.confirmer-reverses', clause) : null,
    given.receivedFen > 0 ? refuse('measures.reverse-receipts-first', clause, { received }) : null,
    reasonOf(given, clause),
  )
  return no ?? { ...measure, state }
}

function reasonOf({ reason }: { readonly reason: string }, clause: Clause): Refusal | null {
  return checkReason(reason, 'common.reason-missing', clause)
}

function otherLevel({ level, clause }: Measure, given: Hand): Refusal | null {
  return given.level === level ? null : refuse('measures.other-level', clause, both('level', measureLevels[level]))
}

function refusedStep({ state, clause }: Measure, action: MeasureAction): Refusal {
  return notInState(measureStates[state], actionNames[action], clause)
}
