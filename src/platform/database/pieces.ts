import { type RawBuilder, sql } from 'kysely'
import { text } from './columns.ts'

/**
 * Many rows as text, a thousand at a time: an object of each of them, or a row of the driver's, would cost more time than the
 * database takes to find them.
 */
export const piecesShape = { rows: text.nullsExcluded() }

/** Of `shown`, the rows of which are `at`, their number from 1, and `row`, a JSON array as text. `beside`: what is told with each piece. */
export function inPieces(shown: RawBuilder<unknown>, beside?: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select '[' || string_agg(row, ',' order by at) || ']' as rows${beside ? sql`, ${beside}` : sql``} from ${shown} group by (at - 1) / 1000 order by (at - 1) / 1000`
}

/** Each row when it is asked for, as often as it is asked for. */
export function rowsIn<Row>(pieces: readonly { readonly rows: string }[]): Iterable<Row> {
  return {
    *[Symbol.iterator]() {
      for (const { rows } of pieces) yield* JSON.parse(rows) as Row[]
    },
  }
}
