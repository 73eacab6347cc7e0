import { canonical } from '../shared/canonical.ts'
import type { Actor, Recorded } from './command.ts'
import type { Tx } from './database/connect.ts'
import type { replayRow } from './replay.ts'
import type { Services } from './services.ts'

export type Event = Recorded & { kind: string }

/**
 * What an act leaves behind, in its own transaction: who did it, at which post, and the state before and after; with the reply that
 * a repeated key is answered with, where one is kept, in the same statement.
 */
export async function writeEvents(
  tx: Tx,
  events: readonly Event[],
  { visitor, now, services, replay }: { visitor: Actor | null; now: Date; services: Services; replay: ReplayRow },
): Promise<void> {
  const rows = events.map((event) => ({
    id: services.newId(),
    at: now,
    kind: event.kind,
    accountId: visitor?.accountId ?? null,
    post: visitor?.post ?? null,
    subject: event.subject,
    scope: event.scope,
    before: event.before === undefined ? null : canonical(event.before),
    after: event.after === undefined ? null : canonical(event.after),
  }))
  if (replay === null) await tx.insertInto('auditEvents').values(rows).execute()
  else
    await tx
      .with('recorded', (db) => db.insertInto('auditEvents').values(rows))
      .insertInto('idempotencyKeys')
      .values(replay)
      .execute()
}

type ReplayRow = ReturnType<typeof replayRow>
