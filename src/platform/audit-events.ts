import { sql } from 'kysely'
import type { Recorded } from './command.ts'
import type { Tx } from './database/connect.ts'
import type { replayRow } from './replay.ts'
import type { Services } from './services.ts'

export type Event = Recorded & { kind: string }

/**
 * What an act leaves behind, in its own transaction, and the state before and after; who did it the database reads off the session. With
 * it the reply that a repeated key is answered with, where one is kept. Returns the events' ids.
 */
export async function writeEvents(
  tx: Tx,
  events: readonly Event[],
  { now, services, replay }: { now: Date; services: Services; replay: ReplayRow },
): Promise<string[]> {
  const rows = events.map(({ kind, subject, scope, before, after }) => ({
    id: services.newId(),
    at: now,
    kind,
    subject,
    scope,
    before,
    after,
  }))
  const kept = replay && JSON.stringify(replay)
  await sql`select record_events(${JSON.stringify(rows)}::jsonb, ${kept}::jsonb)`.execute(tx)
  return rows.map(({ id }) => id)
}

type ReplayRow = ReturnType<typeof replayRow>
