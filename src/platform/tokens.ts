import { createHash, randomBytes } from 'node:crypto'

/** A secret for a link: 256 random bits, safe in an address. Store its hash (`hashToken`), never the token. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** Sessions and links are stored by this hash, so that a copy of the database opens nothing. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
