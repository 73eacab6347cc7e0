import { command } from '../../../platform/command.ts'
import { notFound } from '../../../platform/errors.ts'
import { refuse } from '../../../policy/guide/refuse.ts'
import * as contract from './contract.ts'
import * as accounts from './store.ts'

/** Closes an account, which signs it out at once, or opens it again. Nobody closes their own. */
export const closeAccount = command(contract.closeAccount, async ({ params, body }, { tx, actor, now, record }) => {
  const account = await accounts.lockAccount(tx, params.accountId)
  if (!account) throw notFound({ zh: '账号', en: 'account' })
  if (account.id === actor.accountId) throw refuse('account.own', null)
  await accounts.saveClosed(tx, account.id, body.closed ? now : null)
  record(body.closed ? 'account.closed' : 'account.reopened', {
    subject: account.id,
    scope: account.scope,
    before: { closedAt: account.disabledAt },
  })
  return {}
})
