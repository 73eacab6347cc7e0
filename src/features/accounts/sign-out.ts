import { command } from '../../platform/command.ts'
import { hashToken } from '../../platform/pipeline.ts'
import * as contract from './contract.ts'
import * as accounts from './store.ts'

export const signOut = command(contract.signOut, async (_, { tx, actor, record, cookies }) => {
  if (cookies.session) await accounts.closeSession(tx, hashToken(cookies.session))
  cookies.end()
  record('session.closed', { subject: actor.accountId, scope: actor.scope })
  return {}
})
