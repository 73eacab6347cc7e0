import { createRequire } from 'node:module'
import type { Options } from '@node-rs/argon2'

const argon2 = createRequire(import.meta.url)('@node-rs/argon2') as typeof import('@node-rs/argon2')

const hashes = new Map<string, Promise<string>>()
const keys = new Map<string, Promise<Buffer>>()

/** The library's own hash at the library's own cost, made once a password: hundreds of test accounts share a few. */
export function hash(password: string): Promise<string> {
  return remembered(hashes, password, () => argon2.hash(password))
}

/** The library's own key, derived once for a password, its costs and its salt. */
export function hashRaw(password: string, options: Options & { salt: Buffer }): Promise<Buffer> {
  const of = JSON.stringify([password, { ...options, salt: options.salt.toString('hex') }])
  return remembered(keys, of, () => argon2.hashRaw(password, options))
}

function remembered<T>(known: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const found = known.get(key) ?? make()
  known.set(key, found)
  return found
}
