import { sql } from 'kysely'
import { bool, text, uuid } from './database/columns.ts'
import { statement } from './database/statement.ts'
import type { Services } from './services.ts'

const mostAtOnce = 200
/** Longer than any upload takes from its first byte to its record, and any backup from its database to its last file. */
const looseFor = 2 * 86_400_000

const expired = statement(
  { id: uuid },
  (at: string) => sql`select id from expired_uploads(${at}::timestamptz, ${mostAtOnce}) as id`,
  ['2026-01-01'],
)
const expire = statement(
  { done: bool },
  ({ file, event, at }: { readonly file: string; readonly event: string; readonly at: string }) =>
    sql`select expire_upload(${file}::uuid, ${event}::uuid, ${at}::timestamptz) as done`,
)
const loose = statement(
  { hash: text, isNamed: bool },
  (before: string) => sql`
    select hash, content_named(hash) as is_named from loose_contents
     where since < ${before}::timestamptz order by since limit 1 for update skip locked`,
  ['2026-01-01'],
)

type Needs = Pick<Services, 'database' | 'files' | 'previews' | 'newId' | 'clock'>

/** Ends uploads that proved nothing for thirty days, then removes the bytes that no file has named for two. */
export async function removeUnused(services: Needs, ending?: AbortSignal): Promise<void> {
  if (!(await services.files.answers())) return
  while (!ending?.aborted && (await expireSome(services)) === mostAtOnce);
  while (!ending?.aborted && (await removeOne(services)));
}

async function expireSome({ database, newId, clock }: Needs): Promise<number> {
  const at = clock().toISOString()
  return database.transaction().execute(async (tx) => {
    const found = await expired(tx, at)
    for (const { id } of found) await expire(tx, { file: id, event: newId(), at })
    return found.length
  })
}

/** Under the lock of its row, so that whoever uploads the same bytes at this moment waits, and then puts them there anew. */
async function removeOne({ database, files, previews, clock }: Needs): Promise<boolean> {
  const before = new Date(clock().getTime() - looseFor).toISOString()
  return database.transaction().execute(async (tx) => {
    const [one] = await loose(tx, before)
    if (!one) return false
    if (!one.isNamed) {
      await files.remove(one.hash)
      await previews.forget(one.hash)
    }
    await tx.deleteFrom('looseContents').where('hash', '=', one.hash).execute()
    return true
  })
}
