import { command } from '../../../platform/command.ts'
import { notFound } from '../../../platform/errors.ts'
import { refuse } from '../../../policy/guide/refuse.ts'
import * as policy from '../../../policy/people/account-requests.ts'
import * as contract from './request-contract.ts'
import * as store from './request-store.ts'
import { lockAccount } from './store.ts'

/** The system administrator asks for what the security administrator approves. */
export const askForAccount = command(
  contract.askForAccount,
  async ({ params, body }, { tx, actor, now, newId, record }) => {
    const account = await lockAccount(tx, params.accountId)
    if (!account) throw notFound({ zh: '账号', en: 'account' })
    const no = policy.askForAccount(store.keptAs(account, actor.accountId), body.act)
    if (no) throw no
    await store.askForAccount(tx, { id: newId(), accountId: account.id, act: body.act, now })
    record('account.proposed', { subject: account.id, scope: account.scope, after: { act: body.act } })
    return {}
  },
  { account_requests_open: () => refuse('account.asked-already', null) },
)

/** The security administrator approves what was prepared, or sends it back. */
export const decideAccount = command(contract.decideAccount, async ({ params, body }, { tx, actor, now, record }) => {
  const account = await lockAccount(tx, params.accountId)
  if (!account) throw notFound({ zh: '账号', en: 'account' })
  const no = policy.decideAccount(store.keptAs(account, actor.accountId), body)
  if (no) throw no
  const { approved, reason } = body
  await store.decideAccount(tx, { accountId: account.id, approved, reason, now })
  record(approved ? 'account.approved' : 'account.returned', {
    subject: account.id,
    scope: account.scope,
    after: { act: account.asked, ...(reason === '' ? {} : { reason }) },
  })
  return {}
})
