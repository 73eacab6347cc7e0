import type { Placed } from '../shared/route.ts'
import type { Beside, KeyValue } from './database/keys.ts'
import { invalid } from './errors.ts'

/** What is asked of a list that is turned by key: `pageInputs` with `place`, and its order by name. */
export type Turning = {
  readonly page: number
  readonly pageSize: number
  readonly place?: string | undefined
  readonly sort?: string | undefined
}

/**
 * Rows to read: from this place or, without one, from the end of the list that the walk begins at. `backwards`: the list is
 * walked from its other end, and the rows come in that order.
 */
export type Reach = {
  readonly backwards: boolean
  readonly beside: Beside | null
  readonly offset: number
  readonly limit: number
}

/** A list as its pages are read. */
export type PagedList<Row> = {
  readonly count: () => Promise<number>
  readonly read: (reach: Reach) => Promise<readonly Row[]>
  /** The values that a row stands at. */
  readonly valuesOf: (row: Row) => readonly KeyValue[]
  /** Whether a row of this list can stand at these values. */
  readonly fits: (values: readonly unknown[]) => boolean
}

/** Rows that are counted off at most to reach a page: a list of twice as many has every page within reach. */
export const farthest = 10_000

/**
 * One page of a list. A place is the values of a row and the number of the page that begins there, and pages are counted from it, from
 * the first row or from the last one. The row may have moved or gone: the values still part the list in two. Where the list has
 * changed since, the number is put right at either end.
 * @throws HttpError 422 where the page is out of reach.
 */
export async function turnPage<Row>(asked: Turning, list: PagedList<Row>) {
  const { page, pageSize } = asked
  const place = page === 1 ? null : readPlace(asked, list.fits)
  if (place) {
    const away = page - place.page
    const found = await fromPlace(place, away, asked, list)
    if (found) return found
    // So much has gone since that nothing is left on that side: the end of the list is what is next to it.
    const last = Math.max(1, Math.ceil((await list.count()) / pageSize))
    return fromEnd({ ...asked, page: away < 0 ? 1 : last }, list)
  }
  return fromEnd(asked, list)
}

async function fromEnd<Row>(asked: Turning, list: PagedList<Row>) {
  const { page, pageSize } = asked
  const before = (page - 1) * pageSize
  if (page === 1) {
    const rows = await list.read({ backwards: false, beside: null, offset: 0, limit: pageSize })
    return shown(rows, page, asked, list, await list.count())
  }
  const total = await list.count()
  if (before >= total) return shown([], page, asked, list, total)
  const backwards = before > total / 2
  const offset = backwards ? Math.max(0, total - before - pageSize) : before
  inReach(offset)
  const limit = Math.min(pageSize, total - before)
  const rows = await list.read({ backwards, beside: null, offset, limit })
  return shown(backwards ? rows.toReversed() : rows, page, asked, list, total)
}

/** Null where the place has no row on that side, or so few before it that it is the first page that is wanted. */
async function fromPlace<Row>(place: Place, away: number, asked: Turning, list: PagedList<Row>) {
  const { pageSize } = asked
  const backwards = away < 0
  const offset = (backwards ? -away - 1 : away) * pageSize
  inReach(offset)
  // A page begins with the row of its place, or after it; what stands before it is the rest.
  const beside = { values: place.values, including: place.after === backwards }
  const rows = await list.read({ backwards, beside, offset, limit: pageSize + 1 })
  const total = await list.count()
  const last = Math.max(1, Math.ceil(total / pageSize))
  const more = rows.length > pageSize
  const kept = rows.slice(0, pageSize)
  if (backwards) return more ? shown(kept.toReversed(), Math.min(asked.page, last), asked, list, total) : null
  if (kept.length === 0) return null
  return shown(kept, more ? Math.max(1, Math.min(asked.page, last - 1)) : last, asked, list, total)
}

function inReach(rows: number): void {
  if (rows <= farthest) return
  throw invalid([
    {
      field: 'page',
      zh: '这一页离得太远，无法直接跳转；请从第一页或最后一页翻起，或用筛选缩小范围。',
      en: 'This page is too far away to jump to; turn the pages from the first or the last one, or filter the list.',
    },
  ])
}

function shown<Row>(rows: readonly Row[], page: number, asked: Turning, list: PagedList<Row>, total: number) {
  const [first, last] = [rows[0], rows.at(-1)]
  const write = (row: Row | undefined, place: Omit<Place, 'values'>) =>
    row === undefined ? null : writePlace({ ...place, values: list.valuesOf(row) }, asked)
  const placed: Placed = {
    page,
    place: write(first, { page, after: false }),
    next: page * asked.pageSize < total ? write(last, { page: page + 1, after: true }) : null,
  }
  return { rows, total, placed }
}

/** `page` begins with the row of these values, or `after` it. */
type Place = { readonly page: number; readonly after: boolean; readonly values: readonly KeyValue[] }

function writePlace({ page, after, values }: Place, { sort, pageSize }: Turning): string {
  return Buffer.from(JSON.stringify([sort ?? '', pageSize, page, after, ...values])).toString('base64url')
}

/** Null for a place of another order or size, or for none at all: the page is then counted from an end of the list. */
function readPlace({ place, sort, pageSize }: Turning, fits: (values: readonly unknown[]) => boolean): Place | null {
  if (place === undefined) return null
  let told: unknown
  try {
    told = JSON.parse(Buffer.from(place, 'base64url').toString())
  } catch {
    return null
  }
  if (!Array.isArray(told)) return null
  const [order, size, page, after, ...values] = told as unknown[]
  if (order !== (sort ?? '') || size !== pageSize || typeof after !== 'boolean') return null
  if (typeof page !== 'number' || !Number.isInteger(page) || page < 1 || page > 1_000_000) return null
  return fits(values) ? { page, after, values: values as KeyValue[] } : null
}
