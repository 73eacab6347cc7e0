import { availableParallelism } from 'node:os'
import { hash, verify } from '@node-rs/argon2'

/**
 * Comparing a password is slow on purpose, and is done beside the event loop; half of the processors are left to everybody else.
 */
export const comparisonsAtOnce = Math.max(1, Math.floor(availableParallelism() / 2))

/** argon2id with the library's current defaults. */
export function hashPassword(password: string): Promise<string> {
  return hash(password)
}

let decoy: Promise<string> | null = null

/** Takes the same time whether the account exists or not, so that the answer reveals nothing. */
export async function passwordMatches(password: string, passwordHash: string | null): Promise<boolean> {
  decoy ??= hashPassword('no account has this password')
  const matches = await verify(passwordHash ?? (await decoy), password)
  return matches && passwordHash !== null
}
