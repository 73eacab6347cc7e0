import { type Day, daysBetween } from '../../shared/dates.ts'
import { type PeriodCode, periodDays } from '../../shared/periods.ts'
import { batchPeriod, type Edition, type Period } from '../editions/edition.ts'
import type { IndicatorDirection, IndicatorKind, IndicatorRule } from '../editions/edition-rules.ts'

/**
 * One accepted record behind a figure. `day`: the day from which it counts. `value`: what it adds; for a ratio the part, with
 * `of` the whole. `subject`: what counts once where the indicator is distinct (an enterprise's id). `proofs`: papers behind it.
 */
export type IndicatorFact = {
  readonly indicator: string
  readonly recordId: string
  readonly day: Day
  readonly value: number
  readonly of?: number
  readonly subject?: string
  readonly proofs?: number
}

export type IndicatorTarget = {
  readonly indicator: string
  readonly unit: string
  readonly baseline: number
  readonly target: number
  readonly weight: number
}

/** A row of the quarterly table. Figures null: not computed here, or a ratio of nothing. `rate`, `timeProgress`, `gap`: percent. */
export type IndicatorRow = {
  readonly indicator: string
  readonly kind: IndicatorKind
  readonly unit: string
  readonly baseline: number
  readonly target: number
  /** What the target means for the year of the period: its share of a count, the whole of a state or a ratio. */
  readonly yearTarget: number
  readonly thisPeriod: number | null
  readonly thisYear: number | null
  readonly total: number | null
  readonly rate: number | null
  readonly timeProgress: number
  /** Completion ahead (+) of or behind (−) time; for a state or a ratio against its full target. */
  readonly gap: number | null
  readonly proofs: number
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
}): IndicatorRow[] {
  const { edition, firstYear, period, cutOff, targets, facts } = given
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
    return rowOf(target, rule, own, { period, term, periodEnd })
  })
}

type Frame = { readonly period: PeriodCode; readonly term: Period; readonly periodEnd: Day }

function rowOf(
  target: IndicatorTarget,
  rule: IndicatorRule | undefined,
  facts: readonly IndicatorFact[],
  frame: Frame,
): IndicatorRow {
  const { period, term, periodEnd } = frame
  const kind = rule?.kind ?? 'qualitative'
  const computed = rule?.computed ?? false
  const timeProgress = progressOfTime(term, periodEnd)
  const records = figureFacts(facts, rule?.distinct ?? false)
  const { from: periodStart } = periodDays(period)
  const ofPeriod = records.filter((fact) => fact.day >= periodStart)
  const inYear = records.filter((fact) => fact.day.slice(0, 4) === period.slice(0, 4))
  const figure = (part: readonly IndicatorFact[]) =>
    !computed ? null : kind === 'ratio' ? percentageOf(part) : round(sum(part, 'value'))
  const total = figure(records)
  const state = kind === 'point'
  const rate = rateOf(total, target.target, rule?.direction ?? 'at-least')
  const steady = kind === 'point' || kind === 'ratio'
  return {
    indicator: target.indicator,
    kind,
    unit: target.unit,
    baseline: target.baseline,
    target: target.target,
    yearTarget: steady ? target.target : shareOfYear(target.target, term, period),
    thisPeriod: state ? total : figure(ofPeriod),
    thisYear: state ? total : figure(inYear),
    total,
    rate,
    timeProgress,
    gap: rate === null ? null : round(rate - (steady ? 100 : timeProgress)),
    proofs: facts.reduce((count, fact) => count + (fact.proofs ?? 1), 0),
    computed,
  }
}

/** Percent of the term that is over at the end of a day; 0 before it, 100 after it. */
export function progressOfTime(term: Period, day: Day): number {
  const days = daysBetween(term.from, term.to) + 1
  const over = Math.min(days, Math.max(0, daysBetween(term.from, day) + 1))
  return round((over / days) * 100)
}

/** Completion in percent by the direction of the indicator; null when there is no figure or no target. */
export function rateOf(value: number | null, target: number, direction: IndicatorDirection): number | null {
  if (value === null || target <= 0) return null
  if (direction === 'at-most') return value <= 0 ? 100 : round((target / value) * 100)
  return round((value / target) * 100)
}

/** Part of whole in percent, to two decimals; null when there is no whole. */
export function percentageOf(facts: readonly IndicatorFact[]): number | null {
  const of = sum(facts, 'of')
  return of > 0 ? round((sum(facts, 'value') / of) * 100) : null
}

function sum(facts: readonly IndicatorFact[], field: 'value' | 'of'): number {
  return facts.reduce((total, fact) => total + (fact[field] ?? 0), 0)
}

/** The facts that make a figure: each record once, and where the indicator is distinct each subject once, on its first day. */
export function figureFacts<Fact extends IndicatorFact>(facts: readonly Fact[], distinct: boolean): Fact[] {
  return distinct ? firstOf(facts, (fact) => fact.subject ?? fact.recordId) : firstOf(facts, (fact) => fact.recordId)
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

function round(value: number): number {
  return Math.round((value + Number.EPSILON) * 100) / 100
}
