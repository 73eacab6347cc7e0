import { sql } from 'kysely'
import { instant, int, text, uuid } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { type ResultRow, statement } from '../../../platform/database/statement.ts'
import type { Post } from '../../../policy/people/roles.ts'

const accountOfName = statement(
  {
    accountId: uuid,
    passwordHash: text,
    failedSignIns: int,
    lockedUntil: instant.nullable(),
    disabledAt: instant.nullable(),
    scope: text,
  },
  (name: string) => sql`select * from account_of_name(${name})`,
)

export type Credentials = ResultRow<typeof accountOfName>

export async function credentialsOf(tx: Tx, name: string): Promise<Credentials | null> {
  const [found] = await accountOfName(tx, name)
  return found ?? null
}

type Attempts = { failedSignIns: number; lockedUntil: Date | null }

/** Wrong passwords so far, locked until the transaction ends. */
export async function lockAttempts(tx: Tx, accountId: string): Promise<Attempts> {
  return tx
    .selectFrom('accounts')
    .select(['failedSignIns', 'lockedUntil'])
    .where('id', '=', accountId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow()
}

export async function saveAttempt(
  tx: Tx,
  accountId: string,
  failedSignIns: number,
  lockedUntil: Date | null,
): Promise<void> {
  await tx.updateTable('accounts').set({ failedSignIns, lockedUntil }).where('id', '=', accountId).execute()
}

export type NewSession = { tokenHash: string; accountId: string; createdAt: Date; expiresAt: Date }

export async function openSession(tx: Tx, session: NewSession): Promise<void> {
  await tx
    .insertInto('sessions')
    .values({ ...session, lastSeenAt: session.createdAt })
    .execute()
}

export async function closeSession(tx: Tx, tokenHash: string): Promise<void> {
  await tx.deleteFrom('sessions').where('tokenHash', '=', tokenHash).execute()
}

/** Ends every session of an account, or every one but the session kept. */
export async function closeSessions(tx: Tx, accountId: string, keptHash = ''): Promise<void> {
  await tx.deleteFrom('sessions').where('accountId', '=', accountId).where('tokenHash', '<>', keptHash).execute()
}

/** A new password opens a locked account too. */
export async function savePassword(tx: Tx, accountId: string, passwordHash: string): Promise<void> {
  await tx
    .updateTable('accounts')
    .set({ passwordHash, failedSignIns: 0, lockedUntil: null })
    .where('id', '=', accountId)
    .execute()
}

export async function saveClosed(tx: Tx, accountId: string, disabledAt: Date | null): Promise<void> {
  await tx.updateTable('accounts').set({ disabledAt }).where('id', '=', accountId).execute()
}

/** An account of a unit in the reader's scope, locked until the transaction ends. */
export async function lockAccount(tx: Tx, accountId: string) {
  return tx
    .selectFrom('accounts as a')
    .innerJoin('units as u', 'u.id', 'a.unitId')
    .select(['a.id', 'a.name', 'a.disabledAt', 'u.scope'])
    .where('a.id', '=', accountId)
    .forNoKeyUpdate('a')
    .executeTakeFirst()
}

export type NewAccount = {
  id: string
  unitId: string
  name: string
  post: Post
  passwordHash: string
  createdAt: Date
}

export async function insertAccount(tx: Tx, account: NewAccount): Promise<void> {
  await tx.insertInto('accounts').values(account).execute()
}
