import { sql } from 'kysely'
import type { Tx } from './connect.ts'

/** Whoever records something about the same key waits until the one before has committed, so that what stands can be read first. */
export async function holdKey(tx: Tx, ...parts: readonly string[]): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${parts.join('/')}, 5))`.execute(tx)
}

/** Several may share a key; whoever holds it waits for them, and they for whoever holds it. */
export async function shareKey(tx: Tx, ...parts: readonly string[]): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${parts.join('/')}, 5))`.execute(tx)
}
