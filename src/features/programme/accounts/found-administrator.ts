import type { Database } from '../../../platform/database/connect.ts'
import { hashPassword } from './password-keys.ts'

export const administratorName = '浙江省经信厅·系统管理员'

/**
 * The first account, which opens all others; `database`: as its owner. Does nothing where any account exists. Returns whether it did.
 * `isGiven`: the password was made by the machine, and is changed at the first sign-in.
 */
export async function foundAdministrator(
  database: Database,
  { password, isGiven, newId, now }: { password: string; isGiven: boolean; newId: () => string; now: Date },
): Promise<boolean> {
  const passwordHash = await hashPassword(password)
  return database.transaction().execute(async (tx) => {
    if (await tx.selectFrom('accounts').select('id').limit(1).executeTakeFirst()) return false
    const province = await tx.selectFrom('units').select('id').where('kind', '=', 'province').executeTakeFirstOrThrow()
    const id = newId()
    const account = {
      id,
      unitId: province.id,
      name: administratorName,
      post: 'system-admin' as const,
      mustChange: isGiven,
    }
    await tx
      .insertInto('accounts')
      .values({ ...account, passwordHash, createdAt: now })
      .execute()
    const event = { id: newId(), at: now, kind: 'account.founded', subject: id, scope: '33/' }
    await tx.insertInto('auditEvents').values(event).execute()
    return true
  })
}
