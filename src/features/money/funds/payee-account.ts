import { sql } from 'kysely'
import { type Actor, command } from '../../../platform/command.ts'
import { text } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { byName } from '../../../platform/database/ordered.ts'
import { statement } from '../../../platform/database/statement.ts'
import { clauseIn } from '../../../policy/editions/edition-clauses.ts'
import { type PayeeAccount, payeeAccount } from '../../../policy/money/payee-account.ts'
import { personal } from '../../../policy/people/unmasking.ts'
import { isRefusal } from '../../../shared/refusal.ts'
import { requirePilot } from '../../programme/pilots/public.ts'
import { lockTranches } from './store.ts'
import type { PayeeView } from './tranche-contract.ts'
import * as contract from './tranche-contract.ts'

export type PayeeRow = PayeeAccount & { readonly id: string; readonly setAt: Date; readonly setByName: string }

/** Every account that the park has named, newest first: the first one stands. */
export async function payeeAccountsOf(tx: Tx, pilotId: string): Promise<PayeeRow[]> {
  return tx
    .selectFrom('payeeAccounts as p')
    .innerJoin('accounts as a', 'a.id', 'p.setBy')
    .select(['p.id', 'p.holder', 'p.bank', 'p.number', 'p.setAt', 'a.name as setByName'])
    .where('p.pilotId', '=', pilotId)
    .orderBy('p.setAt', 'desc')
    .orderBy('p.id', 'desc')
    .execute()
}

const sharing = statement(
  { name: text },
  ({ pilotId, number }: { pilotId: string; number: string }) => sql`
    select u.name from pilots i join units u on u.id = i.park_id
     where i.id <> ${pilotId}::uuid
       and ${number} = (select p.number from payee_accounts p where p.pilot_id = i.id order by p.set_at desc, p.id desc limit 1)
     order by ${byName('u.name')}`,
)

/** Names of the other parks in the reader's scope whose account has this number. */
export async function parksSharing(tx: Tx, pilotId: string, number: string): Promise<string[]> {
  return (await sharing(tx, { pilotId, number })).map(({ name }) => name)
}

/** As it is shown: its number whole to the park whose account it is. */
export function payeeView(row: PayeeRow, { unitKind }: Pick<Actor, 'unitKind'>): PayeeView {
  const { id: payeeAccountId, holder, bank, setByName, setAt } = row
  const number = personal('payee-number', row.number, unitKind === 'park')
  return { payeeAccountId, holder, bank, number, setByName, at: setAt.toISOString() }
}

/** The park names the separate account that its tranches are paid to (G3.6); whoever releases sees it, and when it was named. */
export const setPayeeAccount = command(
  contract.setPayeeAccount,
  async ({ params, body }, { tx, actor, now, newId, record }) => {
    const { id: pilotId, edition, scope } = await requirePilot(tx, params.pilotId)
    const after = payeeAccount(body, clauseIn(edition, 'G3.6'))
    if (isRefusal(after)) throw after
    // A release that is under way is paid to the account it has looked at.
    await lockTranches(tx, pilotId)
    const [before = null] = await payeeAccountsOf(tx, pilotId)
    const id = newId()
    await tx
      .insertInto('payeeAccounts')
      .values({ id, pilotId, ...after, setBy: actor.accountId, setAt: now, scope })
      .execute()
    const inPart = (one: PayeeAccount) => ({ ...one, number: personal('payee-number', one.number, false) })
    record('payee.set', { subject: id, scope, before: before && inPart(before), after: inPart(after) })
    return { number: personal('payee-number', after.number, actor.unitKind === 'park') }
  },
)
