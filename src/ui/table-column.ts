import type { ReactNode } from 'react'

/** A column of a table, and its line on a phone's card. */
export type Column<Row> = {
  /** Also the name the server sorts by. */
  readonly key: string
  readonly title: string
  /** The cell; the row's own value under `key` if left out. */
  readonly show?: (row: Row) => ReactNode
  /** `true`: the server can sort by it; a function: rows that are all here are sorted by it. */
  readonly sort?: true | ((a: Row, b: Row) => number)
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
