import type { Edition } from '../editions/edition.ts'
import type { IndicatorKind } from '../editions/edition-rules.ts'
import { isQuotient } from '../editions/indicator-kinds.ts'
import { type Figures, figuresOf, type Part, round, type Spans, sumOf } from './standing.ts'

/** One row of one accepted table. `parts`: what is left of its records after the reductions that stand; null where none are kept. */
export type TableRow = {
  readonly indicator: string
  readonly target: number
  readonly parts: Spans<Part> | null
  /** Of a row in which several tables are summed already: how many, and their targets weighed by their wholes. */
  readonly summed?: { readonly tables: number; readonly weighedTarget: number }
}

export type MergedRow = Omit<Figures, 'gap'> & {
  readonly indicator: string
  readonly kind: IndicatorKind
  readonly target: number
}

/**
 * Accepted tables of one period made one (H6): counts and states add up, a ratio is made anew from its parts, so that a large
 * park weighs more than a small one. Rows in the order of the edition.
 */
export function mergeTables(edition: Edition, tables: readonly (readonly TableRow[])[]): MergedRow[] {
  const byIndicator = Map.groupBy(tables.flat(), ({ indicator }) => indicator)
  return edition.indicators.flatMap(({ code: indicator, kind, direction }) => {
    const rows = byIndicator.get(indicator) ?? []
    if (rows.length === 0) return []
    const target = isQuotient(kind) ? targetOfRatio(rows) : round(rows.reduce((sum, row) => sum + row.target, 0))
    const { gap: _, ...figures } = figuresOf({ kind, direction, target, timeProgress: 0 }, merged(rows))
    return [{ indicator, kind, target, ...figures }]
  })
}

function merged(rows: readonly TableRow[]): Spans<Part> | null {
  const known = rows.flatMap((row) => row.parts ?? [])
  if (known.length === 0) return null
  const over = (span: keyof Spans<Part>) => sumOf(known.map((parts) => parts[span]))
  return { period: over('period'), year: over('year'), total: over('total') }
}

/** Weighed by the wholes like the ratio itself; where there are none yet, the plain mean. */
function targetOfRatio(rows: readonly TableRow[]): number {
  const wholeOf = (row: TableRow) => row.parts?.total.of ?? 0
  const sum = (of: (row: TableRow) => number) => rows.reduce((all, row) => all + of(row), 0)
  const whole = sum(wholeOf)
  if (whole > 0) return round(sum((row) => row.summed?.weighedTarget ?? row.target * wholeOf(row)) / whole)
  return round(sum(({ target }) => target) / sum((row) => row.summed?.tables ?? 1))
}
