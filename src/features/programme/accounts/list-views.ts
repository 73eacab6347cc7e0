import { sql } from 'kysely'
import type { z } from 'zod'
import type { Actor } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { byName, byPlace, type Ordinals, orderOf } from '../../../platform/database/ordered.ts'
import { abilityOf } from '../../../policy/people/ability.ts'
import * as policy from '../../../policy/people/account-requests.ts'
import type { listAccounts } from './contract.ts'

const approved = sql<boolean>`exists (select from account_requests q where q.account_id = a.id and q.approved and q.spent_at is null)`

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
  { q, accountId, waiting, asked, sort, page, pageSize }: Search,
  actor: Actor,
): Promise<z.input<typeof listAccounts.reply>> {
  const found = tx
    .selectFrom('accounts as a')
    .innerJoin('units as u', 'u.id', 'a.unitId')
    .$if(q !== undefined && q !== '', (select) =>
      select.where(sql<boolean>`strpos(a.name, ${q}) > 0 or strpos(u.name, ${q}) > 0`),
    )
    .$if(accountId !== undefined, (select) => select.where('a.id', '=', accountId ?? ''))
    .leftJoin('accountRequests as r', (join) => join.onRef('r.accountId', '=', 'a.id').on('r.decidedAt', 'is', null))
    .leftJoin('accounts as p', 'p.id', 'r.preparedBy')
    .$if(waiting !== undefined, (select) =>
      select
        .where('a.activated', '=', false)
        .where('a.disabledAt', 'is', null)
        .where(sql<boolean>`(not a.by_two or ${approved})`),
    )
    .$if(asked !== undefined, (select) => select.where('r.id', 'is not', null))
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
      'a.byTwo',
      approved.as('isApproved'),
      'r.act as asked',
      'r.preparedAt',
      'p.name as preparedBy',
    ])
    .orderBy(orderOf(ordinals, sort, sql.join([...byPlace('u'), byName('a.name'), sql`a.id`])))
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute()
  return {
    total: Number(total),
    accounts: rows.map(
      ({ createdAt, lockedUntil, disabledAt, byTwo, isApproved, asked, preparedAt, preparedBy, ...row }) => ({
        ...row,
        createdAt: createdAt.toISOString(),
        lockedUntil: lockedUntil?.toISOString() ?? null,
        closedAt: disabledAt?.toISOString() ?? null,
        request:
          asked && preparedAt && preparedBy ? { act: asked, preparedBy, preparedAt: preparedAt.toISOString() } : null,
        actions: actionsOn(actor, {
          isOwn: row.accountId === actor.accountId,
          isClosed: disabledAt !== null,
          byTwo,
          isApproved,
          isAsked: asked !== null,
        }),
      }),
    ),
  }
}

function actionsOn(actor: Actor, account: policy.KeptAccount) {
  return [
    abilityOf(actor, 'issue', 'account.manage', policy.issueActivation(account)),
    abilityOf(actor, 'ask-reset', 'account.manage', policy.askForAccount(account, 'reset')),
    abilityOf(actor, 'ask-reopen', 'account.manage', policy.askForAccount(account, 'reopen')),
    abilityOf(actor, 'decide', 'account.close', policy.decideAccount(account, { approved: true, reason: '' })),
    abilityOf(actor, 'close', 'account.close', policy.closeAccount(account)),
    abilityOf(actor, 'reopen', 'account.close', policy.reopenAccount(account)),
  ]
}
