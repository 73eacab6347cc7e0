import { query } from '../../platform/command.ts'
import * as contract from './contract.ts'
import { createAccount } from './create-account.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'
import { shown } from './views.ts'

export const accountRoutes = [
  signIn,
  signOut,
  createAccount,
  query(contract.whoAmI, async (_, { visitor }) => ({ account: visitor && shown(visitor) })),
]
