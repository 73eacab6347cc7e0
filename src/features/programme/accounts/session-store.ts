import { sql } from 'kysely'
import { bool, instant, int, text, uuid } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { type ResultRow, statement } from '../../../platform/database/statement.ts'

const own = statement(
  {
    sessionId: uuid,
    network: text.nullable(),
    agent: text.nullable(),
    createdAt: instant,
    lastSeenAt: instant,
    isCurrent: bool,
  },
  (now: Date) => sql`
    select id as "sessionId", network, agent, created_at as "createdAt", last_seen_at as "lastSeenAt", is_current as "isCurrent"
      from own_sessions(${now}::timestamptz)`,
)

/** The open sessions of whoever acts, the last seen first. */
export function ownSessions(tx: Tx, now: Date): Promise<ResultRow<typeof own>[]> {
  return own(tx, now)
}

const ended = statement(
  { n: int },
  ({ sessionId, now }: { sessionId: string | null; now: Date }) =>
    sql`select end_other_sessions(${sessionId}::uuid, ${now}::timestamptz) as n`,
)

/** Ends another session of whoever acts, or all others where none is named; how many. Never the present one. */
export async function endOthers(tx: Tx, sessionId: string | null, now: Date): Promise<number> {
  const [found] = await ended(tx, { sessionId, now })
  return found?.n ?? 0
}
