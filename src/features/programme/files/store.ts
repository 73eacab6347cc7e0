import { sql } from 'kysely'
import { bool } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { statement } from '../../../platform/database/statement.ts'

export type FileRow = {
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

export async function insertFile(tx: Tx, file: FileRow): Promise<void> {
  await tx.insertInto('files').values(file).execute()
}

export async function fileById(tx: Tx, id: string): Promise<FileRow | null> {
  return (await tx.selectFrom('files').selectAll().where('id', '=', id).executeTakeFirst()) ?? null
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

const known = statement({ used: bool }, (hash: string) => sql`select bytes_used(${hash}) as used`)

/** Whether these bytes prove something already, anywhere in the province. */
export async function bytesUsed(tx: Tx, hash: string): Promise<boolean> {
  const [found] = await known(tx, hash)
  return found?.used ?? false
}
