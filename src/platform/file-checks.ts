import { sql } from 'kysely'
import { text } from './database/columns.ts'
import type { Database } from './database/connect.ts'
import { statement } from './database/statement.ts'
import type { FileState, FileStore } from './files/store.ts'

/** Every file is read again within a week; what is damaged, each hour. */
const againAfter = 7 * 86_400_000
/** A sweep leaves the disk to people after a while. */
const sweepLasts = 10 * 60_000
const mostAtOnce = 200

const damaged = statement(
  { hash: text },
  () => sql`select hash from file_checks where state <> 'intact' order by damaged_since limit ${mostAtOnce}`,
)
const oldest = statement(
  { hash: text },
  (before: string) =>
    sql`select hash from file_checks where checked_at < ${before}::timestamptz order by checked_at limit ${mostAtOnce}`,
  ['2026-01-01'],
)

/** Writes down how the content of a hash was found. */
export async function noteCheck(database: Database, hash: string, state: FileState, now: Date): Promise<void> {
  const damagedSince = state === 'intact' ? null : now
  await database
    .insertInto('fileChecks')
    .values({ hash, state, checkedAt: now, damagedSince })
    .onConflict((conflict) =>
      conflict.column('hash').doUpdateSet({
        state,
        checkedAt: now,
        damagedSince: damagedSince && sql<Date>`coalesce(file_checks.damaged_since, ${damagedSince})`,
      }),
    )
    .execute()
}

/**
 * Reads again what was damaged, in case it has been restored, and what was not read for longest. A store that does not answer says
 * nothing of its files: it is asked again in an hour.
 */
export async function checkFiles(database: Database, files: FileStore, now: Date, ending?: AbortSignal): Promise<void> {
  if (await files.answers()) await sweep(database, files, now, ending)
}

async function sweep(database: Database, files: FileStore, now: Date, ending?: AbortSignal): Promise<void> {
  const before = new Date(now.getTime() - againAfter).toISOString()
  const begun = performance.now()
  let next = await database.transaction().execute((tx) => damaged(tx))
  do {
    for (const { hash } of next) {
      if (ending?.aborted) return
      await noteCheck(database, hash, await files.verify(hash), now)
    }
    // What was read a moment ago is not among the oldest.
    next = await database.transaction().execute((tx) => oldest(tx, before))
  } while (next.length > 0 && performance.now() - begun < sweepLasts)
}
