import { command, Declined } from '../../../platform/command.ts'
import { HttpError } from '../../../platform/errors.ts'
import { hashToken } from '../../../platform/pipeline.ts'
import { sessionActor } from '../../../platform/session-actor.ts'
import { newToken } from '../../../platform/tokens.ts'
import { halfOfProcessors } from '../../../platform/turns/processors.ts'
import { deviceDays, sessionHours } from '../../../policy/people/sign-in.ts'
import * as session from '../../../shared/session.ts'
import { tryPassword } from './attempts.ts'
import { countRefusal, deviceStanding, rememberDevice } from './device-store.ts'
import { passwordMatches } from './passwords.ts'
import * as accounts from './store.ts'
import { signedInView } from './views.ts'

/** One answer for a wrong name, a wrong password, a locked and a closed account. */
const wrong = new HttpError(401, 'session.wrong', {
  zh: '账号或密码不正确。连续输错 5 次将锁定 15 分钟',
  en: 'Wrong name or password. Five wrong tries lock the account for 15 minutes',
})

export const signIn = command(
  session.signIn,
  async ({ body }, acting) => {
    const { tx, visitor, caller, now, newId, record, cookies } = acting
    const found = await accounts.credentialsOf(tx, body.name)
    const matches = await passwordMatches(body.password, found?.passwordHash ?? null)
    // Counted behind the lock, which is taken after the slow comparison: guesses that come at once count one by one.
    const enters = found && (await tryPassword(acting, { ...found, closed: found.disabledAt !== null }, matches))
    if (!found || !enters) {
      await countRefusal(tx, found?.accountId ?? null, caller.network, now)
      return new Declined(wrong)
    }
    if (visitor && cookies.session) {
      await accounts.closeSession(tx, hashToken(cookies.session))
      record('session.closed', { subject: visitor.accountId, scope: visitor.scope })
    }
    const token = newToken()
    const expiresAt = new Date(now.getTime() + sessionHours * 3_600_000)
    await accounts.openSession(tx, {
      tokenHash: hashToken(token),
      accountId: found.accountId,
      createdAt: now,
      expiresAt,
    })
    cookies.start(token, expiresAt)
    const { known } = await deviceStanding(tx, { accountId: found.accountId, device: caller.device })
    const device = known && caller.device ? caller.device : newToken()
    await rememberDevice(tx, { session: hashToken(token), device, network: caller.network, now })
    cookies.knowAs(device, new Date(now.getTime() + deviceDays * 86_400_000))
    record('session.opened', { subject: found.accountId, scope: found.scope, after: { session: newId() } })
    const actor = await sessionActor(tx, { hash: hashToken(token), at: now.toISOString(), about: [] })
    return { account: signedInView(actor as NonNullable<typeof actor>) }
  },
  {},
  { atOnce: halfOfProcessors },
)
