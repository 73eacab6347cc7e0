import { sql } from 'kysely'
import { bigint } from './database/columns.ts'
import type { Tx } from './database/connect.ts'
import { statement } from './database/statement.ts'
import { FileRefused, readableBytes } from './files/errors.ts'
import type { StoredFile } from './files/store.ts'

/** In bytes: what the files of one unit may take together where the operator sets nothing. */
export const usualRoom = 50 * 1024 ** 3

type Claim = StoredFile & { readonly unitId: string; readonly room: number; readonly at: string }

const claimed = statement(
  { used: bigint.nullable() },
  ({ hash, size, unitId, room, at }: Claim) =>
    sql`select claim_room(${hash}, ${size}, ${unitId}::uuid, ${room}, ${at}::timestamptz) as used`,
)

/**
 * Says before the bytes are put into the store that they are going to be there, so that they are found and removed if nothing names them
 * in the end. Uploads of one moment do not see each other here: a unit may pass its limit by what its people send at once.
 * @throws FileRefused where the unit's files would take more than `room` bytes
 */
export async function claimRoom(tx: Tx, claim: Claim): Promise<void> {
  const used = (await claimed(tx, claim))[0]?.used ?? null
  if (used !== null) throw new NoRoom(used, claim.room)
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
