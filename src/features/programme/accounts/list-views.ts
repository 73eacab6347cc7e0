import { sql } from 'kysely'
import type { z } from 'zod'
import type { Tx } from '../../../platform/database/connect.ts'
import type { listAccounts } from './contract.ts'

/** Accounts of the units in the reader's scope, unit by unit. */
export async function listAccountsView(
  tx: Tx,
  { q, page, pageSize }: z.output<typeof listAccounts.search>,
): Promise<z.input<typeof listAccounts.reply>> {
  const found = tx
    .selectFrom('accounts as a')
    .innerJoin('units as u', 'u.id', 'a.unitId')
    .$if(q !== undefined && q !== '', (select) =>
      select.where(sql<boolean>`strpos(a.name, ${q}) > 0 or strpos(u.name, ${q}) > 0`),
    )
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
    ])
    .orderBy('u.scope')
    .orderBy('a.name')
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
