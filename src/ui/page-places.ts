import type { Placed } from '../shared/route.ts'

/** The page that is turned from, and the number of the last one. */
export type Turned = Placed & { readonly last: number }

/** The place from which a page is counted: that of the page shown, unless an end of the list is nearer. Null for an end. */
export function placeFor(page: number, { page: now, place, next, last }: Turned): string | null {
  const away = Math.abs(page - now)
  if (page === 1 || away === 0) return away === 0 && page > 1 ? place : null
  const toEnd = Math.min(page - 1, Math.max(0, last - page))
  if (away > 1 && toEnd < away) return null
  return page > now ? next : place
}
