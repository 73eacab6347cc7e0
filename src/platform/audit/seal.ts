import type { AsJobs } from '../jobs.ts'
import { type Hashes, hashesOf, headOf, noHead } from './chain.ts'

/** As many events as one seal holds at most. */
const mostInSeal = 2000

type Waiting = { no: number; sha256: string | null; sm3: string | null; event_id: string; line: string }

/**
 * Seals every event that is committed and not sealed yet; safe to run anywhere at the same time, since the database takes a batch whole,
 * once, and as the next alone. Beside the acts: they wait for nothing of it. Returns how many events it sealed.
 */
export async function sealEvents(ask: AsJobs, now: () => Date, ending?: AbortSignal): Promise<number> {
  let sealed = 0
  while (!ending?.aborted) {
    const { rows } = await ask('select * from events_to_seal($1)', [mostInSeal])
    const waiting = rows as Waiting[]
    const [first] = waiting
    if (!first) break
    const before: Hashes = { sha256: first.sha256 ?? noHead.sha256, sm3: first.sm3 ?? noHead.sm3 }
    const leaves = waiting.map(({ line }) => hashesOf(line))
    const next = { no: first.no + 1, sealedAt: now().toISOString(), events: waiting.length }
    const head = headOf(next, before, leaves)
    const done = await ask('select seal_events($1, $2, $3, $4, $5, $6, $7) as sealed', [
      next.no,
      next.sealedAt,
      waiting.map(({ event_id }) => event_id),
      leaves.map(({ sha256 }) => sha256),
      leaves.map(({ sm3 }) => sm3),
      head.sha256,
      head.sm3,
    ])
    // Another one seals meanwhile.
    if (!(done.rows[0] as { sealed: boolean } | undefined)?.sealed) break
    sealed += waiting.length
    if (waiting.length < mostInSeal) break
  }
  return sealed
}
