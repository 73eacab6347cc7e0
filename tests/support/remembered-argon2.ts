import { createRequire } from 'node:module'

const argon2 = createRequire(import.meta.url)('@node-rs/argon2') as typeof import('@node-rs/argon2')

const hashes = new Map<string, Promise<string>>()
const verdicts = new Map<string, Promise<boolean>>()

/** The library's own hash at the library's own cost, made once a password: hundreds of test accounts share a few. */
export function hash(password: string): Promise<string> {
  return remembered(hashes, password, () => argon2.hash(password))
}

/** The library's own verdict, asked once for a hash and a password. */
export function verify(passwordHash: string, password: string): Promise<boolean> {
  return remembered(verdicts, `${passwordHash} ${password}`, () => argon2.verify(passwordHash, password))
}

function remembered<T>(known: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const found = known.get(key) ?? make()
  known.set(key, found)
  return found
}
