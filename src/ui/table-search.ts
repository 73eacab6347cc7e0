import { z } from 'zod'
import { underneath } from '../shared/inputs.ts'
import type { Route } from '../shared/route.ts'
import { placeFor, type Turned } from './page-places.ts'
import { searchOfTable, type TableOptions } from './search-of-table.ts'
import { type UrlSearch, useUrl } from './url.ts'

/** The order of a list that the server orders. */
export type ListOrder = {
  /** A column's key, with `-` in front for descending; null for the list's own order. */
  readonly sort: string | null
  /** Keys of the columns that the server orders by. */
  readonly sortable: ReadonlySet<string>
  readonly orderBy: (sort: string | null) => void
}

/** Where a list stands: page, order and filters, all kept in the address. */
export type TableSearch<Search = Record<string, unknown>> = ListOrder & {
  /** Hand this to `useView` as `search`. */
  readonly search: Search
  readonly page: number
  readonly pageSize: number
  readonly values: UrlSearch
  /** Changes filters and goes back to the first page. */
  readonly filter: (patch: Record<string, string | null>) => void
  /** `from`: where the page lies that is turned from, in a list whose pages are turned by key. */
  readonly turnTo: (page: number, pageSize: number, from?: Turned) => void
  /** Whether any filter is set. */
  readonly filtered: boolean
  readonly clear: () => void
}

/**
 * The search of a list route, read from the address: `const table = useTableSearch(contract.listServices, { pageSize: 50 })`.
 * Lists take `page` (from 1), `pageSize`, `sort` (`dueDay`, `-dueDay`) and their filters by name; other parts of the address are left alone.
 */
export function useTableSearch<R extends Route>(
  route: R,
  options: TableOptions = {},
): TableSearch<z.input<R['search']>> {
  const url = useUrl()
  const { filters, ...asked } = searchOfTable(route, url.search, options)
  return {
    ...asked,
    sortable: sortableIn(route),
    values: url.search,
    filter: (patch) => url.setSearch({ ...patch, ...firstPage }),
    turnTo(nextPage, nextSize, from) {
      // Pages of another size begin elsewhere.
      const resized = from !== undefined && nextSize !== asked.pageSize
      url.setSearch(
        {
          page: nextPage === 1 || resized ? null : nextPage,
          place: from && !resized ? placeFor(nextPage, from) : null,
          pageSize: nextSize === (options.pageSize ?? 50) ? null : nextSize,
        },
        { replace: false },
      )
    },
    orderBy: (next) => url.setSearch({ sort: next, ...firstPage }),
    filtered: filters.some((name) => Boolean(url.search[name])),
    clear: () => url.setSearch({ ...Object.fromEntries(filters.map((name) => [name, null])), ...firstPage }),
  }
}

const firstPage = { page: null, place: null }

/** The columns that a route's `sort` names. */
function sortableIn(route: Route): ReadonlySet<string> {
  if (!(route.search instanceof z.ZodObject)) return new Set()
  let input: z.ZodType | null = route.search.shape.sort ?? null
  while (input && !(input instanceof z.ZodEnum)) input = underneath(input)
  return new Set(input instanceof z.ZodEnum ? input.options.map((option) => String(option).replace('-', '')) : [])
}
