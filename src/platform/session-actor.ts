import { sql } from 'kysely'
import { instant, text, uuid, wordsOf } from './database/columns.ts'
import { statement } from './database/statement.ts'

/**
 * Who asks, by the hash of the session's token; moves the transaction into that person's scope. `at`: the moment, ISO 8601.
 * Without parameters it travels together with the beginning of the transaction; both are ours, never the caller's text.
 */
export const sessionActor = statement(
  {
    accountId: uuid,
    name: text,
    post: wordsOf('accounts.post'),
    bureau: wordsOf('accounts.bureau').nullable(),
    unitId: uuid,
    unitKind: wordsOf('units.kind'),
    unitName: text,
    scope: text,
    lastSeenAt: instant,
  },
  ({ hash, at }: { hash: string; at: string }) => sql`select * from enter_session(${sql.lit(hash)}, ${sql.lit(at)})`,
)
