import { command, Declined } from '../../../platform/command.ts'
import { HttpError } from '../../../platform/errors.ts'
import { hashToken } from '../../../platform/pipeline.ts'
import { refusalText, refuse } from '../../../policy/guide/refuse.ts'
import { failedAttempt, isLocked, isStrongPassword } from '../../../policy/people/sign-in.ts'
import * as contract from './contract.ts'
import { hashPassword, passwordMatches } from './passwords.ts'
import * as accounts from './store.ts'

const wrong = { zh: '当前密码不正确', en: 'The current password is wrong' }
const weak = refuse('account.weak-password', null, {}, 'next')

/** One's own password, with the present one as proof; guesses count like those at the door. */
export const changePassword = command(
  contract.changePassword,
  async ({ body }, { tx, actor, now, record, cookies }) => {
    const isWeak = !isStrongPassword(body.next)
    const found = await accounts.credentialsOf(tx, actor.name)
    const attempts = await accounts.lockAttempts(tx, actor.accountId)
    const matches = await passwordMatches(body.current, found?.passwordHash ?? null)
    if (!matches || isLocked(attempts, now)) {
      if (!isLocked(attempts, now)) {
        const attempt = failedAttempt(attempts, now)
        await accounts.saveAttempt(tx, actor.accountId, attempt.failedSignIns, attempt.lockedUntil)
      }
      record('password.refused', { subject: actor.accountId, scope: actor.scope })
      const fields = [{ field: 'current', ...wrong }, ...(isWeak ? [{ field: 'next', ...refusalText(weak) }] : [])]
      return new Declined(new HttpError(422, 'account.wrong-password', wrong, fields))
    }
    if (isWeak) throw weak
    await accounts.savePassword(tx, actor.accountId, await hashPassword(body.next))
    await accounts.closeSessions(tx, actor.accountId, hashToken(cookies.session ?? ''))
    record('password.changed', { subject: actor.accountId, scope: actor.scope })
    return {}
  },
  {},
  { atOnce: 4 },
)
