import { command, Declined } from '../../../platform/command.ts'
import { HttpError } from '../../../platform/errors.ts'
import { hashToken, newToken } from '../../../platform/tokens.ts'
import { halfOfProcessors } from '../../../platform/turns/processors.ts'
import { deviceDays } from '../../../policy/people/sign-in.ts'
import * as session from '../../../shared/session.ts'
import { isKnownDevice, rememberDevice } from './device-store.ts'
import { keyOf } from './password-keys.ts'
import * as accounts from './store.ts'
import { signedInView } from './views.ts'

/** One answer for a wrong name, a wrong password, a locked and a closed account. */
const wrong = new HttpError(401, 'session.wrong', {
  zh: '账号或密码不正确，或账号已锁定。连续输错 5 次锁定 15 分钟',
  en: 'Wrong name or password, or the account is locked: five wrong tries lock it for 15 minutes',
})

export const signIn = command(
  session.signIn,
  async ({ body }, { tx, visitor, caller, now, newId, record, cookies }) => {
    const token = newToken()
    // Derived before the account is locked, since it is slow on purpose.
    const key = await keyOf(body.password, await accounts.costsOf(tx, body.name))
    const { device: shown, network, agent } = caller
    const found = await accounts.openSession(tx, {
      name: body.name,
      key,
      tokenHash: hashToken(token),
      device: shown,
      network,
      agent,
      now,
    })
    if (!found?.opened) {
      if (found?.locksUntil)
        record('session.locked', { subject: found.accountId, scope: found.scope, after: { until: found.locksUntil } })
      return new Declined(wrong)
    }
    if (visitor && cookies.session) {
      await accounts.endSession(tx, hashToken(cookies.session))
      record('session.closed', { subject: visitor.accountId, scope: visitor.scope })
    }
    cookies.start(token, found.expiresAt)
    const device = shown && (await isKnownDevice(tx, shown)) ? shown : newToken()
    await rememberDevice(tx, { session: hashToken(token), device, network, now })
    cookies.knowAs(device, new Date(now.getTime() + deviceDays * 86_400_000))
    record('session.opened', { subject: found.accountId, scope: found.scope, after: { session: newId() } })
    return { account: signedInView(found) }
  },
  {},
  { atOnce: halfOfProcessors },
)
