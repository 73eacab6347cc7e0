import { sql } from 'kysely'
import type { z } from 'zod'
import type { Tx } from '../../../platform/database/connect.ts'
import { byName, byPlace, type Ordinals, orderOf } from '../../../platform/database/ordered.ts'
import type { listAccounts } from './contract.ts'

type Search = z.output<typeof listAccounts.search>
const ordinals: Ordinals<Search> = {
  name: byName('a.name'),
  unitName: byPlace('u'),
  post: sql`a.post`,
  state: sql`(a.disabled_at is not null)`,
  createdAt: sql`a.created_at`,
}

/** Accounts of the units in the reader's scope, unit by unit. */
export async function listAccountsView(
  tx: Tx,
  { q, accountId, waiting, sort, page, pageSize }: Search,
): Promise<z.input<typeof listAccounts.reply>> {
  const found = tx
    .selectFrom('accounts as a')
    .innerJoin('units as u', 'u.id', 'a.unitId')
    .$if(q !== undefined && q !== '', (select) =>
      select.where(sql<boolean>`strpos(a.name, ${q}) > 0 or strpos(u.name, ${q}) > 0`),
    )
    .$if(accountId !== undefined, (select) => select.where('a.id', '=', accountId ?? ''))
    .$if(waiting !== undefined, (select) => select.where('a.activated', '=', false).where('a.disabledAt', 'is', null))
  const { total } = await found.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await found
    .select([
      'a.id as accountId',
      'a.name',
      'a.post',
      'u.name as unitName',
      'a.createdAt',
      'a.lockedUntil',
      'a.disabledAt',
      'a.activated',
    ])
    .orderBy(orderOf(ordinals, sort, sql.join([...byPlace('u'), byName('a.name'), sql`a.id`])))
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute()
  return {
    total: Number(total),
    accounts: rows.map(({ createdAt, lockedUntil, disabledAt, ...row }) => ({
      ...row,
      createdAt: createdAt.toISOString(),
      lockedUntil: lockedUntil?.toISOString() ?? null,
      closedAt: disabledAt?.toISOString() ?? null,
    })),
  }
}
