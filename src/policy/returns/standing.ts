import type { Day } from '../../shared/dates.ts'
import { type PeriodCode, periodDays } from '../../shared/periods.ts'
import type { IndicatorDirection, IndicatorKind } from '../editions/edition-rules.ts'
import { isSigned, isState, isSteady } from '../editions/indicator-kinds.ts'

/** What makes a figure: a sum, or of a ratio the part and the whole (`of`). */
export type Part = { readonly value: number; readonly of: number | null }

/** The three spans of a table: its period, the year of it, and all time. */
export type Spans<T> = { readonly period: T; readonly year: T; readonly total: T }

/** What a judge took off a figure in the table of `period`. `amount`: in the figure's unit; of a ratio, off its part. */
export type Reduction = { readonly period: PeriodCode; readonly amount: number }

/** A reduction with what became of it: the table that lifted it. */
export type KeptReduction = Reduction & { readonly lift: { readonly period: PeriodCode } | null }

/** The reductions that hold in the table of a period: made in it or before, and lifted in none up to it (G3.5). */
export function standingIn<Kept extends KeptReduction>(period: PeriodCode, all: readonly Kept[]): Kept[] {
  return standingAt(periodDays(period).to, all)
}

/** Whether one that is shown with the table of a period counts there: its own judge has not lifted it. */
export function isCountedIn(period: PeriodCode, { lift }: Pick<KeptReduction, 'lift'>): boolean {
  return lift?.period !== period
}

/** Those that hold in the tables up to a day, however often they come. */
export function standingAt<Kept extends KeptReduction>(day: Day, all: readonly Kept[]): Kept[] {
  const isUpTo = (period: PeriodCode) => periodDays(period).to <= day
  return all.filter((one) => isUpTo(one.period) && !(one.lift && isUpTo(one.lift.period)))
}

/** What is left of the records after the reductions that stand: the one place where a reduction meets a figure (G3.5). */
export function afterReductions(
  kind: IndicatorKind,
  period: PeriodCode,
  records: Spans<Part>,
  standing: readonly Reduction[],
): Spans<Part> {
  if (standing.length === 0) return records
  const { total } = records
  if (isState(kind)) {
    const rest = total.value - standing.reduce((sum, one) => sum + one.amount, 0)
    const left = isSigned(kind) ? { ...total, value: rest } : less(total, rest)
    return { period: left, year: left, total: left }
  }
  const layers: Layers = {
    own: records.period.value,
    year: records.year.value - records.period.value,
    before: total.value - records.year.value,
  }
  for (const one of standing.toSorted((a, b) => a.period.localeCompare(b.period))) take(layers, one, period)
  const { own, year, before } = layers
  return {
    period: less(records.period, own),
    year: less(records.year, own + year),
    total: less(total, own + year + before),
  }
}

/** A total apart: of this period, of the year before it, of the years before. */
type Layers = { own: number; year: number; before: number }

/** From where it was counted when it was reduced; what is no longer there, from what is next to it. */
function take(layers: Layers, { period: from, amount }: Reduction, period: PeriodCode): void {
  const inYear = from.slice(0, 4) === period.slice(0, 4)
  const order: readonly (keyof Layers)[] =
    from === period ? ['own', 'year', 'before'] : inYear ? ['year', 'before', 'own'] : ['before', 'year', 'own']
  let rest = amount
  for (const layer of order) {
    const taken = Math.min(rest, layers[layer])
    layers[layer] -= taken
    rest -= taken
  }
}

function less({ of }: Part, value: number): Part {
  return { value: Math.max(0, value), of }
}

/** The figure that a part makes, to two decimals; null for a ratio of nothing. */
export function figureOf({ value, of }: Part): number | null {
  if (of === null) return round(value)
  return of > 0 ? round((value / of) * 100) : null
}

/** What takes a figure down to `accepted`: in its unit, of a ratio off its part. */
export function amountTo({ value, of }: Part, accepted: number): number {
  return of === null ? value - accepted : value - (accepted / 100) * of
}

/** Parts of several tables made one. */
export function sumOf(parts: readonly Part[]): Part {
  const value = parts.reduce((sum, part) => sum + part.value, 0)
  return {
    value,
    of: parts.some((part) => part.of !== null) ? parts.reduce((sum, { of }) => sum + (of ?? 0), 0) : null,
  }
}

/** What a row says beside its figures. */
export type RowFrame = {
  readonly kind: IndicatorKind
  readonly direction: IndicatorDirection
  readonly target: number
  readonly timeProgress: number
}

/** Null: not computed here, or a ratio of nothing. `rate`, `gap`: percent and points. */
export type Figures = {
  readonly thisPeriod: number | null
  readonly thisYear: number | null
  readonly total: number | null
  readonly rate: number | null
  /** Completion ahead (+) of or behind (−) time; for a state or a ratio against its full target. */
  readonly gap: number | null
}

const noFigures: Figures = { thisPeriod: null, thisYear: null, total: null, rate: null, gap: null }

/** The figures of a row from what is left of its records. */
export function figuresOf(frame: RowFrame, parts: Spans<Part> | null): Figures {
  if (!parts) return noFigures
  const total = figureOf(parts.total)
  const rate = rateOf(total, frame.target, frame.direction)
  const steady = isSteady(frame.kind)
  return {
    thisPeriod: figureOf(parts.period),
    thisYear: figureOf(parts.year),
    total,
    rate,
    gap: rate === null ? null : round(rate - (steady ? 100 : frame.timeProgress)),
  }
}

/** Completion in percent by the direction of the indicator; null when there is no figure or no target. */
export function rateOf(value: number | null, target: number, direction: IndicatorDirection): number | null {
  if (value === null || target <= 0) return null
  if (direction === 'at-most') return value <= 0 ? 100 : round((target / value) * 100)
  // What fell has reached nothing of its target, not less than nothing.
  return round((Math.max(0, value) / target) * 100)
}

/** To two decimals. */
export function round(value: number): number {
  return Math.round((value + Number.EPSILON) * 100) / 100
}
