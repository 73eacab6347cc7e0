import { sql } from 'kysely'
import { text, uuid, wordsOf } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { type ResultRow, statement } from '../../../platform/database/statement.ts'
import type { ObligationId } from '../../../policy/editions/edition-rules.ts'
import type { Day } from '../../../shared/dates.ts'

export type NewException = {
  id: string
  batchId: string
  unitId: string
  kind: ObligationId
  period: string
  reason: string
  grantedOn: Day
  until: Day
  grantedBy: string
  grantedAt: Date
  scope: string
}

export async function insertException(tx: Tx, exception: NewException): Promise<void> {
  await tx.insertInto('filingExceptions').values(exception).execute()
}

export async function feedSince(tx: Tx, accountId: string): Promise<Date | null> {
  const found = await tx
    .selectFrom('calendarFeeds')
    .select('createdAt')
    .where('accountId', '=', accountId)
    .where('tokenHash', 'is not', null)
    .executeTakeFirst()
  return found?.createdAt ?? null
}

/** Puts a new address in the place of the old one, which opens nothing from then on. */
export async function putFeed(
  tx: Tx,
  feed: { accountId: string; tokenHash: string; createdAt: Date; scope: string },
): Promise<void> {
  const { accountId: _, ...rest } = feed
  await tx
    .insertInto('calendarFeeds')
    .values(feed)
    .onConflict((conflict) => conflict.column('accountId').doUpdateSet(rest))
    .execute()
}

/** Whether there was one. */
export async function closeFeed(tx: Tx, accountId: string): Promise<boolean> {
  const gone = await tx
    .updateTable('calendarFeeds')
    .set({ tokenHash: null })
    .where('accountId', '=', accountId)
    .where('tokenHash', 'is not', null)
    .executeTakeFirst()
  return gone.numUpdatedRows > 0n
}

const feedReader = statement(
  { accountId: uuid, name: text, post: wordsOf('accounts.post'), unitId: uuid, unitName: text, scope: text },
  (tokenHash: string) => sql`
    select account_id as "accountId", name, post, unit_id as "unitId", unit_name as "unitName", scope
      from enter_feed(${tokenHash})`,
)

export type FeedReader = ResultRow<typeof feedReader>

/** Moves the transaction into the scope of the account whose address this is; null for an address that opens nothing. */
export async function enterFeed(tx: Tx, tokenHash: string): Promise<FeedReader | null> {
  const [found] = await feedReader(tx, tokenHash)
  return found ?? null
}
