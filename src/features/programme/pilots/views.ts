import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/connect.ts'
import { inTheTree } from '../../../platform/database/ordered.ts'
import { editionOf } from '../../../policy/editions/edition.ts'
import type { PilotView } from './contract.ts'

type Wanted = { readonly pilotId?: string; readonly batchId?: string }

/** Pilots inside the reader's scope, with the three sums of their ledger and how many services count. */
export async function listPilots(tx: Tx, { pilotId, batchId }: Wanted = {}): Promise<PilotView[]> {
  const rows = await tx
    .selectFrom('pilots as p')
    .innerJoin('batches as b', 'b.id', 'p.batchId')
    .innerJoin('units as park', 'park.id', 'p.parkId')
    .innerJoin('units as county', 'county.id', 'p.countyId')
    .leftJoin('filings as plan', (join) => join.onRef('plan.pilotId', '=', 'p.id').on('plan.kind', '=', 'plan'))
    .leftJoin('pilotMoney as money', 'money.pilotId', 'p.id')
    .leftJoin(
      (eb) =>
        eb
          .selectFrom('pilotServiceCounts')
          .select(['pilotId', sql<number>`sum(n)::int`.as('n'), sql<number>`sum(counted)::int`.as('counted')])
          .groupBy('pilotId')
          .as('counts'),
      (join) => join.onRef('counts.pilotId', '=', 'p.id'),
    )
    .select([
      'p.id as pilotId',
      'p.batchId',
      'b.name as batchName',
      'b.edition',
      'b.firstYear',
      'p.parkId',
      'park.name as parkName',
      'park.uscc as parkUscc',
      'p.countyId',
      'county.name as countyName',
      'p.scope',
      'p.awardFen',
      'p.admittedOn',
      'plan.id as planFilingId',
      sql<PilotView['planState']>`coalesce(plan.state, 'draft')`.as('planState'),
      sql<number>`coalesce(money.committed_fen, 0)`.as('committedFen'),
      sql<number>`coalesce(money.disbursed_fen, 0)`.as('disbursedFen'),
      sql<number>`coalesce(money.spent_fen, 0)`.as('spentFen'),
      sql<number>`coalesce(counts.n, 0)`.as('services'),
      sql<number>`coalesce(counts.counted, 0)`.as('servicesCounted'),
    ])
    .$if(pilotId !== undefined, (select) => select.where('p.id', '=', pilotId as string))
    .$if(batchId !== undefined, (select) => select.where('p.batchId', '=', batchId as string))
    .orderBy(inTheTree('park'))
    .orderBy('p.id')
    .execute()
  return rows.map((row) => {
    const { cadence, name } = editionOf(row.edition).returns
    return { ...row, returns: { cadence, name } }
  })
}
