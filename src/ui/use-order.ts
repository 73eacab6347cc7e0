import { orderedBy } from '../shared/clean.ts'
import { type Column, ordinalOf } from './table-column.ts'
import type { ListOrder } from './table-search.ts'
import { useUrl } from './url.ts'

type Ordered<Row> = ListOrder & { readonly rows: readonly Row[] | undefined }

/**
 * The order of a list, as it stands in the address: the server's, or of the rows that are all here. Lists side by side that have
 * the column are ordered alike.
 */
export function useOrder<Row extends object>(
  columns: readonly Column<Row>[],
  rows: readonly Row[] | undefined,
  byServer: ListOrder | undefined,
): Ordered<Row> {
  const { search, setSearch } = useUrl()
  if (byServer) return { ...byServer, rows }
  const sort = search.sort ?? null
  const orderBy = (next: string | null) => setSearch({ sort: next })
  return { rows: rows && orderedHere(columns, rows, sort), sortable: sortableOf(columns, rows ?? []), sort, orderBy }
}

/** Rows that are all here in the order that the address asks for. */
export function orderedHere<Row extends object>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  sort: string | null,
): readonly Row[] {
  return orderedBy(rows, sort, (asked) => {
    const column = columns.find(({ key }) => key === asked)
    return column ? ordinalOf(column, rows) : null
  })
}

function sortableOf<Row extends object>(columns: readonly Column<Row>[], rows: readonly Row[]): ReadonlySet<string> {
  return new Set(columns.filter((column) => ordinalOf(column, rows) !== null).map(({ key }) => key))
}
