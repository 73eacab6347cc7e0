import { sql } from 'kysely'
import { instant, text, uuid, wordsOf } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { type ResultRow, statement } from '../../../platform/database/statement.ts'
import type { AccountAct, KeptAccount } from '../../../policy/people/account-requests.ts'
import type { HeldAccount } from './store.ts'

/** What the rules ask about an account that an administrator holds. */
export function keptAs({ id, disabledAt, byTwo, isApproved, asked }: HeldAccount, accountId: string): KeptAccount {
  return { isOwn: id === accountId, isClosed: disabledAt !== null, byTwo, isApproved, isAsked: asked !== null }
}

type NewRequest = { readonly id: string; readonly accountId: string; readonly act: AccountAct; readonly now: Date }

/** By the system administrator. */
export async function askForAccount(tx: Tx, { id, accountId, act, now }: NewRequest): Promise<void> {
  await sql`select ask_for_account(${id}::uuid, ${accountId}::uuid, ${act}, ${now}::timestamptz)`.execute(tx)
}

type Decision = {
  readonly accountId: string
  readonly approved: boolean
  readonly reason: string
  readonly now: Date
}

/** By the security administrator, about what waits. Approving opens a closed account again; sending a new one back closes it. */
export async function decideAccount(tx: Tx, { accountId, approved, reason, now }: Decision): Promise<void> {
  await sql`select decide_account(${accountId}::uuid, ${approved}, ${reason}, ${now}::timestamptz)`.execute(tx)
}

const waiting = statement(
  {
    accountId: uuid,
    act: wordsOf('account_requests.act'),
    name: text,
    post: wordsOf('accounts.post'),
    unitName: text,
    preparedAt: instant,
  },
  () =>
    sql`select r.account_id as "accountId", r.act, a.name, a.post, u.name as "unitName", r.prepared_at as "preparedAt"
          from account_requests r join accounts a on a.id = r.account_id join units u on u.id = a.unit_id
         where r.decided_at is null`,
)

/** What waits for the security administrator, in the reader's scope. */
export function waitingRequests(tx: Tx): Promise<ResultRow<typeof waiting>[]> {
  return waiting(tx)
}
