import { canonical } from '../shared/canonical.ts'
import type { Actor, Recorded } from './command.ts'
import type { Tx } from './database/connect.ts'
import type { Services } from './services.ts'

export type Event = Recorded & { kind: string }

/** What an act leaves behind, in its own transaction: who did it, at which post, and the state before and after. */
export async function writeEvents(
  tx: Tx,
  events: readonly Event[],
  visitor: Actor | null,
  now: Date,
  services: Services,
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
  await tx.insertInto('auditEvents').values(rows).execute()
}
