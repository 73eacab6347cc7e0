import { sql } from 'kysely'
import { arrayOf, bool, instant, text, uuid } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { type ResultRow, statement } from '../../../platform/database/statement.ts'
import type { Next } from './store.ts'

type NewLink = { readonly accountId: string; readonly tokenHash: string; readonly now: Date; readonly expiresAt: Date }

/** By the administrator. Ends former links, the password, and what it had opened. */
export async function issueLink(tx: Tx, { accountId, tokenHash, now, expiresAt }: NewLink): Promise<void> {
  await sql`select issue_activation(${accountId}::uuid, ${tokenHash}, ${now}::timestamptz, ${expiresAt}::timestamptz)`.execute(
    tx,
  )
}

const opened = statement(
  {
    accountId: uuid,
    name: text,
    post: text,
    unitName: text,
    scope: text,
    state: text,
    expiresAt: instant,
    costs: arrayOf(text),
  },
  ({ tokenHash, now }: { tokenHash: string; now: Date }) =>
    sql`select account_id as "accountId", name, post, unit_name as "unitName", scope, state, expires_at as "expiresAt", costs
          from opened_activation(${tokenHash}, ${now}::timestamptz)`,
)

/** What a link opens; null for a token nobody was given. `costs`: those of the account's last passwords. */
export async function openLink(tx: Tx, of: { tokenHash: string; now: Date }): Promise<ResultRow<typeof opened> | null> {
  const [found] = await opened(tx, of)
  return found ?? null
}

const activated = statement(
  { done: bool.nullable() },
  ({ tokenHash, hash, keys, now }: Next & { tokenHash: string; now: Date }) =>
    sql`select activate_account(${tokenHash}, ${hash}, ${keys}::text[], ${now}::timestamptz) as done`,
)

/** The password of an open link's account. False where it is one of the last ones, null where the link was used meanwhile. */
export async function activate(tx: Tx, chosen: Next & { tokenHash: string; now: Date }): Promise<boolean | null> {
  const [found] = await activated(tx, chosen)
  return found?.done ?? null
}
