import type { Edition } from '../editions/edition.ts'
import type { IndicatorKind } from '../editions/edition-rules.ts'
import { rateOf } from './indicators.ts'

/** Part and whole of a ratio. */
export type Quotient = { readonly value: number; readonly of: number }

/** One row of one accepted table: what was reported, what counts of it, and of a ratio the parts it was made of. */
export type TableRow = {
  readonly indicator: string
  readonly target: number
  readonly thisPeriod: number | null
  readonly thisYear: number | null
  /** What the county accepted. */
  readonly accepted: number | null
  readonly reduced: boolean
  readonly parts: { readonly period: Quotient; readonly year: Quotient; readonly total: Quotient } | null
}

export type MergedRow = {
  readonly indicator: string
  readonly kind: IndicatorKind
  readonly target: number
  readonly thisPeriod: number | null
  readonly thisYear: number | null
  readonly total: number | null
  /** Completion in percent. */
  readonly rate: number | null
}

/**
 * Accepted tables of one period made one (H6): counts and states add up, a ratio is made anew from its parts, so that a large
 * park weighs more than a small one; of a reduced ratio the part is what the county accepted of its whole. Rows in the order
 * of the edition.
 */
export function mergeTables(edition: Edition, tables: readonly (readonly TableRow[])[]): MergedRow[] {
  return edition.indicators.flatMap((rule) => {
    const rows = tables.flatMap((table) => table.filter((row) => row.indicator === rule.code))
    if (rows.length === 0) return []
    const { kind } = rule
    const figures = kind === 'ratio' ? ratios(rows) : sums(rows)
    const target = kind === 'ratio' ? targetOfRatio(rows) : round(rows.reduce((sum, row) => sum + row.target, 0))
    return [{ indicator: rule.code, kind, target, ...figures, rate: rateOf(figures.total, target, rule.direction) }]
  })
}

type Figures = Pick<MergedRow, 'thisPeriod' | 'thisYear' | 'total'>

function sums(rows: readonly TableRow[]): Figures {
  const sum = (figures: readonly (number | null)[]) => {
    const known = figures.filter((figure) => figure !== null)
    return known.length === 0 ? null : round(known.reduce((total, figure) => total + figure, 0))
  }
  return {
    thisPeriod: sum(rows.map((row) => row.thisPeriod)),
    thisYear: sum(rows.map((row) => row.thisYear)),
    total: sum(rows.map((row) => row.accepted)),
  }
}

function ratios(rows: readonly TableRow[]): Figures {
  const made = (parts: readonly Quotient[]) => {
    const of = parts.reduce((sum, part) => sum + part.of, 0)
    return of > 0 ? round((parts.reduce((sum, part) => sum + part.value, 0) / of) * 100) : null
  }
  const parts = rows.flatMap((row) => (row.parts ? [{ ...row.parts, total: acceptedPart(row, row.parts.total) }] : []))
  return {
    thisPeriod: made(parts.map((part) => part.period)),
    thisYear: made(parts.map((part) => part.year)),
    total: made(parts.map((part) => part.total)),
  }
}

function acceptedPart({ reduced, accepted }: TableRow, total: Quotient): Quotient {
  return reduced && accepted !== null ? { value: (accepted / 100) * total.of, of: total.of } : total
}

/** Weighed by the wholes like the ratio itself; where there are none yet, the plain mean. */
function targetOfRatio(rows: readonly TableRow[]): number {
  const whole = rows.reduce((sum, row) => sum + (row.parts?.total.of ?? 0), 0)
  const weigh = (row: TableRow) => (whole > 0 ? (row.parts?.total.of ?? 0) / whole : 1 / rows.length)
  return round(rows.reduce((sum, row) => sum + row.target * weigh(row), 0))
}

function round(value: number): number {
  return Math.round((value + Number.EPSILON) * 100) / 100
}
