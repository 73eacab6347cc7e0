import { command } from '../../../platform/command.ts'
import { notFound } from '../../../platform/errors.ts'
import { refuse } from '../../../policy/guide/refuse.ts'
import { isStrongPassword } from '../../../policy/people/sign-in.ts'
import * as contract from './contract.ts'
import { hashPassword } from './password-keys.ts'
import * as accounts from './store.ts'

/** The administrator gives a new password; whoever was signed in with the old one is signed out. */
export const resetPassword = command(contract.resetPassword, async ({ params, body }, { tx, record }) => {
  const account = await accounts.lockAccount(tx, params.accountId)
  if (!account) throw notFound({ zh: '账号', en: 'account' })
  if (!isStrongPassword(body.password)) throw refuse('account.weak-password', null, {}, 'password')
  await accounts.resetPassword(tx, account.id, await hashPassword(body.password))
  record('password.reset', { subject: account.id, scope: account.scope })
  return {}
})
