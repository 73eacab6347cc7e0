import type { Day } from '../../shared/dates.ts'
import { cadenceOf, nextPeriod, type PeriodCode, periodDays } from '../../shared/periods.ts'
import type { Facts, Refusal } from '../../shared/refusal.ts'
import type { Text } from '../../shared/words.ts'
import { isOver } from '../calendar/deadlines.ts'
import { type Edition, returnPeriods } from '../editions/edition.ts'
import type { FigureSource, ObligationRule } from '../editions/edition-rules.ts'
import { fitsDecimals } from '../editions/figure-unit.ts'
import { type FilingState, notTheRecorder, recordersOf } from '../filings/filing.ts'
import type { Clause } from '../guide/clauses.ts'
import { checkReason, checkReasonIfGiven, checkWords } from '../guide/reasons.ts'
import { both, periodFact, refuse } from '../guide/refuse.ts'
import type { Post } from '../people/roles.ts'
import { isNamed, seatOfPost, whyNotPrepared, whyNotPreparer } from '../people/two-persons.ts'
import { anyCadence, cadenceWords } from './cadence-words.ts'
import { type KeptReduction, standingIn } from './standing.ts'

/** Whether a return may be opened: a period that is owed, over by today, the one owed before it already opened. `owed`: by who joined later. */
export function mayOpenReturn(
  edition: Edition,
  firstYear: number,
  given: {
    readonly period: PeriodCode
    readonly today: Day
    readonly opened: readonly PeriodCode[]
    readonly owed?: readonly PeriodCode[]
  },
): Refusal | null {
  const { period, today, opened, owed: periods = returnPeriods(edition, firstYear) } = given
  const { clause } = edition.returns
  if (!periods.includes(period)) return refuse('returns.no-return-owed', clause, periodFacts(period), 'period')
  if (opened.includes(period)) return refuse('returns.opened-before', clause, periodFacts(period), 'period')
  if (!isOver(period, today)) {
    const { to: day } = periodDays(period)
    return refuse('returns.period-not-over', clause, { ...periodFacts(period), day }, 'period')
  }
  const before = periods[periods.indexOf(period) - 1]
  if (before !== undefined && !opened.includes(before))
    return refuse('returns.one-before-missing', clause, periodFacts(before), 'period')
  return null
}

/** A period and what its table is called, as facts of a refusal. */
export function periodFacts(period: PeriodCode): Facts {
  const cadence = cadenceOf(period)
  const name = (cadence ? cadenceWords[cadence] : anyCadence).return
  return { ...periodFact('period', period), ...both('return', name) }
}

/** Whether all tables of a county for a period may be recorded together: when none is missing any more. `waits`: for a second person. */
export function recordCounty(given: {
  readonly rule: Pick<ObligationRule, 'records' | 'clause'>
  readonly post: Post
  /** Recording takes two persons of the department. */
  readonly byTwo?: boolean
  readonly parks: readonly { readonly name: string; readonly state: FilingState | null; readonly waits?: boolean }[]
}): Refusal | null {
  const { parks, post, byTwo = false } = given
  const { clause } = given.rule
  const records = recordersOf(given)
  if (records.length === 0) return refuse('returns.not-recorded', clause)
  if (!isNamed(records, post)) return notTheRecorder({ records, clause })
  const missing = parks.filter(({ state }) => state === null || !isAccepted(state)).map((park) => park.name)
  if (missing.length > 0) return refuse('returns.county-incomplete', clause, { parks: missing.join('、') })
  const open = parks.filter(({ state }) => state !== 'recorded')
  if (open.length === 0) return refuse('returns.county-recorded', clause)
  const seat = seatOfPost(post)
  if (seat === null) return null
  const prepared = open.every(({ waits }) => waits) ? { seat, by: '' } : null
  return whyNotPrepared(prepared, clause) ?? (byTwo ? whyNotPreparer(seat, post, clause) : null)
}

/** Whether every seat has judged it, and its figures are final. */
export function isAccepted(state: FilingState): boolean {
  return state === 'approved' || state === 'recorded'
}

/** A figure of a table with the reason that the park gives for it. */
export type ExplainedRow = {
  readonly indicator: string
  readonly gap: number | null
  /** Where its figure comes from if it is not computed. */
  readonly source: FigureSource | null
  readonly reason: string
}

/** Whether the park has to write beside a figure: it is behind time, or only the park can state it. */
export function needsReason({ gap, source }: Pick<ExplainedRow, 'gap' | 'source'>): boolean {
  return source === 'park' || (gap !== null && gap < 0)
}

/** Whether a figure stands in a text, in digits or Chinese numerals; “无” with its ground is one, too. */
export function statesFigure(text: string): boolean {
  return /\p{N}|[零〇一二两三四五六七八九十百千万亿无]|\b(?:no|none|nil)\b/iu.test(text)
}

/** Every figure that the park has to explain or to state and has not, or in words that say nothing; one stops the submission (G3.5). */
export function returnGaps(rows: readonly ExplainedRow[], clause: Clause): Refusal[] {
  return rows.flatMap((row) => checkExplained(row, clause) ?? [])
}

function checkExplained(row: ExplainedRow, clause: Clause): Refusal | null {
  const { indicator, gap, source, reason } = row
  const field = `rows.${indicator}.reason`
  if (!needsReason(row)) return checkReasonIfGiven(reason, clause, { field })
  const name = { zh: `指标 ${indicator} 的说明`, en: `The words on ${indicator}` }
  const no =
    gap === null
      ? checkWords(reason, name, 'returns.figure-not-stated', clause, { field, facts: { indicator } })
      : checkWords(reason, name, 'returns.reason-for-delay-missing', clause, {
          field,
          facts: { indicator, gap: Math.abs(gap) },
        })
  if (no) return no
  return source === 'park' && !statesFigure(reason)
    ? refuse('returns.figure-without-number', clause, { indicator }, field)
    : null
}

/** A figure as the judge finds it, after what stands against it. `decimals`: how many its unit has; `signed`: it may be below zero. */
export type JudgedFigure = {
  readonly indicator: string
  readonly computed: number | null
  readonly decimals: number
  readonly signed?: boolean
}

/** What the county accepts of a figure. */
export type AcceptedRow = {
  readonly indicator: string
  readonly computed: number | null
  readonly accepted: number | null
  readonly reason: string
}

/**
 * The county may leave a figure or reduce it with a reason, in the kind of number that it is; never raise it, nor put one where
 * there is none (G3.5).
 */
export function acceptRow(
  { indicator, computed, decimals, signed = false }: JudgedFigure,
  accepted: number | null,
  reason: string,
  clause: Clause,
): AcceptedRow | Refusal {
  const field = `rows.${indicator}.accepted`
  const why = reason.trim()
  if (computed === null || accepted === null) {
    if (accepted !== computed) return refuse('returns.figure-out-of-nothing', clause, { indicator }, field)
    return { indicator, computed, accepted, reason: why }
  }
  if (!Number.isFinite(accepted) || (accepted < 0 && !signed))
    return refuse('returns.bad-figure', clause, { indicator }, field)
  if (accepted > computed) return refuse('returns.figure-raised', clause, { indicator, accepted, computed }, field)
  if (accepted < computed && !fitsDecimals(accepted, decimals))
    return refuse('returns.finer-than-its-unit', clause, { indicator, ...both('kind', numberKind(decimals)) }, field)
  const written = { field: `rows.${indicator}.reason`, facts: { indicator } }
  const vague =
    accepted < computed
      ? checkReason(why, 'returns.reduced-without-reason', clause, written)
      : checkReasonIfGiven(why, clause, written)
  if (vague) return vague
  return { indicator, computed, accepted, reason: why }
}

/** '整数', 'a whole number'. */
export function numberKind(decimals: number): Text {
  return decimals === 0
    ? { zh: '整数', en: 'a whole number' }
    : { zh: `不超过 ${decimals} 位小数`, en: `a number with at most ${decimals} decimals` }
}

/** Whether a judge may lift a reduction in the table of a period: one that stands from an earlier table, with a reason (G3.5). */
export function mayLift(
  reduction: (KeptReduction & { readonly indicator: string }) | undefined,
  given: { readonly period: PeriodCode; readonly reason: string; readonly clause: Clause; readonly field: string },
): Refusal | null {
  const { period, reason, clause, field } = given
  if (!reduction || reduction.period >= period || standingIn(period, [reduction]).length === 0)
    return refuse('returns.nothing-to-lift', clause, {}, field)
  const { indicator } = reduction
  const facts = { indicator, ...periodFacts(reduction.period) }
  return checkReason(reason, 'returns.lifted-without-reason', clause, { field, facts })
}

/** The period whose return carries a correction to a submitted one: the first later one that is not submitted; null after the last. */
export function correctionPeriod(
  edition: Edition,
  firstYear: number,
  corrected: PeriodCode,
  submitted: readonly PeriodCode[],
): PeriodCode | null {
  const periods = returnPeriods(edition, firstYear)
  for (let period = nextPeriod(corrected); periods.includes(period); period = nextPeriod(period)) {
    if (!submitted.includes(period)) return period
  }
  return null
}
