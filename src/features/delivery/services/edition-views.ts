import type { Tx } from '../../../platform/database/connect.ts'
import { newestBatchFirst } from '../../../platform/database/ordered.ts'

/** The rules (edition, batch) that the pilots in the reader's scope are held to. */
export async function editionsOf(tx: Tx, pilotId: string | undefined): Promise<string[]> {
  const rows = await tx
    .selectFrom('pilots as p')
    .innerJoin('batches as b', 'b.id', 'p.batchId')
    .select(['b.edition', 'b.name'])
    .groupBy('b.id')
    .$if(pilotId !== undefined, (select) => select.where('p.id', '=', pilotId as string))
    .orderBy('b.edition')
    .orderBy(newestBatchFirst)
    .execute()
  return rows.map(({ edition, name }) => `${edition} (${name})`)
}
