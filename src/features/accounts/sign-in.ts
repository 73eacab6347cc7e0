import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { type Actor, command, Declined } from '../../platform/command.ts'
import { HttpError } from '../../platform/errors.ts'
import { hashToken } from '../../platform/pipeline.ts'
import { failedAttempt, isLocked, sessionHours } from '../../policy/sign-in.ts'
import * as contract from './contract.ts'
import { passwordMatches } from './passwords.ts'
import * as accounts from './store.ts'
import { shown } from './views.ts'

/** One answer for a wrong name, a wrong password, a locked and a closed account. */
const wrong = new HttpError(401, 'session.wrong', {
  zh: '账号或密码不正确。连续输错 5 次将锁定 15 分钟',
  en: 'Wrong name or password. Five wrong tries lock the account for 15 minutes',
})

export const signIn = command(contract.signIn, async ({ body }, { tx, now, newId, record, cookies }) => {
  const found = await accounts.credentialsOf(tx, body.name)
  const usable = found !== null && found.disabledAt === null && !isLocked(found, now)
  const matches = await passwordMatches(body.password, found?.passwordHash ?? null)
  if (!found || !usable || !matches) {
    record('session.refused', {
      subject: found?.accountId ?? null,
      scope: found?.scope ?? '',
      after: { name: body.name },
    })
    if (found && usable) {
      const attempt = failedAttempt(found, now)
      await accounts.saveAttempt(tx, found.accountId, attempt.failedSignIns, attempt.lockedUntil)
    }
    return new Declined(wrong)
  }
  await accounts.saveAttempt(tx, found.accountId, 0, null)
  const token = randomBytes(32).toString('base64url')
  const expiresAt = new Date(now.getTime() + sessionHours * 3_600_000)
  await accounts.openSession(tx, { tokenHash: hashToken(token), accountId: found.accountId, createdAt: now, expiresAt })
  cookies.start(token, expiresAt)
  record('session.opened', { subject: found.accountId, scope: found.scope, after: { session: newId() } })
  const actor = await sql<Actor>`select * from enter_session(${hashToken(token)}, ${now})`.execute(tx)
  return { account: shown(actor.rows[0] as Actor) }
})
