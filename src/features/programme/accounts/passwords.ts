import { hash, verify } from '@node-rs/argon2'

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
