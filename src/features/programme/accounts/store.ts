import { sql } from 'kysely'
import { bool, instant, text, uuid, wordsOf } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { type ResultRow, statement } from '../../../platform/database/statement.ts'
import type { Post } from '../../../policy/people/roles.ts'
import { hashed } from './device-store.ts'

const passwordCosts = statement(
  { costs: text.nullable() },
  (name: string) => sql`select password_costs(${name}) as costs`,
)

/** What the key of this account's password is derived with; null where there is no such account. */
export async function costsOf(tx: Tx, name: string): Promise<string | null> {
  const [found] = await passwordCosts(tx, name)
  return found?.costs ?? null
}

/** What is shown to prove a password. `device`: the secret of the browser's cookie. */
type Shown = { readonly key: string; readonly device: string | null; readonly now: Date }
type AtTheDoor = Shown & {
  readonly name: string
  readonly tokenHash: string
  readonly network: string
  readonly agent: string
}

const openedSession = statement(
  {
    opened: bool,
    locksUntil: instant.nullable(),
    accountId: uuid,
    name: text,
    post: wordsOf('accounts.post'),
    bureau: wordsOf('accounts.bureau').nullable(),
    unitId: uuid,
    unitKind: wordsOf('units.kind'),
    unitName: text,
    scope: text,
    expiresAt: instant,
    due: text.nullable(),
  },
  ({ name, key, tokenHash, device, network, agent, now }: AtTheDoor) =>
    sql`select * from open_session(${name}, ${key}, ${tokenHash}, ${device}, ${network}, ${agent}, ${now}::timestamptz)`,
)

/**
 * A session for whoever knows the password; a locked account opens only at a device that it was entered from before. A wrong key is
 * counted, and names the account that it was tried on, with `locksUntil` where it has locked it; null where there is none of this name.
 */
export async function openSession(tx: Tx, by: AtTheDoor): Promise<ResultRow<typeof openedSession> | null> {
  const [found] = await openedSession(tx, { ...by, device: hashed(by.device) })
  return found ?? null
}

export async function endSession(tx: Tx, tokenHash: string): Promise<void> {
  await sql`select end_session(${tokenHash})`.execute(tx)
}

const proven = statement(
  { proven: bool, locksUntil: instant.nullable() },
  ({ key, device, now }: Shown) =>
    sql`select proven, locks_until as "locksUntil" from prove_password(${key}, ${device}, ${now}::timestamptz)`,
)

/** Whether it is the password of whoever acts; a wrong one is counted as at the door. */
export async function provePassword(tx: Tx, shown: Shown): Promise<{ proven: boolean; locksUntil: Date | null }> {
  const [found] = await proven(tx, { ...shown, device: hashed(shown.device) })
  return found ?? { proven: false, locksUntil: null }
}

const costsOfLast = statement({ costs: text }, () => sql`select unnest(last_password_costs()) as costs`)

/** What the keys of a new password of whoever acts are derived with, to be compared with the last ones. */
export async function lastCosts(tx: Tx): Promise<string[]> {
  return (await costsOfLast(tx)).map(({ costs }) => costs)
}

/** A password that is to be taken: its hash, and its keys by the costs of the last ones. */
export type Next = { readonly hash: string; readonly keys: readonly string[] }

const changed = statement(
  { done: bool },
  ({ key, device, now, hash, keys }: Shown & Next) =>
    sql`select change_password(${key}, ${hash}, ${keys}::text[], ${device}, ${now}::timestamptz) as done`,
)

/** Of whoever acts; ends all sessions but the present one. False where it is one of the last passwords. */
export async function changePassword(tx: Tx, shown: Shown, next: Next): Promise<boolean> {
  const [found] = await changed(tx, { ...shown, ...next, device: hashed(shown.device) })
  return found?.done ?? false
}

const heldAccount = statement(
  {
    id: uuid,
    name: text,
    post: text,
    unitName: text,
    disabledAt: instant.nullable(),
    scope: text,
    byTwo: bool,
    isApproved: bool,
    asked: wordsOf('account_requests.act').nullable(),
  },
  (id: string) =>
    sql`select h.id, h.name, a.post, u.name as "unitName", h.disabled_at as "disabledAt", h.scope, a.by_two as "byTwo",
               exists (select from account_requests r where r.account_id = h.id and r.approved and r.spent_at is null) as "isApproved",
               (select r.act from account_requests r where r.account_id = h.id and r.decided_at is null) as asked
          from held_account(${id}::uuid) h join accounts a on a.id = h.id join units u on u.id = a.unit_id`,
)
export type HeldAccount = ResultRow<typeof heldAccount>

/** An account of the administrator who acts, locked until the transaction ends. */
export async function lockAccount(tx: Tx, accountId: string): Promise<HeldAccount | null> {
  const [found] = await heldAccount(tx, accountId)
  return found ?? null
}

/** By the security administrator. Closing ends the account's sessions, and what was asked or approved. */
export async function saveClosed(tx: Tx, accountId: string, disabledAt: Date | null): Promise<void> {
  await sql`select close_account(${accountId}::uuid, ${disabledAt}::timestamptz)`.execute(tx)
}

export type NewAccount = {
  id: string
  unitId: string
  name: string
  post: Post
  /** Of what is prepared with it, where two administrators open it. */
  requestId: string
  createdAt: Date
}

/** By the system administrator; without a password. */
export async function createAccount(tx: Tx, account: NewAccount): Promise<void> {
  const { id, unitId, name, post, requestId, createdAt } = account
  await sql`select create_account(${id}::uuid, ${unitId}::uuid, ${name}, ${post}, ${requestId}::uuid, ${createdAt}::timestamptz)`.execute(
    tx,
  )
}

/** Those of the names that an account has, in whatever unit. */
export async function namesTaken(tx: Tx, names: readonly string[]): Promise<string[]> {
  if (names.length === 0) return []
  const found = await tx.selectFrom('accounts').select('name').where('name', 'in', names).execute()
  return found.map(({ name }) => name)
}
