import { randomBytes } from 'node:crypto'

const counterBits = 26
let counter = 0

/**
 * UUID version 7 (RFC 9562, section 6.2, method 1): time first, then a counter, so that what is made in one moment keeps its
 * order in an index. The counter belongs to the process, not to the moment: requests of different moments make ids in turn.
 */
export function uuidv7(now: Date): string {
  counter = (counter + 1) % 2 ** counterBits
  const bytes = randomBytes(16)
  bytes.writeUIntBE(now.getTime(), 0, 6)
  bytes.writeUInt16BE(0x7000 | (counter >>> 14), 6)
  bytes.writeUInt16BE(0x8000 | (counter & 0x3fff), 8)
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** The least id that can be made at an instant or later: two of them bound what was written between, by its key alone. */
export function firstIdAt(instant: Date): string {
  const hex = Math.max(0, instant.getTime()).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`
}
