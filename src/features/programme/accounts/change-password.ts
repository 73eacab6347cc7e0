import { command, Declined } from '../../../platform/command.ts'
import { HttpError } from '../../../platform/errors.ts'
import { hashToken } from '../../../platform/pipeline.ts'
import { halfOfProcessors } from '../../../platform/turns/processors.ts'
import { refusalText, refuse } from '../../../policy/guide/refuse.ts'
import { deviceDays, isStrongPassword } from '../../../policy/people/sign-in.ts'
import { tryPassword } from './attempts.ts'
import * as contract from './contract.ts'
import { rememberDevice } from './device-store.ts'
import { hashPassword, passwordMatches } from './passwords.ts'
import * as accounts from './store.ts'

const wrong = { zh: '当前密码不正确', en: 'The current password is wrong' }
const weak = refuse('account.weak-password', null, {}, 'next')

/** One's own password, with the present one as proof; guesses count like those at the door. */
export const changePassword = command(
  contract.changePassword,
  async ({ body }, acting) => {
    const { tx, actor, caller, now, record, cookies } = acting
    const isWeak = !isStrongPassword(body.next)
    const found = await accounts.credentialsOf(tx, actor.name)
    const matches = await passwordMatches(body.current, found?.passwordHash ?? null)
    if (!(await tryPassword(acting, { ...actor, closed: false }, matches))) {
      record('password.refused', { subject: actor.accountId, scope: actor.scope })
      const fields = [{ field: 'current', ...wrong }, ...(isWeak ? [{ field: 'next', ...refusalText(weak) }] : [])]
      return new Declined(new HttpError(422, 'account.wrong-password', wrong, fields))
    }
    if (isWeak) throw weak
    await accounts.savePassword(tx, actor.accountId, await hashPassword(body.next))
    await accounts.closeSessions(tx, actor.accountId, hashToken(cookies.session ?? ''))
    // Every device is a stranger's now, but the one in use.
    if (caller.device && cookies.session) {
      const known = { session: hashToken(cookies.session), device: caller.device, network: caller.network, now }
      await rememberDevice(tx, known)
      cookies.knowAs(caller.device, new Date(now.getTime() + deviceDays * 86_400_000))
    }
    record('password.changed', { subject: actor.accountId, scope: actor.scope })
    return {}
  },
  {},
  { atOnce: halfOfProcessors },
)
