import { sql } from 'kysely'
import type { Actor, Recorded } from './command.ts'
import type { Tx } from './database/connect.ts'
import type { RawRequest } from './raw-request.ts'
import type { replayRow } from './replay.ts'
import type { Services } from './services.ts'

export type Event = Recorded & { kind: string }

type Around = {
  readonly now: Date
  readonly services: Services
  readonly asked: Pick<RawRequest, 'caller' | 'trace'>
  readonly visitor: Actor | null
  readonly replay: ReturnType<typeof replayRow>
}

/**
 * What an act leaves behind, in its own transaction, and the state before and after; who did it the database reads off the session. With
 * it the reply that a repeated key is answered with, where one is kept. Returns the events' ids.
 */
export async function writeEvents(
  tx: Tx,
  events: readonly Event[],
  { now, services, asked, visitor, replay }: Around,
): Promise<string[]> {
  const { caller, trace } = asked
  const rows = events.map(({ kind, subject, scope, clause = null, before, after }) => ({
    id: services.newId(),
    at: now,
    kind,
    subject,
    scope,
    clause,
    before,
    after,
    address: isKnown(visitor, kind) ? caller.address : null,
    request: trace.id,
  }))
  const kept = replay && JSON.stringify(replay)
  await sql`select record_events(${JSON.stringify(rows)}::jsonb, ${kept}::jsonb)`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Whose address is kept: who is signed in, signs in or tries to. A stranger may object without saying from where. */
function isKnown(visitor: Actor | null, kind: string): boolean {
  return visitor !== null || kind.startsWith('session.')
}
