import { command } from '../../../platform/command.ts'
import { hashToken } from '../../../platform/tokens.ts'
import * as session from '../../../shared/session.ts'
import * as accounts from './store.ts'

export const signOut = command(session.signOut, async (_, { tx, actor, record, cookies }) => {
  if (cookies.session) await accounts.endSession(tx, hashToken(cookies.session))
  cookies.end()
  record('session.closed', { subject: actor.accountId, scope: actor.scope })
  return {}
})
