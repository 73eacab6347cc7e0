import { sql } from 'kysely'
import { builtOnce } from '../../../platform/database/built-once.ts'
import { bool } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { statement } from '../../../platform/database/statement.ts'

/** What an upload writes. */
export type NewFile = {
  id: string
  hash: string
  size: number
  mediaType: string
  name: string
  capturedAt: Date | null
  latitude: number | null
  longitude: number | null
  perceptualHash: string | null
  uploadedBy: string
  uploadedAt: Date
  scope: string
  bound: boolean
}

export type FileRow = NewFile & {
  /** Whether its bytes were found changed or missing. */
  readonly damaged: boolean
}

/** Of a query whose files are called `f`. */
export const isDamaged = sql<boolean>`exists (select from file_checks k where k.hash = f.hash and k.state <> 'intact')`

export async function insertFile(tx: Tx, file: NewFile): Promise<void> {
  await tx.insertInto('files').values(file).execute()
}

const fileWithId = builtOnce((tx, { id }: { readonly id: string }) =>
  tx.selectFrom('files as f').selectAll('f').select(isDamaged.as('damaged')).where('f.id', '=', id),
)

export async function fileById(tx: Tx, id: string): Promise<FileRow | null> {
  return (await fileWithId(tx, { id }))[0] ?? null
}

/** From now on whoever sees the record sees the file. False when somebody bound it in the same moment. */
export async function moveFile(tx: Tx, id: string, scope: string): Promise<boolean> {
  const moved = await tx
    .updateTable('files')
    .set({ scope, bound: true })
    .where('id', '=', id)
    .where('bound', '=', false)
    .executeTakeFirst()
  return moved.numUpdatedRows > 0n
}

/** What this account has uploaded and bound to nothing, the newest first; what was found damaged left out. */
export function unboundUploads(tx: Tx, { accountId, scope }: { readonly accountId: string; readonly scope: string }) {
  return tx
    .selectFrom('files as f')
    .select(['f.id', 'f.name', 'f.hash'])
    .where('f.scope', '=', scope)
    .where('f.uploadedBy', '=', accountId)
    .where('f.bound', '=', false)
    .where((is) => is.not(isDamaged))
    .orderBy('f.uploadedAt', 'desc')
    .orderBy('f.id', 'desc')
    .execute()
}

/** Many files at once, as `moveFile`. Answers how many were moved. */
export async function moveFiles(tx: Tx, files: readonly { readonly id: string; readonly scope: string }[]) {
  const [ids, scopes] = [files.map(({ id }) => id), files.map(({ scope }) => scope)]
  const moved = await sql`
    update files f set scope = m.scope, bound = true
      from unnest(${ids}::uuid[], ${scopes}::text[]) as m(id, scope)
     where f.id = m.id and not f.bound`.execute(tx)
  return Number(moved.numAffectedRows ?? 0n)
}

type Copy = { readonly id: string; readonly of: string; readonly scope: string }

/** Further rows of uploads for other records that the same paper proves; bound from the beginning. */
export async function copyFiles(tx: Tx, copies: readonly Copy[]): Promise<void> {
  const [ids, originals] = [copies.map(({ id }) => id), copies.map(({ of }) => of)]
  const scopes = copies.map(({ scope }) => scope)
  await sql`
    insert into files (id, hash, size, media_type, name, captured_at, latitude, longitude, perceptual_hash, uploaded_by,
                       uploaded_at, scope, bound)
    select c.id, f.hash, f.size, f.media_type, f.name, f.captured_at, f.latitude, f.longitude, f.perceptual_hash,
           f.uploaded_by, f.uploaded_at, c.scope, true
      from unnest(${ids}::uuid[], ${originals}::uuid[], ${scopes}::text[]) as c(id, original, scope)
      join files f on f.id = c.original`.execute(tx)
}

const known = statement({ used: bool }, (hash: string) => sql`select bytes_used(${hash}) as used`)

/** Whether these bytes prove something already, anywhere in the province. */
export async function bytesUsed(tx: Tx, hash: string): Promise<boolean> {
  const [found] = await known(tx, hash)
  return found?.used ?? false
}

/** Units by the room their files take, those that take most first. */
export async function storageByUnit(tx: Tx, most: number) {
  return tx
    .selectFrom('unitStorage as s')
    .innerJoin('units as u', 'u.id', 's.unitId')
    .groupBy(['s.unitId', 'u.name'])
    .select(['s.unitId', 'u.name', sql<number>`sum(s.bytes)::bigint`.as('bytes')])
    .select(sql<number>`count(*) over ()::integer`.as('total'))
    .orderBy('bytes', 'desc')
    .orderBy('s.unitId')
    .limit(most)
    .execute()
}

/** Of all damaged files in the reader's scope: so many, and those found first. */
export async function damagedFiles(tx: Tx, most: number) {
  return tx
    .selectFrom('fileChecks as c')
    .innerJoin('files as f', 'f.hash', 'c.hash')
    .innerJoin('accounts as a', 'a.id', 'f.uploadedBy')
    .where('c.state', '<>', 'intact')
    .select(['f.id as fileId', 'f.name', 'f.hash', 'f.size', 'f.uploadedAt', 'a.name as uploadedBy'])
    .select(['c.state', 'c.damagedSince', sql<number>`count(*) over ()::integer`.as('total')])
    .orderBy('c.damagedSince')
    .orderBy('f.id')
    .limit(most)
    .execute()
}
