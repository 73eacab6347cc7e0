import { type Expression, type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type { Tx } from '../../../platform/database/connect.ts'
import { byName, inTheTree, type Ordinals, orderOf } from '../../../platform/database/ordered.ts'
import { editionOf } from '../../../policy/editions/edition.ts'
import { filingStates } from '../../../policy/filings/filing.ts'
import type { listPilots, PilotView } from './contract.ts'

type Search = z.output<typeof listPilots.search>
type Wanted = Partial<Pick<Search, 'q' | 'countyId' | 'batchId' | 'state'>> & { readonly pilotId?: string }

const planState = sql<PilotView['planState']>`coalesce(plan.state, 'draft')`
const committed = sql<number>`coalesce(money.committed_fen, 0)`
const disbursed = sql<number>`coalesce(money.disbursed_fen, 0)`
const spent = sql<number>`coalesce(money.spent_fen, 0)`
const services = sql<number>`coalesce(counts.n, 0)`
const servicesCounted = sql<number>`coalesce(counts.counted, 0)`
const ownOrder = sql.join([inTheTree('park'), sql`p.id`])

const ordinals: Ordinals<Search> = {
  parkName: sql`park.name_ordinal`,
  countyName: sql`county.scope`,
  batchName: byName('b.name'),
  planState: sql`array_position(${sql.lit(`{${filingStates}}`)}::text[], ${planState})`,
  admittedOn: sql`p.admitted_on`,
  services: servicesCounted,
  awardFen: sql`p.award_fen`,
  committedFen: committed,
  disbursedFen: disbursed,
  spentFen: spent,
}

/** A page of the pilots inside the reader's scope, with the sums of all that were asked for. */
export async function listPilotsView(
  tx: Tx,
  { sort, page, pageSize, ...wanted }: Search,
): Promise<z.input<typeof listPilots.reply>> {
  const rows = await shown(tx, wanted)
    // Summed up in the same pass as the page is cut from.
    .select(sumsOf(wanted, sql` over ()`))
    .orderBy(orderOf(ordinals, sort, ownOrder))
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute()
  const [first = await pilots(tx, wanted).select(sumsOf(wanted, sql``)).executeTakeFirstOrThrow()] = rows
  const { total, sumAward, sumCommitted, sumDisbursed, sumSpent, sumServices, sumCounted } = first
  return {
    pilots: rows.map(viewOf),
    total,
    sums: {
      awardFen: sumAward,
      committedFen: sumCommitted,
      disbursedFen: sumDisbursed,
      spentFen: sumSpent,
      services: sumServices,
      servicesCounted: sumCounted,
    },
    countyName: first.askedCounty,
    batchName: first.askedBatch,
  }
}

function sumsOf({ countyId, batchId }: Wanted, over: RawBuilder<unknown>) {
  const sum = (of: Expression<number>) => sql<number>`coalesce(sum(${of})${over}, 0)::bigint`
  return [
    sql<number>`(count(*)${over})::int`.as('total'),
    sum(sql`p.award_fen`).as('sumAward'),
    sum(committed).as('sumCommitted'),
    sum(disbursed).as('sumDisbursed'),
    sum(spent).as('sumSpent'),
    sum(services).as('sumServices'),
    sum(servicesCounted).as('sumCounted'),
    sql<string | null>`(select name from units where id = ${countyId ?? null}::uuid)`.as('askedCounty'),
    sql<string | null>`(select name from batches where id = ${batchId ?? null}::uuid)`.as('askedBatch'),
  ] as const
}

/** Pilots inside the reader's scope, with the three sums of their ledger and how many services count. */
export async function pilotsSeen(tx: Tx, wanted: Wanted = {}): Promise<PilotView[]> {
  return (await shown(tx, wanted).orderBy(ownOrder).execute()).map(viewOf)
}

function viewOf(row: Omit<PilotView, 'returns'>): PilotView {
  const { cadence, name } = editionOf(row.edition).returns
  return { ...row, returns: { cadence, name } }
}

function shown(tx: Tx, wanted: Wanted) {
  return pilots(tx, wanted).select([
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
    'p.standing',
    'p.admittedOn',
    sql<string | null>`(closing.recorded_at at time zone interval '8 hours')::date`.as('closedOn'),
    'plan.id as planFilingId',
    planState.as('planState'),
    committed.as('committedFen'),
    disbursed.as('disbursedFen'),
    spent.as('spentFen'),
    services.as('services'),
    servicesCounted.as('servicesCounted'),
  ])
}

function pilots(tx: Tx, { pilotId, batchId, countyId, state, q }: Wanted) {
  return (
    tx
      .selectFrom('pilots as p')
      .innerJoin('batches as b', 'b.id', 'p.batchId')
      .innerJoin('units as park', 'park.id', 'p.parkId')
      .innerJoin('units as county', 'county.id', 'p.countyId')
      .leftJoin('filings as plan', (join) => join.onRef('plan.pilotId', '=', 'p.id').on('plan.kind', '=', 'plan'))
      .leftJoin('closeOuts as closing', (join) =>
        join.onRef('closing.pilotId', '=', 'p.id').on('closing.state', '=', 'recorded'),
      )
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
      // Standing service has a page, and is in no list and no sum.
      .$if(pilotId === undefined, (select) => select.where('p.standing', '=', false))
      .$if(pilotId !== undefined, (select) => select.where('p.id', '=', pilotId as string))
      .$if(batchId !== undefined, (select) => select.where('p.batchId', '=', batchId as string))
      .$if(countyId !== undefined, (select) => select.where('p.countyId', '=', countyId as string))
      .$if(state !== undefined, (select) => select.where(planState, '=', state as PilotView['planState']))
      .$if(q !== undefined && q !== '', (select) =>
        select.where(sql<boolean>`(strpos(park.name, ${q}) > 0 or strpos(county.name, ${q}) > 0)`),
      )
  )
}
