import type { ReactNode } from 'react'
import type { Ordinal } from '../shared/clean.ts'

/** A column of a table, and its line on a phone's card. */
export type Column<Row> = {
  /** Also the name the server sorts by. */
  readonly key: string
  readonly title: string
  /** The cell; the row's own value under `key` if left out. */
  readonly show?: (row: Row) => ReactNode
  /**
   * What rows that are all here are ordered by; the row's own value under `key` if left out, null where no order would mean
   * anything. A list that the server orders has the columns that its route names.
   */
  readonly sort?: null | ((row: Row) => Ordinal)
  readonly align?: 'left' | 'right' | 'center'
  readonly width?: number
  /** Stays in view while the table is scrolled sideways. */
  readonly fixed?: boolean
  /** On a phone: left out, or shown without its name. The first column is the card's title. */
  readonly card?: 'hide' | 'bare'
}

export function cellOf<Row extends object>(column: Column<Row>, row: Row): ReactNode {
  if (column.show) return column.show(row)
  const value = (row as Record<string, unknown>)[column.key]
  return value === null || value === undefined ? '—' : String(value)
}

/** What a column is ordered by where all rows are here; null where it is not. */
export function ordinalOf<Row extends object>(
  column: Column<Row>,
  rows: readonly Row[],
): ((row: Row) => Ordinal) | null {
  if (column.sort !== undefined) return column.sort
  const value = (row: Row) => (row as Record<string, unknown>)[column.key]
  const isOrdinal = rows.every((row) => !isDocument(value(row))) && rows.some((row) => value(row) !== undefined)
  return isOrdinal ? (row) => value(row) as Ordinal : null
}

function isDocument(value: unknown): boolean {
  return typeof value === 'object' && value !== null
}
