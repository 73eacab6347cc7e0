import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { z } from 'zod'

/** One value that a row stands at in an order, as JSON carries it: an instant with its microseconds, a name as it is ordered. */
export type KeyValue = string | number | null

/** What a key can be, each with the values that the database takes for it. */
const kinds = {
  text: z.string().refine((value) => value.isWellFormed() && !value.includes('\0')),
  bigint: z.int(),
  date: z.iso.date(),
  timestamptz: z.iso.datetime({ offset: true }),
  uuid: z.uuid(),
} as const

/**
 * One thing that a list stands in the order of. `lacks`: it can be missing, and then stands last whichever way the list runs. The
 * last key of an order is never missing and no two rows share it.
 */
export type Key = {
  readonly by: RawBuilder<unknown>
  readonly is: keyof typeof kinds
  readonly falling: boolean
  readonly lacks?: 'last' | 'first'
}

/** What a column of a list is ordered by, and what that is; it may be missing. */
export type KeyColumn = Pick<Key, 'by' | 'is'>

/** The keys of each column that a list's route names in `sort`. */
export type KeyColumns<Search extends { readonly sort?: string | undefined }> = Readonly<
  Record<Exclude<NonNullable<Search['sort']>, `-${string}`>, KeyColumn>
>

/**
 * The order of a list: the column that was asked for, `-` in front for falling, what is missing last both ways; among equals, and
 * where nothing was asked, the list's own order.
 */
export function keysOf(
  columns: Readonly<Record<string, KeyColumn>>,
  asked: string | undefined,
  own: readonly Key[],
): Key[] {
  const falling = asked?.startsWith('-') ?? false
  const found = asked === undefined ? undefined : columns[falling ? asked.slice(1) : asked]
  return found ? [{ ...found, falling, lacks: 'last' }, ...own] : [...own]
}

/** The same order from its other end. */
export function reversedKeys(keys: readonly Key[]): Key[] {
  return keys.map(({ lacks, falling, ...key }) =>
    lacks === undefined
      ? { ...key, falling: !falling }
      : { ...key, falling: !falling, lacks: lacks === 'last' ? 'first' : 'last' },
  )
}

/** What stands after `order by`; `nth` names a key where it was selected under a name. */
export function inOrderOf(keys: readonly Key[], nth?: (at: number) => RawBuilder<unknown>): RawBuilder<unknown> {
  return sql.join(
    keys.map(({ by, falling, lacks }, at) => {
      const missing = lacks === undefined ? '' : ` nulls ${lacks}`
      return sql`${nth?.(at) ?? by} ${sql.raw(`${falling ? 'desc' : 'asc'}${missing}`)}`
    }),
  )
}

/** Whether these are values that a row can have in this order, so that the database can be asked with them. */
export function fitKeys(keys: readonly Key[], values: readonly unknown[]): values is KeyValue[] {
  return (
    values.length === keys.length &&
    keys.every(({ is, lacks }, at) => {
      const value = values[at]
      return value === null ? lacks !== undefined : kinds[is].safeParse(value).success
    })
  )
}

/** A place in an order: beside the row that has, or had, these values. `including`: that row counts among those beyond it. */
export type Beside = { readonly values: readonly KeyValue[]; readonly including: boolean }

/**
 * What stands beyond a place, as conditions that no row meets twice and that stand in the order one after the other, last first:
 * equal in all keys but the last, equal in all but the last two, and so on. Each is one stretch of an index in the list's order,
 * so that a place in the middle of ten thousand equals is as near as any other.
 */
export function beyond(keys: readonly Key[], { values, including }: Beside): RawBuilder<SqlBool>[] {
  const found: RawBuilder<SqlBool>[] = []
  for (let depth = keys.length - 1; depth >= 0; depth--) {
    const equal = keys.slice(0, depth).map((key, at) => sameAs(key, values[at] ?? null))
    const last = keys[depth]
    if (!last) continue
    for (const after of afterValue(last, values[depth] ?? null, including && depth === keys.length - 1))
      found.push(sql<SqlBool>`(${sql.join([...equal, after], sql` and `)})`)
  }
  return found
}

function sameAs({ by, is }: Key, value: KeyValue): RawBuilder<SqlBool> {
  return value === null ? sql`${by} is null` : sql`${by} = ${value}::${sql.raw(is)}`
}

function afterValue({ by, is, falling, lacks }: Key, value: KeyValue, including: boolean): RawBuilder<SqlBool>[] {
  if (value === null) return lacks === 'first' ? [sql`${by} is not null`] : []
  const sign = sql.raw(`${falling ? '<' : '>'}${including ? '=' : ''}`)
  const later = sql<SqlBool>`${by} ${sign} ${value}::${sql.raw(is)}`
  return lacks === 'last' ? [later, sql<SqlBool>`${by} is null`] : [later]
}

/** Where a row stands, to be selected beside it as `place`. */
export function placeOf(keys: readonly RawBuilder<unknown>[]): RawBuilder<string> {
  return sql`json_build_array(${sql.join([...keys])})::text`
}

/** A slice of a list that is small enough to be sorted: what stands beyond a place, or all, in the order that is walked. */
export function sliceOf(keys: readonly Key[], { backwards, beside }: { backwards: boolean; beside: Beside | null }) {
  const walked = backwards ? reversedKeys(keys) : keys
  const conditions = beside ? beyond(walked, beside) : []
  return {
    where: beside
      ? sql<SqlBool>`(${conditions.length > 0 ? sql.join(conditions, sql` or `) : sql`false`})`
      : sql<SqlBool>`true`,
    order: inOrderOf(walked),
    place: placeOf(keys.map(({ by }) => by)),
  }
}
