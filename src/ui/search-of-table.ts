import { z } from 'zod'
import type { Route } from '../shared/route.ts'

/** What a list asks where the address says nothing. */
export type TableOptions = { readonly pageSize?: number; readonly sort?: string }

const own = ['page', 'pageSize', 'sort', 'place']

/** What a list asks of its route at an address with that search, and the names of its filters. */
export function searchOfTable<R extends Route>(
  route: R,
  address: Readonly<Record<string, string>>,
  options: TableOptions = {},
) {
  const names = route.search instanceof z.ZodObject ? Object.keys(route.search.shape) : []
  const filters = names.filter((name) => !own.includes(name))
  const page = Math.max(1, Number.parseInt(address.page ?? '1', 10) || 1)
  const pageSize = Number.parseInt(address.pageSize ?? '', 10) || (options.pageSize ?? 50)
  const sort = address.sort ?? options.sort ?? null
  const search: Record<string, unknown> = {}
  if (names.includes('place') && page > 1 && address.place) search.place = address.place
  for (const name of filters) if (address[name]) search[name] = address[name]
  if (names.includes('page')) search.page = page
  if (names.includes('pageSize')) search.pageSize = pageSize
  if (names.includes('sort') && sort) search.sort = sort
  return { search: search as z.input<R['search']>, page, pageSize, sort, filters }
}
