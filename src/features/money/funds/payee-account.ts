import { command } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { clauseIn } from '../../../policy/editions/edition-clauses.ts'
import { type PayeeAccount, payeeAccount } from '../../../policy/money/payee-account.ts'
import { isRefusal } from '../../../shared/refusal.ts'
import { requirePilot } from '../../programme/pilots/public.ts'
import * as contract from './tranche-contract.ts'

export type PayeeRow = PayeeAccount & { readonly setAt: Date; readonly setByName: string }

/** The account that stands; null while the park has named none. */
export async function payeeAccountOf(tx: Tx, pilotId: string): Promise<PayeeRow | null> {
  const found = await tx
    .selectFrom('payeeAccounts as p')
    .innerJoin('accounts as a', 'a.id', 'p.setBy')
    .select(['p.holder', 'p.bank', 'p.number', 'p.setAt', 'a.name as setByName'])
    .where('p.pilotId', '=', pilotId)
    .orderBy('p.setAt', 'desc')
    .orderBy('p.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found ?? null
}

/** The park names the separate account that its tranches are paid to (G3.6); whoever releases sees it, and when it was named. */
export const setPayeeAccount = command(
  contract.setPayeeAccount,
  async ({ params, body }, { tx, actor, now, newId, record }) => {
    const { id: pilotId, edition, scope } = await requirePilot(tx, params.pilotId)
    const after = payeeAccount(body, clauseIn(edition, 'G3.6'))
    if (isRefusal(after)) throw after
    const before = await payeeAccountOf(tx, pilotId)
    const id = newId()
    await tx
      .insertInto('payeeAccounts')
      .values({ id, pilotId, ...after, setBy: actor.accountId, setAt: now, scope })
      .execute()
    record('payee.set', { subject: id, scope, before, after })
    return { number: after.number }
  },
)
