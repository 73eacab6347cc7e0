import type { Edition } from '../editions/edition.ts'
import type { IndicatorKind } from '../editions/edition-rules.ts'
import { isQuotient } from '../editions/indicator-kinds.ts'
import { type Figures, figuresOf, type Part, round, type Spans, sumOf } from './standing.ts'

/** One row of one accepted table. `parts`: what is left of its records after the reductions that stand; null where none are kept. */
export type TableRow = {
  readonly indicator: string
  readonly target: number
  readonly parts: Spans<Part> | null
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
  return edition.indicators.flatMap(({ code: indicator, kind, direction }) => {
    const rows = tables.flatMap((table) => table.filter((row) => row.indicator === indicator))
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
  const whole = rows.reduce((sum, row) => sum + wholeOf(row), 0)
  const weigh = (row: TableRow) => (whole > 0 ? wholeOf(row) / whole : 1 / rows.length)
  return round(rows.reduce((sum, row) => sum + row.target * weigh(row), 0))
}
