import type { Column } from './table-column.ts'
import type { TableSearch } from './table-search.ts'
import { useUrl } from './url.ts'

type Ordered<Row> = {
  readonly rows: readonly Row[] | undefined
  /** A column's key, with `-` in front for descending; null for the list's own order. */
  readonly sort: string | null
  readonly orderBy: (sort: string | null) => void
}

/**
 * The order of a list, as it stands in the address: the server's, or of the rows that are all here. Lists side by side that have
 * the column are ordered alike.
 */
export function useOrder<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[] | undefined,
  table: TableSearch<unknown> | undefined,
): Ordered<Row> {
  const { search, setSearch } = useUrl()
  if (table) return { rows, sort: table.sort, orderBy: table.orderBy }
  const sort = search.sort ?? null
  return { rows: rows && orderedBy(columns, rows, sort), sort, orderBy: (next) => setSearch({ sort: next }) }
}

/** Rows that are equal keep their order, in both directions. */
export function orderedBy<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  sort: string | null,
): readonly Row[] {
  const descending = sort?.startsWith('-') ?? false
  const compare = columns.find(({ key }) => key === (descending ? sort?.slice(1) : sort))?.sort
  if (typeof compare !== 'function') return rows
  return rows.toSorted((a, b) => (descending ? compare(b, a) : compare(a, b)))
}
