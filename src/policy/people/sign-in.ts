/** Settings of protection level 3 (GB/T 22239-2019 8.1.4.1): common practice, not in the clause itself. */
export const sessionHours = 10
export const lockAfterFailures = 5
export const lockMinutes = 15
/** How long a browser is known after the last sign-in from it. */
export const deviceDays = 180

type Attempts = { readonly failedSignIns: number; readonly lockedUntil: Date | null }

export function isLocked(account: Attempts, now: Date): boolean {
  return account.lockedUntil !== null && account.lockedUntil > now
}

/**
 * Whether a right password opens the account: strangers who have locked it keep out other strangers, never its owner at a device
 * that the account was entered from before. `trusted`: whether this is such a device.
 */
export function mayEnter(account: Attempts, trusted: boolean, now: Date): boolean {
  return trusted || !isLocked(account, now)
}

/** The account after one more wrong password; the fifth in a row locks it. */
export function failedAttempt(account: Attempts, now: Date): Attempts {
  const failedSignIns = account.failedSignIns + 1
  if (failedSignIns < lockAfterFailures) return { failedSignIns, lockedUntil: null }
  return lockedFrom(now)
}

export function lockedFrom(now: Date): Attempts {
  return { failedSignIns: 0, lockedUntil: new Date(now.getTime() + lockMinutes * 60_000) }
}

const classes = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/]

/** At least 8 characters from three of the four classes. */
export function isStrongPassword(password: string): boolean {
  return password.length >= 8 && classes.filter((one) => one.test(password)).length >= 3
}
