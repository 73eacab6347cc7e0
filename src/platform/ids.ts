import { randomBytes } from 'node:crypto'

let lastMs = -1
let sequence = 0

/** UUID version 7 (RFC 9562): time first, then a sequence, so that what is made in one moment keeps its order in an index. */
export function uuidv7(now: Date): string {
  const ms = now.getTime()
  sequence = ms === lastMs ? (sequence + 1) & 0xfff : 0
  lastMs = ms
  const bytes = randomBytes(16)
  bytes.writeUIntBE(ms, 0, 6)
  bytes.writeUInt16BE(0x7000 | sequence, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
