import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../src/platform/database/connect.ts'
import type { World } from './world.ts'

/**
 * A transaction of the server's own account inside a scope, with a session made by the owner: to meet store functions and the database
 * itself. An empty scope is that of whoever has no session.
 */
export async function inside<T>(world: World, scope: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (scope === '') return world.services.database.transaction().execute(work)
  const hash = randomBytes(32).toString('hex')
  await world.sql(
    `insert into sessions (token_hash, account_id, created_at, last_seen_at, expires_at, unit_scope)
     select $1, (select id from accounts order by created_at limit 1), '2000-01-01', '2000-01-01', '9999-01-01', $2`,
    [hash, scope],
  )
  try {
    return await world.services.database.transaction().execute(async (tx) => {
      await sql`select from enter_session(${hash}, now())`.execute(tx)
      return work(tx)
    })
  } finally {
    await world.sql('delete from sessions where token_hash = $1', [hash])
  }
}
