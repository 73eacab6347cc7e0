import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/connect.ts'
import { newestBatchFirst } from '../../../platform/database/ordered.ts'
import type { InboxItem } from './work-items.ts'

/** Every batch's name, the newest first. */
export async function batchNames(tx: Tx): Promise<string[]> {
  const rows = await tx.selectFrom('batches as b').select('b.name').orderBy(newestBatchFirst).execute()
  return rows.map(({ name }) => name)
}

/** The name of each pilot's batch, where it was not read with the item. */
export async function batchesOf(tx: Tx, items: readonly InboxItem[]): Promise<ReadonlyMap<string, string>> {
  const ids = [
    ...new Set(
      items.flatMap(({ pilotId, batchName }) => (batchName === undefined && pilotId !== null ? [pilotId] : [])),
    ),
  ]
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('pilots as p')
    .innerJoin('batches as b', 'b.id', 'p.batchId')
    .select(['p.id', 'b.name'])
    .where('p.id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Pilots that are closed: nothing is asked of them any more but what measures ask. */
export async function closedPilots(tx: Tx): Promise<ReadonlySet<string>> {
  const rows = await tx.selectFrom('closeOuts').select('pilotId').where('state', '=', 'recorded').execute()
  return new Set(rows.map(({ pilotId }) => pilotId))
}
