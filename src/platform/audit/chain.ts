import { createHash } from 'node:crypto'

/** Two hashes of one text, in hexadecimal: SHA-256, and SM3 (GB/T 32905). */
export type Hashes = { readonly sha256: string; readonly sm3: string }

/** A batch of events as it was sealed; `sealedAt`: ISO 8601 in UTC with milliseconds; the hashes are its head. */
export type Seal = Hashes & { readonly no: number; readonly sealedAt: string; readonly events: number }

/** What the first seal goes on from. */
export const noHead: Hashes = { sha256: '0'.repeat(64), sm3: '0'.repeat(64) }

export function hashesOf(text: string): Hashes {
  return { sha256: hashOf('sha256', text), sm3: hashOf('sm3', text) }
}

/**
 * The head of a seal, by each hash over its own kind alone: a text of lines, each ended by a line feed, that holds the words
 * "yuanqitong-audit 1", the number, the moment, how many events, the head before, and the hash of each event in order.
 */
export function headOf(seal: Omit<Seal, keyof Hashes>, before: Hashes, leaves: readonly Hashes[]): Hashes {
  const by = (algorithm: keyof Hashes) => {
    const { no, sealedAt, events } = seal
    const lines = [
      'yuanqitong-audit 1',
      no,
      sealedAt,
      events,
      before[algorithm],
      ...leaves.map((leaf) => leaf[algorithm]),
    ]
    return hashOf(algorithm, `${lines.join('\n')}\n`)
  }
  return { sha256: by('sha256'), sm3: by('sm3') }
}

function hashOf(algorithm: keyof Hashes, text: string): string {
  return createHash(algorithm).update(text, 'utf8').digest('hex')
}
