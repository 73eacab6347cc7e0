import { type RawBuilder, sql } from 'kysely'
import { text } from './columns.ts'
import type { KeyValue } from './keys.ts'

/**
 * Rows of an answer as the database wrote them, each the JSON of a `Row`. An object of every row of every list, only to be written
 * as text again, took a third of the server's time for a list.
 */
export class WrittenRows<Row> {
  readonly texts: readonly string[]

  constructor(texts: readonly string[]) {
    this.texts = texts
  }

  toJSON(): Row[] {
    return this.texts.map((row) => JSON.parse(row) as Row)
  }
}

/** An answer, or one whose lists are written already. */
export type Written<Reply> = {
  [Name in keyof Reply]: Reply[Name] | (Reply[Name] extends (infer Row)[] ? WrittenRows<Row> : never)
}

export function isWritten(reply: unknown): reply is object {
  return typeof reply === 'object' && reply !== null && Object.values(reply).some((one) => one instanceof WrittenRows)
}

/** The JSON of an answer, in which written rows stand as they are. */
export function textOfWritten(reply: object): string {
  const parts = Object.entries(reply).map(([name, value]) => {
    const text = value instanceof WrittenRows ? `[${value.texts.join(',')}]` : JSON.stringify(value)
    return `${JSON.stringify(name)}:${text}`
  })
  return `{${parts.join(',')}}`
}

/** A row as text, and where it stands in its list. */
export type WrittenRow = { readonly row: string; readonly place: string }

/** What a statement that writes its rows answers: all in one, which costs the driver a tenth of a row each. */
export const writtenShape = { rows: text.nullable(), places: text.nullable() }

/**
 * Writes rows in their order: `row` is what each is answered with, by the names of the contract; `beside`: what else is told, once.
 * JSON holds no line break, so that one parts the rows.
 */
export function writing(of: {
  readonly row: RawBuilder<unknown>
  readonly place: RawBuilder<unknown>
  readonly from: RawBuilder<unknown>
  readonly order: RawBuilder<unknown>
  readonly beside?: RawBuilder<unknown>
}): RawBuilder<unknown> {
  const beside = of.beside ? sql`, ${of.beside}` : sql``
  return sql`
    select string_agg(one.row, E'\\n') as rows, string_agg(one.place, E'\\n') as places${beside}
      from (select row_to_json(shown)::text as row, ${of.place} as place
              from ${of.from} cross join lateral (select ${of.row}) shown order by ${of.order}) one`
}

/** The rows of such an answer. */
export function writtenRows(found: { readonly rows: string | null; readonly places: string | null }): WrittenRow[] {
  if (found.rows === null) return []
  const places = found.places?.split('\n') ?? []
  return found.rows.split('\n').map((row, at) => ({ row, place: places[at] ?? '' }))
}

export function valuesAt({ place }: WrittenRow): KeyValue[] {
  return JSON.parse(place) as KeyValue[]
}

/** As the product writes an instant, in documents that the database makes. */
export function iso(column: string): RawBuilder<string> {
  return sql<string>`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
}
