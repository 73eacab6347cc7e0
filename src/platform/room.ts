import { sql } from 'kysely'
import type { Actor } from './command.ts'
import { bigint, bool } from './database/columns.ts'
import type { Tx } from './database/connect.ts'
import { statement } from './database/statement.ts'
import { FileRefused, readableBytes } from './files/errors.ts'
import type { StoredFile } from './files/store.ts'

/** In bytes: what the files of one unit may take together where the operator sets nothing. */
export const usualRoom = 50 * 1024 ** 3

const taken = statement(
  { bytes: bigint, isHeld: bool },
  ({ unitId, hash }: { readonly unitId: string; readonly hash: string }) => sql`
    select bytes, exists (select from files f join accounts a on a.id = f.uploaded_by where f.hash = ${hash} and a.unit_id = ${unitId}) as is_held
      from unit_storage where unit_id = ${unitId}`,
)

/**
 * Says before the bytes are put into the store that they are going to be there, so that they are found and removed if nothing names them
 * in the end. Uploads of one moment do not see each other here: a unit may pass its limit by what its people send at once.
 * @throws FileRefused where the unit's files would take more than `room` bytes
 */
export async function claimRoom(
  tx: Tx,
  { unitId }: Actor,
  { hash, size }: StoredFile,
  room: number,
  now: Date,
): Promise<void> {
  const { bytes: used, isHeld } = (await taken(tx, { unitId, hash }))[0] ?? { bytes: 0, isHeld: false }
  if (!isHeld && used + size > room) throw new NoRoom(used, room)
  await tx
    .insertInto('looseContents')
    .values({ hash, since: now })
    .onConflict((conflict) => conflict.column('hash').doUpdateSet({ since: now }))
    .execute()
}

/** The files of the unit take what one unit may have. */
export class NoRoom extends FileRefused {
  constructor(used: number, room: number) {
    const [is, most] = [readableBytes(used), readableBytes(room)]
    super(
      'file.no-room',
      422,
      {
        zh: `本单位已存文件 ${is}，加上此文件将超过 ${most} 的上限。请压缩后再上传，或联系系统管理员提高上限；未使用的上传满 30 天自动清除。`,
        en: `Your unit’s files take ${is}; with this one they would pass the limit of ${most}. Compress it, or ask the system administrator for a higher limit. Uploads that prove nothing are removed after 30 days.`,
      },
      { used, room },
    )
  }
}
