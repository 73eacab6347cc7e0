import { addDays, type Day, daysBetween } from '../../shared/dates.ts'
import { type PeriodCode, periodDays } from '../../shared/periods.ts'
import { batchPeriod, type Edition, type Period } from '../editions/edition.ts'
import type { IndicatorDirection, IndicatorKind, IndicatorRule } from '../editions/edition-rules.ts'
import { decimalsOf } from '../editions/figure-unit.ts'
import { isQuotient, isSigned, isState, isSteady } from '../editions/indicator-kinds.ts'
import {
  afterReductions,
  type Figures,
  figureOf,
  figuresOf,
  type Part,
  type Reduction,
  type RowFrame,
  round,
  type Spans,
} from './standing.ts'

/**
 * One accepted record behind a figure. `day`: the day from which it counts. `value`: what it adds; for a ratio the part, with
 * `of` the whole. `subject`: what counts once where the indicator is distinct (an enterprise's id). `proofs`: papers behind it.
 * `times`: how many records alike it stands for, with the proofs of all of them; one without it.
 */
export type IndicatorFact = {
  readonly indicator: string
  readonly recordId: string
  readonly day: Day
  readonly value: number
  readonly of?: number
  readonly subject?: string
  readonly proofs?: number
  readonly times?: number
}

export type IndicatorTarget = {
  readonly indicator: string
  readonly unit: string
  readonly baseline: number
  readonly target: number
  readonly weight: number
}

/** A row of the quarterly table: what the records make, and its figures after the reductions that stand. `timeProgress`: percent. */
export type IndicatorRow = Figures & {
  readonly indicator: string
  readonly kind: IndicatorKind
  readonly direction: IndicatorDirection
  readonly unit: string
  readonly baseline: number
  readonly target: number
  /** What the target means for the year of the period: its share of a count, the whole of a state or a ratio. */
  readonly yearTarget: number
  readonly timeProgress: number
  readonly proofs: number
  /** How many decimals an accepted figure of it has. */
  readonly decimals: number
  /** Whether it may be below zero. */
  readonly signed: boolean
  /** What the records make of it, nothing taken off; null where it is not computed. */
  readonly parts: Spans<Part> | null
  /** What is left of it after the reductions that stand. */
  readonly left: Spans<Part> | null
  readonly computed: boolean
}

/**
 * The rows of the table of one period, in the order of the targets (G3.5). Facts after `cutOff` or outside the term do not
 * count (G3.2). A record counts once; where the indicator is distinct, a subject counts on its first day only, so that the
 * quarters add up to the total.
 */
export function indicatorRows(given: {
  readonly edition: Edition
  readonly firstYear: number
  readonly period: PeriodCode
  readonly cutOff: Day
  readonly targets: readonly IndicatorTarget[]
  readonly facts: readonly IndicatorFact[]
  /** Those that stand, by indicator. */
  readonly reductions?: ReadonlyMap<string, readonly Reduction[]>
}): IndicatorRow[] {
  const { edition, firstYear, period, cutOff, targets, facts, reductions } = given
  const term = batchPeriod(edition, firstYear)
  const periodEnd = periodDays(period).to
  const until = [term.to, cutOff, periodEnd].sort()[0] ?? cutOff
  const counted = new Map<string, IndicatorFact[]>()
  for (const fact of facts) {
    if (fact.day < term.from || fact.day > until) continue
    const own = counted.get(fact.indicator)
    if (own) own.push(fact)
    else counted.set(fact.indicator, [fact])
  }
  return targets.map((target) => {
    const rule = edition.indicators.find((row) => row.code === target.indicator)
    const own = (rule?.computed && counted.get(rule.code)) || []
    return rowOf(target, rule, own, { period, term, periodEnd, standing: reductions?.get(target.indicator) ?? [] })
  })
}

type Frame = {
  readonly period: PeriodCode
  readonly term: Period
  readonly periodEnd: Day
  readonly standing: readonly Reduction[]
}

function rowOf(
  target: IndicatorTarget,
  rule: IndicatorRule | undefined,
  facts: readonly IndicatorFact[],
  frame: Frame,
): IndicatorRow {
  const { period, term, periodEnd, standing } = frame
  const { indicator, unit, baseline, target: goal } = target
  const kind = rule?.kind ?? 'qualitative'
  const computed = rule?.computed ?? false
  const parts = computed ? partsOf(kind, period, figureFacts(facts, rule?.distinct ?? false)) : null
  const steady = isSteady(kind)
  const row = {
    indicator,
    kind,
    direction: rule?.direction ?? ('at-least' as const),
    unit,
    baseline,
    target: goal,
    yearTarget: steady ? goal : shareOfYear(goal, term, period),
    timeProgress: progressOfTime(term, periodEnd),
    proofs: facts.reduce((count, fact) => count + (fact.proofs ?? 1), 0),
    decimals: rule ? decimalsOf(rule) : 0,
    signed: isSigned(kind),
    parts,
    computed,
  }
  return withFigures(row, period, standing)
}

/** A row with its figures, and what is left of its records after what stands against them. */
export function withFigures<Row extends RowFrame & { readonly parts: Spans<Part> | null }>(
  row: Row,
  period: PeriodCode,
  standing: readonly Reduction[],
): Row & Figures & { readonly left: Spans<Part> | null } {
  const left = row.parts && afterReductions(row.kind, period, row.parts, standing)
  return { ...row, ...figuresOf(row, left), left }
}

/** What records add up to in a period, in the year of it and in all. */
export function partsOf(kind: IndicatorKind, period: PeriodCode, records: readonly IndicatorFact[]): Spans<Part> {
  const part = (some: readonly IndicatorFact[]) => partOf(some, isQuotient(kind))
  const total = part(records)
  if (isState(kind)) return { period: total, year: total, total }
  const { from } = periodDays(period)
  return {
    period: part(records.filter((fact) => fact.day >= from)),
    year: part(records.filter((fact) => fact.day.slice(0, 4) === period.slice(0, 4))),
    total,
  }
}

function partOf(facts: readonly IndicatorFact[], ratio: boolean): Part {
  return { value: sum(facts, 'value'), of: ratio ? sum(facts, 'of') : null }
}

/** Percent of the term that is over at the end of a day; 0 before it, 100 after it. */
export function progressOfTime(term: Period, day: Day): number {
  const days = daysBetween(term.from, term.to) + 1
  const over = Math.min(days, Math.max(0, daysBetween(term.from, day) + 1))
  return round((over / days) * 100)
}

/** Part of whole in percent, to two decimals; null when there is no whole. */
export function percentageOf(facts: readonly IndicatorFact[]): number | null {
  return figureOf(partOf(facts, true))
}

function sum(facts: readonly IndicatorFact[], field: 'value' | 'of'): number {
  return facts.reduce((total, fact) => total + (fact[field] ?? 0) * (fact.times ?? 1), 0)
}

/** The facts that make a figure: each record once, and where the indicator is distinct each subject once, on its first day. */
export function figureFacts<Fact extends IndicatorFact>(facts: readonly Fact[], distinct: boolean): Fact[] {
  if (!distinct) return firstOf(facts, (fact) => fact.recordId)
  return firstOf(facts, (fact) => fact.subject ?? fact.recordId).map((fact) =>
    fact.times === undefined || fact.subject === undefined ? fact : { ...fact, times: 1 },
  )
}

/**
 * The days on which a figure of one of these tables can change, in order: two records whose days lie between the same two of them
 * count alike in every figure, so that sums may be kept by them. Whatever compares a day in a table has its own days here.
 */
export function turningDays(
  term: Period,
  tables: readonly { readonly period: PeriodCode; readonly cutOff: Day }[],
): Day[] {
  const days = tables.flatMap(({ period, cutOff }) => {
    const { from, to } = periodDays(period)
    const year = Number(period.slice(0, 4))
    return [from, addDays(to, 1), addDays(cutOff, 1), `${year}-01-01`, `${year + 1}-01-01`]
  })
  return [...new Set([term.from, addDays(term.to, 1), ...days])].sort()
}

/** The earliest fact of each key; of two on one day the one with the smaller record id. */
function firstOf<Fact extends IndicatorFact>(facts: readonly Fact[], keyOf: (fact: Fact) => string): Fact[] {
  const first = new Map<string, Fact>()
  for (const fact of facts) {
    const key = keyOf(fact)
    const before = first.get(key)
    if (!before || fact.day < before.day || (fact.day === before.day && fact.recordId < before.recordId))
      first.set(key, fact)
  }
  return [...first.values()]
}

/** Years share a count evenly, the first ones rounding up: 15 in two years is 8 and 7. */
function shareOfYear(target: number, term: Period, period: PeriodCode): number {
  const firstYear = Number(term.from.slice(0, 4))
  const years = Number(term.to.slice(0, 4)) - firstYear + 1
  const done = Number(period.slice(0, 4)) - firstYear
  return Math.ceil((target * (done + 1)) / years) - Math.ceil((target * done) / years)
}
