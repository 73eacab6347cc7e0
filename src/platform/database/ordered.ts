import { type RawBuilder, sql } from 'kysely'

type Ordinal = RawBuilder<unknown>

/** Orders a name as `compareNames` does: by sound, digits as numbers, 第二批 before 第十批. */
export function byName(name: string): Ordinal {
  return sql.raw(`name_order_key(${name}) collate name_order`)
}

/** Orders batches, `b`, by their year and number. */
export const byBatch: readonly Ordinal[] = [sql`b.first_year`, byName('b.name')]

/** The same, the newest first: wherever batches are listed or chosen from. */
export const newestBatchFirst: Ordinal = sql.join(byBatch.map((ordinal) => sql`${ordinal} desc`))

/** Orders a unit's place: divisions by their code, zones and parks, which have none, by name, and what is below them after them. */
export function byPlace(unit: string): readonly Ordinal[] {
  const uncoded = sql.raw(
    `(select top.name from units top where top.scope = substring(${unit}.scope from '^(?:[0-9]+/)+[^/]+/'))`,
  )
  return [
    sql.raw(`substring(${unit}.scope from '^(?:[0-9]+/)+')`),
    sql`name_order_key(coalesce(${uncoded}, '')) collate name_order`,
    sql.raw(`(length(${unit}.scope) - length(replace(${unit}.scope, '/', '')))`),
    byName(`${unit}.name`),
  ]
}

/**
 * Orders units level by level below each division: divisions by their code, and what has none by the unit that it stands in and
 * its name. Made of kept columns alone, so that an index walks it where the whole tree is paged (`units_down_the_tree`).
 */
export function downTheTree(unit: string): Ordinal {
  return sql.raw(
    [
      `substring(${unit}.scope from '^(?:[0-9]+/)+')`,
      `length(${unit}.scope) - length(replace(${unit}.scope, '/', ''))`,
      `left(${unit}.scope, ${-'/'.length - 36})`,
      `${unit}.name_ordinal`,
      `${unit}.id`,
    ].join(', '),
  )
}

/** Orders pilots by the place that their park lies in and by its name: a park's path is that of its place and its own id. */
export function inTheTree(park: string): Ordinal {
  return sql.raw(`left(${park}.scope, ${-'/'.length - 36}), ${park}.name_ordinal`)
}

/** What each column of a list is ordered by that its route's `sort` names. */
export type Ordinals<Search extends { readonly sort?: string | undefined }> = Readonly<
  Record<Exclude<NonNullable<Search['sort']>, `-${string}`>, Ordinal | readonly Ordinal[]>
>

/**
 * What stands after `order by` in a list: the column that was asked for, `-` in front for falling, what is missing last both
 * ways; among equals, and where nothing was asked, the list's own order, which ends with something unique.
 */
export function orderOf(
  ordinals: Readonly<Record<string, Ordinal | readonly Ordinal[]>>,
  asked: string | undefined,
  own: Ordinal,
): Ordinal {
  const falling = asked?.startsWith('-') ?? false
  const found = asked === undefined ? [] : (ordinals[falling ? asked.slice(1) : asked] ?? [])
  const way = sql.raw(`${falling ? 'desc' : 'asc'} nulls last`)
  return sql.join([...[found].flat().map((ordinal) => sql`${ordinal} ${way}`), own])
}
