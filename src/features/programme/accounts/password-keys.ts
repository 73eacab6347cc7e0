import { createHash } from 'node:crypto'
import { hash, hashRaw } from '@node-rs/argon2'

/**
 * Argon2id with the library's current defaults. The database keeps the hash of the key and compares what is shown to it: whoever reads
 * what is kept, could not show the key.
 */
export async function hashPassword(password: string): Promise<string> {
  const { costs, last } = parted(await hash(password))
  return `${costs}$${createHash('sha256').update(Buffer.from(last, 'base64')).digest('hex')}`
}

let decoy: Promise<string> | null = null

/**
 * The key of a password in hexadecimal digits, by the costs and the salt of an account. Takes the same time where there is no account,
 * so that the answer reveals nothing.
 */
export async function keyOf(password: string, costs: string | null): Promise<string> {
  decoy ??= hashPassword('no account has this password').then((kept) => parted(kept).costs)
  const [, memory, time, parallel, salt] = /m=(\d+),t=(\d+),p=(\d+)\$([^$]+)$/.exec(costs ?? (await decoy)) ?? []
  const key = await hashRaw(password, {
    memoryCost: Number(memory),
    timeCost: Number(time),
    parallelism: Number(parallel),
    salt: Buffer.from(salt ?? '', 'base64'),
  })
  return key.toString('hex')
}

/** The keys of one password by several costs, in their order; one after the other, since each takes a processor. */
export async function keysOf(password: string, costs: readonly string[]): Promise<string[]> {
  const keys: string[] = []
  for (const one of costs) keys.push(await keyOf(password, one))
  return keys
}

/** `$argon2id$v=19$m=19456,t=2,p=1$salt`, and what follows. */
function parted(text: string): { costs: string; last: string } {
  const at = text.lastIndexOf('$')
  return { costs: text.slice(0, at), last: text.slice(at + 1) }
}
