import { sql } from 'kysely'
import type { Database } from './database/connect.ts'

/** How long a repeated request is known: longer than any browser tries again. */
const keyDays = 7

/** Clears what has no meaning any more: ended sessions, keys that nobody will repeat, and old callers. */
export async function forgetExpired(database: Database, now: Date): Promise<void> {
  await database.deleteFrom('sessions').where('expiresAt', '<=', now).execute()
  const longAgo = new Date(now.getTime() - keyDays * 86_400_000)
  await database.deleteFrom('idempotencyKeys').where('at', '<', longAgo).execute()
  await sql`select forget_callers(${now})`.execute(database)
}
