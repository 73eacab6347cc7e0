import { query } from '../../../platform/command.ts'
import * as session from '../../../shared/session.ts'
import { changePassword } from './change-password.ts'
import { closeAccount } from './close-account.ts'
import * as contract from './contract.ts'
import { createAccount } from './create-account.ts'
import { listAccountsView } from './list-views.ts'
import { resetPassword } from './reset-password.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'
import { signedInView } from './views.ts'

export const accountRoutes = [
  signIn,
  signOut,
  createAccount,
  changePassword,
  resetPassword,
  closeAccount,
  query(contract.listAccounts, ({ search }, { tx }) => listAccountsView(tx, search)),
  query(session.whoAmI, async (_, { visitor }) => ({ account: visitor && signedInView(visitor) })),
]
