import { query } from '../../../platform/command.ts'
import * as session from '../../../shared/session.ts'
import { askForAccount, decideAccount } from './account-requests.ts'
import { activateAccount, activationView } from './activate-account.ts'
import { changePassword } from './change-password.ts'
import { closeAccount } from './close-account.ts'
import * as contract from './contract.ts'
import { createAccount } from './create-account.ts'
import { accountTemplate, importAccounts, markAccounts, previewAccounts } from './import-accounts.ts'
import { issueActivations } from './issue-activations.ts'
import { listAccountsView } from './list-views.ts'
import { endSessions, listSessions } from './own-sessions.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'
import { signedInView } from './views.ts'

export const accountRoutes = [
  signIn,
  signOut,
  createAccount,
  changePassword,
  issueActivations,
  activateAccount,
  query(contract.showActivation, ({ params }, asking) => activationView(asking, params.token)),
  closeAccount,
  askForAccount,
  decideAccount,
  listSessions,
  endSessions,
  accountTemplate,
  previewAccounts,
  importAccounts,
  markAccounts,
  query(contract.listAccounts, ({ search }, { tx, actor }) => listAccountsView(tx, search, actor)),
  query(session.whoAmI, async (_, { visitor }) => ({ account: visitor && signedInView(visitor) })),
]
