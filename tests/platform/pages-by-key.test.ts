import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Tx } from '../../src/platform/database/connect.ts'
import { fitKeys, type Key, type KeyValue, keysOf, sliceOf } from '../../src/platform/database/keys.ts'
import { byName, orderOf } from '../../src/platform/database/ordered.ts'
import { farthest, turnPage } from '../../src/platform/pages.ts'
import type { Placed } from '../../src/shared/route.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world?.stop())

type Row = { readonly id: string; readonly place: string }
type Kept = { readonly id: string; readonly name: string | null; readonly n: number | null; readonly at: string }

/** Numbers that look drawn and are the same in every run. */
function drawing(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return (state >>> 8) % below
  }
}

const names = ['第十批', '第二批', '6号', '12号', '嘉兴精密', '海宁', '鱼', '魚', 'Ｂ', 'a', '', null]

function rowsOf(seed: number, count: number): Kept[] {
  const draw = drawing(seed)
  return Array.from({ length: count }, (_, nth) => ({
    id: `${String(draw(10 ** 8)).padStart(8, '0')}-0000-4000-8000-${String(nth).padStart(12, '0')}`,
    name: names[draw(names.length)] ?? null,
    n: draw(4) === 0 ? null : draw(3),
    at: `2026-05-01T10:00:00.00000${draw(3)}+08:00`,
  }))
}

const columns = {
  name: { by: byName('t.name'), is: 'text' },
  n: { by: sql`t.n`, is: 'bigint' },
  at: { by: sql`t.at`, is: 'timestamptz' },
} as const
const own: readonly Key[] = [
  { by: sql`t.at`, is: 'timestamptz', falling: true },
  { by: sql`t.id`, is: 'uuid', falling: false },
]
const sorts = [undefined, 'name', '-name', 'n', '-n', 'at', '-at'] as const
type Sort = (typeof sorts)[number]

function tableOf(rows: readonly Kept[]): RawBuilder<unknown> {
  return sql`(select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, name text, n bigint, at timestamptz)) t`
}

/** The whole list in its order, as lists that are turned by counting are ordered. */
async function wholeOf(tx: Tx, rows: readonly Kept[], sort: Sort): Promise<string[]> {
  const order = orderOf({ name: columns.name.by, n: sql`t.n`, at: sql`t.at` }, sort, sql`t.at desc, t.id`)
  const found = await sql<{ id: string }>`select t.id from ${tableOf(rows)} order by ${order}`.execute(tx)
  return found.rows.map(({ id }) => id)
}

function turn(tx: Tx, rows: readonly Kept[], asked: { sort: Sort; page: number; pageSize: number; place?: string }) {
  const keys = keysOf(columns, asked.sort, own)
  return turnPage<Row>(asked, {
    count: async () => rows.length,
    async read({ limit, offset, ...at }) {
      const { where, order, place } = sliceOf(keys, at)
      const found = await sql<Row>`
        select t.id, ${place} as place from ${tableOf(rows)} where ${where} order by ${order} limit ${limit} offset ${offset}`.execute(
        tx,
      )
      return found.rows
    },
    valuesOf: ({ place }) => JSON.parse(place) as KeyValue[],
    fits: (values) => fitKeys(keys, values),
  })
}

const idsOf = (rows: readonly Row[]) => rows.map(({ id }) => id)
const inTransaction = <T>(work: (tx: Tx) => Promise<T>) => world.services.database.transaction().execute(work)

describe('pages that are turned by key', () => {
  it.each(sorts)('are exactly the ordered list, forwards, backwards and from either end: %s', (sort) =>
    inTransaction(async (tx) => {
      for (const [seed, count, pageSize] of [
        [1, 40, 3],
        [2, 41, 7],
        [3, 12, 1],
        [4, 20, 20],
      ] as const) {
        const rows = rowsOf(seed, count)
        const whole = await wholeOf(tx, rows, sort)
        const last = Math.ceil(count / pageSize)
        const pageAt = (page: number) => whole.slice((page - 1) * pageSize, page * pageSize)
        let at: Placed = { page: 1, place: null, next: null }
        for (let page = 1; page <= last; page++) {
          const found = await turn(tx, rows, {
            sort,
            page,
            pageSize,
            ...(page > 1 && at.next ? { place: at.next } : {}),
          })
          expect([found.placed.page, idsOf(found.rows)]).toEqual([page, pageAt(page)])
          at = found.placed
        }
        expect(at.next).toBeNull()
        at = (await turn(tx, rows, { sort, page: last, pageSize })).placed
        for (let page = last - 1; page >= 1; page--) {
          const found = await turn(tx, rows, { sort, page, pageSize, place: at.place ?? '' })
          expect([found.placed.page, idsOf(found.rows)]).toEqual([page, pageAt(page)])
          at = found.placed
        }
        const middle = (await turn(tx, rows, { sort, page: Math.ceil(last / 2), pageSize })).placed
        for (let page = 2; page <= last; page++) {
          const place = (page > middle.page ? middle.next : middle.place) ?? ''
          expect(idsOf((await turn(tx, rows, { sort, page, pageSize, place })).rows)).toEqual(pageAt(page))
        }
      }
    }),
  )

  it('go on where the reader was when rows have gone or come, and put their number right at the ends', () =>
    inTransaction(async (tx) => {
      const rows = rowsOf(5, 40)
      const whole = await wholeOf(tx, rows, 'name')
      const asked = { sort: 'name', pageSize: 5 } as const
      const third = (await turn(tx, rows, { ...asked, page: 3 })).placed
      const gone = new Set([...whole.slice(0, 2), ...whole.slice(10, 15)])
      const fewer = rows.filter(({ id }) => !gone.has(id))
      // The rows of the page that was shown are gone, and with them its place: what stood after it is next.
      const next = await turn(tx, fewer, { ...asked, page: 4, place: third.next ?? '' })
      expect(idsOf(next.rows)).toEqual(whole.slice(15, 20))
      const before = await turn(tx, fewer, { ...asked, page: 2, place: third.place ?? '' })
      expect(idsOf(before.rows)).toEqual(whole.slice(5, 10))
      const few = rows.filter(({ id }) => !whole.slice(0, 9).includes(id))
      const first = await turn(tx, few, { ...asked, page: 2, place: third.place ?? '' })
      expect([first.placed.page, idsOf(first.rows)]).toEqual([1, whole.slice(9, 14)])
      const end = (await turn(tx, rows, { ...asked, page: 8 })).placed
      const short = rows.filter(({ id }) => !whole.slice(30).includes(id))
      const now = await turn(tx, short, { ...asked, page: 8, place: end.place ?? '' })
      expect([now.placed.page, idsOf(now.rows)]).toEqual([6, whole.slice(25, 30)])
    }))

  it('are counted from an end where a place is none, and refused where that is too far', () =>
    inTransaction(async (tx) => {
      const rows = rowsOf(6, 20)
      const whole = await wholeOf(tx, rows, 'n')
      const nonsense = ['', 'zzz', 'bnVsbA', Buffer.from('["n",5,2,true,"x","y","z"]').toString('base64url')]
      const byOther = (await turn(tx, rows, { sort: 'name', page: 2, pageSize: 5 })).placed.place ?? ''
      for (const place of [...nonsense, byOther]) {
        const found = await turn(tx, rows, { sort: 'n', page: 3, pageSize: 5, place })
        expect(idsOf(found.rows)).toEqual(whole.slice(10, 15))
      }
      const far = turnPage<Row>(
        { page: 2 + farthest, pageSize: 1 },
        { count: async () => farthest * 3, read: async () => [], valuesOf: () => [], fits: () => true },
      )
      await expect(far).rejects.toMatchObject({ status: 422, fields: [{ field: 'page' }] })
    }))
})
