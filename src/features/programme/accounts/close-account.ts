import { command } from '../../../platform/command.ts'
import { notFound } from '../../../platform/errors.ts'
import * as policy from '../../../policy/people/account-requests.ts'
import * as contract from './contract.ts'
import { keptAs } from './request-store.ts'
import * as accounts from './store.ts'

/** Closes an account, which signs it out at once, or opens again what one administrator opens. Nobody closes their own. */
export const closeAccount = command(contract.closeAccount, async ({ params, body }, { tx, actor, now, record }) => {
  const account = await accounts.lockAccount(tx, params.accountId)
  if (!account) throw notFound({ zh: '账号', en: 'account' })
  const kept = keptAs(account, actor.accountId)
  const no = body.closed ? policy.closeAccount(kept) : policy.reopenAccount(kept)
  if (no) throw no
  await accounts.saveClosed(tx, account.id, body.closed ? now : null)
  record(body.closed ? 'account.closed' : 'account.reopened', {
    subject: account.id,
    scope: account.scope,
    before: { closedAt: account.disabledAt },
  })
  return {}
})
