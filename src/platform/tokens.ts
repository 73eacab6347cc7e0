import { randomBytes } from 'node:crypto'

/** A secret for a link: 256 random bits, safe in an address. Store its hash (`hashToken`), never the token. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}
