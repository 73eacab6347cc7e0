import type { Database } from '../../../platform/database/connect.ts'
import { type Administrator, administrators } from '../../../policy/people/administrators.ts'
import { hashPassword } from './password-keys.ts'

export const administratorNames: Readonly<Record<Administrator, string>> = {
  'system-admin': '浙江省经信厅·系统管理员',
  'security-admin': '浙江省经信厅·安全管理员',
  'audit-admin': '浙江省经信厅·审计管理员',
}
/** The one who prepares what all others begin with. */
export const administratorName = administratorNames['system-admin']

type Founding = {
  readonly passwords: Readonly<Record<Administrator, string>>
  /** The passwords were made by the machine, and are changed at the first sign-in. */
  readonly isGiven: boolean
  readonly newId: () => string
  readonly now: Date
}

/** The first accounts, of the three administrators; `database`: as its owner. Does nothing where any account exists. Returns whether it did. */
export async function foundAdministrators(
  database: Database,
  { passwords, isGiven, newId, now }: Founding,
): Promise<boolean> {
  return database.transaction().execute(async (tx) => {
    if (await tx.selectFrom('accounts').select('id').limit(1).executeTakeFirst()) return false
    const hashes = await Promise.all(administrators.map((post) => hashPassword(passwords[post])))
    const province = await tx.selectFrom('units').select('id').where('kind', '=', 'province').executeTakeFirstOrThrow()
    const founded = administrators.map((post, at) => ({
      id: newId(),
      unitId: province.id,
      name: administratorNames[post],
      post,
      mustChange: isGiven,
      passwordHash: hashes[at] ?? null,
      createdAt: now,
    }))
    await tx.insertInto('accounts').values(founded).execute()
    const event = { at: now, kind: 'account.founded', scope: '33/' }
    const events = founded.map(({ id }) => ({ ...event, id: newId(), subject: id }))
    await tx.insertInto('auditEvents').values(events).execute()
    return true
  })
}
