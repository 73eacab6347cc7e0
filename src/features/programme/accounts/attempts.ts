import type { Acting } from '../../../platform/command.ts'
import { failedAttempt, isLocked, lockedFrom, mayEnter } from '../../../policy/people/sign-in.ts'
import { deviceStanding, distrustDevice } from './device-store.ts'
import * as accounts from './store.ts'

type Account = { readonly accountId: string; readonly scope: string; readonly closed: boolean }

/**
 * Counts one try at an account's password, behind a lock, and says whether it opens the account: a right one does, unless strangers
 * have locked it and this is a stranger's device. `matches`: whether the password was right.
 */
export async function tryPassword(
  { tx, caller, now, record }: Pick<Acting, 'tx' | 'caller' | 'now' | 'record'>,
  { accountId, scope, closed }: Account,
  matches: boolean,
): Promise<boolean> {
  const attempts = await accounts.lockAttempts(tx, accountId)
  const device = { accountId, device: caller.device }
  const { trusted } = await deviceStanding(tx, device)
  if (closed || !mayEnter(attempts, trusted, now)) return false
  if (matches) {
    // What strangers have locked stays locked for strangers.
    if (!isLocked(attempts, now)) await accounts.saveAttempt(tx, accountId, 0, null)
    return true
  }
  if (trusted && (await distrustDevice(tx, device))) return false
  const { failedSignIns, lockedUntil } = trusted ? lockedFrom(now) : failedAttempt(attempts, now)
  await accounts.saveAttempt(tx, accountId, failedSignIns, lockedUntil)
  if (lockedUntil) record('session.locked', { subject: accountId, scope, after: { until: lockedUntil } })
  return false
}
