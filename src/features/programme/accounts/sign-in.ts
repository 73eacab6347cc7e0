import { randomBytes } from 'node:crypto'
import { command, Declined } from '../../../platform/command.ts'
import { HttpError } from '../../../platform/errors.ts'
import { hashToken } from '../../../platform/pipeline.ts'
import { sessionActor } from '../../../platform/session-actor.ts'
import { failedAttempt, isLocked, sessionHours } from '../../../policy/people/sign-in.ts'
import * as session from '../../../shared/session.ts'
import { passwordMatches } from './passwords.ts'
import * as accounts from './store.ts'
import { signedInView } from './views.ts'

/** One answer for a wrong name, a wrong password, a locked and a closed account. */
const wrong = new HttpError(401, 'session.wrong', {
  zh: '账号或密码不正确。连续输错 5 次将锁定 15 分钟',
  en: 'Wrong name or password. Five wrong tries lock the account for 15 minutes',
})

/** Comparing a password is slow on purpose; more than these at once would keep everybody else waiting for the database. */
const atOnce = 4

export const signIn = command(
  session.signIn,
  async ({ body }, { tx, visitor, now, newId, record, cookies }) => {
    const found = await accounts.credentialsOf(tx, body.name)
    const matches = await passwordMatches(body.password, found?.passwordHash ?? null)
    // Counted behind the lock, which is taken after the slow comparison: guesses that come at once count one by one.
    const attempts = found && (await accounts.lockAttempts(tx, found.accountId))
    const usable = found !== null && found.disabledAt === null && attempts !== null && !isLocked(attempts, now)
    if (!usable || !matches) {
      // A name that no account has may be a password typed in the wrong field: it is not kept.
      record('session.refused', { subject: found?.accountId ?? null, scope: found?.scope ?? '' })
      if (usable) {
        const attempt = failedAttempt(attempts, now)
        await accounts.saveAttempt(tx, found.accountId, attempt.failedSignIns, attempt.lockedUntil)
      }
      return new Declined(wrong)
    }
    if (visitor && cookies.session) {
      await accounts.closeSession(tx, hashToken(cookies.session))
      record('session.closed', { subject: visitor.accountId, scope: visitor.scope })
    }
    await accounts.saveAttempt(tx, found.accountId, 0, null)
    const token = randomBytes(32).toString('base64url')
    const expiresAt = new Date(now.getTime() + sessionHours * 3_600_000)
    await accounts.openSession(tx, {
      tokenHash: hashToken(token),
      accountId: found.accountId,
      createdAt: now,
      expiresAt,
    })
    cookies.start(token, expiresAt)
    record('session.opened', { subject: found.accountId, scope: found.scope, after: { session: newId() } })
    const actor = await sessionActor(tx, { hash: hashToken(token), at: now.toISOString(), about: [] })
    return { account: signedInView(actor as NonNullable<typeof actor>) }
  },
  {},
  { atOnce },
)
