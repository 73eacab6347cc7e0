import { command, Declined } from '../../../platform/command.ts'
import { HttpError } from '../../../platform/errors.ts'
import { hashToken } from '../../../platform/tokens.ts'
import { halfOfProcessors } from '../../../platform/turns/processors.ts'
import { refusalText, refuse } from '../../../policy/guide/refuse.ts'
import { checkPassword } from '../../../policy/people/passwords.ts'
import { deviceDays, passwordsKept } from '../../../policy/people/sign-in.ts'
import * as contract from './contract.ts'
import { rememberDevice } from './device-store.ts'
import { hashPassword, keyOf, keysOf } from './password-keys.ts'
import * as accounts from './store.ts'

const wrong = { zh: '当前密码不正确', en: 'The current password is wrong' }
const former = refuse('account.former-password', null, { n: passwordsKept }, 'next')

/** One's own password, with the present one as proof; guesses count like those at the door. */
export const changePassword = command(
  contract.changePassword,
  async ({ body }, { tx, actor, caller, now, record, cookies, sharedPassword }) => {
    const owner = { account: actor.name, unit: actor.unitName }
    const unfit = checkPassword(body.next, owner, { shared: sharedPassword, field: 'next' })
    const key = await keyOf(body.current, await accounts.costsOf(tx, actor.name))
    const shown = { key, device: caller.device, now }
    const { proven, locksUntil } = await accounts.provePassword(tx, shown)
    if (!proven) {
      if (locksUntil)
        record('session.locked', { subject: actor.accountId, scope: actor.scope, after: { until: locksUntil } })
      record('password.refused', { subject: actor.accountId, scope: actor.scope })
      const fields = [{ field: 'current', ...wrong }, ...(unfit ? [{ field: 'next', ...refusalText(unfit) }] : [])]
      return new Declined(new HttpError(422, 'account.wrong-password', wrong, fields))
    }
    if (unfit) throw unfit
    const keys = await keysOf(body.next, await accounts.lastCosts(tx))
    if (!(await accounts.changePassword(tx, shown, { hash: await hashPassword(body.next), keys }))) throw former
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
