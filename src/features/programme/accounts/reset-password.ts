import { command } from '../../../platform/command.ts'
import { notFound } from '../../../platform/errors.ts'
import { checkPassword } from '../../../policy/people/passwords.ts'
import * as contract from './contract.ts'
import { hashPassword } from './password-keys.ts'
import * as accounts from './store.ts'

/** The administrator gives a password, which its person changes at once; whoever was signed in with the old one is signed out. */
export const resetPassword = command(
  contract.resetPassword,
  async ({ params, body }, { tx, now, record, sharedPassword }) => {
    const account = await accounts.lockAccount(tx, params.accountId)
    if (!account) throw notFound({ zh: '账号', en: 'account' })
    const owner = { account: account.name, unit: account.unitName }
    const no = checkPassword(body.password, owner, { shared: sharedPassword })
    if (no) throw no
    await accounts.resetPassword(tx, account.id, await hashPassword(body.password), now)
    record('password.reset', { subject: account.id, scope: account.scope })
    return {}
  },
)
