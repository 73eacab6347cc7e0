import { sql } from 'kysely'
import type { z } from 'zod'
import { bigint, int, text, uuid } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { inTheTree, newestBatchFirst } from '../../../platform/database/ordered.ts'
import { type ResultRow, statement } from '../../../platform/database/statement.ts'
import { batchPeriod, editionOf } from '../../../policy/editions/edition.ts'
import { progressOfTime } from '../../../policy/returns/indicators.ts'
import { dayOf } from '../../../shared/dates.ts'
import type { Cadence } from '../../../shared/periods.ts'
import { type OwedAlike, owedAlike } from '../../filings/owed/public.ts'
import type { Figures, showProvince } from './contract.ts'

type Province = z.input<typeof showProvince.reply>

/** Every county of the province: money, progress, returns; the same of each park of one county that is asked for. */
export async function showProvinceView(
  tx: Tx,
  { batchId, countyId: chosen }: z.output<typeof showProvince.search>,
  now: Date,
): Promise<Province> {
  const today = dayOf(now)
  const batches = await tx
    .selectFrom('batches as b')
    .select(['b.id as batchId', 'b.name', 'b.edition', 'b.firstYear'])
    .where('b.standing', '=', false)
    .orderBy(newestBatchFirst)
    .execute()
  const asked = { batchId: batchId ?? null, countyId: chosen ?? null }
  const owed = Map.groupBy(
    await owedAlike(tx, batches, { ...asked, kinds: ['plan', 'target-table'] }, now),
    ({ countyId, pilotId }) => `${countyId} ${pilotId}`,
  )
  const counties = new Map<string, Province['counties'][number]>()
  const parks: Province['parks'] = []
  for (const row of await summedPilots(tx, asked)) {
    const { countyId, countyName, countyScope: scope, pilotId, parkId, parkName, pilots } = row
    const duties = owed.get(`${countyId} ${pilotId}`) ?? []
    const { plan = [], 'target-table': tables = [] } = Object.groupBy(duties, ({ kind }) => kind)
    const figures = figuresOf(
      row,
      tables.filter(({ opensOn }) => opensOn <= today),
    )
    if (pilotId && parkId && parkName)
      parks.push({ ...figures, pilotId, parkId, parkName, planState: plan[0]?.state ?? 'draft' })
    const known = counties.get(countyId) ?? { ...nothing, countyId, countyName, scope, pilots: 0 }
    add(known, figures)
    known.pilots += pilots
    counties.set(countyId, known)
  }
  const all = [...counties.values()]
  const totals = { ...nothing, pilots: all.reduce((sum, county) => sum + county.pilots, 0), counties: all.length }
  for (const county of all) add(totals, county)
  const [only] = batchId ? batches.filter((batch) => batch.batchId === batchId) : batches.length === 1 ? batches : []
  return {
    batches: batches.map(({ batchId: id, name }) => ({ batchId: id, name })),
    cadences: cadencesOf(batches.filter((one) => batchId === undefined || one.batchId === batchId)),
    timeProgress: only ? progressOfTime(batchPeriod(editionOf(only.edition), only.firstYear), today) : null,
    totals,
    counties: all,
    parks,
  }
}

/** How often the tables of these batches come, each cadence once. */
function cadencesOf(batches: readonly { edition: string }[]): Cadence[] {
  return [...new Set(batches.map(({ edition }) => editionOf(edition).returns.cadence))]
}

const nothing: Figures = {
  awardFen: 0,
  committedFen: 0,
  disbursedFen: 0,
  spentFen: 0,
  servicesPlanned: 0,
  services: 0,
  servicesCounted: 0,
  returnsLate: 0,
  returnsOpen: 0,
  returnsAccepted: 0,
  findings: 0,
}
const keys = Object.keys(nothing) as (keyof Figures)[]

function add(sum: Figures, more: Figures): void {
  for (const key of keys) sum[key] += more[key]
}

/** A table is late when its day has gone by without it, or it came after; open while it is owed and not accepted. */
function figuresOf(row: SummedRow, tables: readonly OwedAlike[]): Figures {
  const count = (which: readonly OwedAlike[]) => which.reduce((sum, { n }) => sum + n, 0)
  const returnsLate = count(tables.filter((table) => table.isLate))
  const returnsAccepted = count(tables.filter((table) => table.isDone))
  const sums = { returnsLate, returnsAccepted, returnsOpen: count(tables) - returnsAccepted }
  const { awardFen, committedFen, disbursedFen, spentFen, servicesPlanned, services, servicesCounted, findings } = row
  return {
    awardFen,
    committedFen,
    disbursedFen,
    spentFen,
    servicesPlanned,
    services,
    servicesCounted,
    findings,
    ...sums,
  }
}

/** One row for a county, one for each park of the county that is asked for: the sums that the database keeps, added up. */
const summedPilots = statement(
  {
    pilotId: uuid.nullable(),
    parkId: uuid.nullable(),
    parkName: text.nullable(),
    countyId: uuid,
    countyName: text,
    countyScope: text,
    pilots: int,
    awardFen: bigint,
    committedFen: bigint,
    disbursedFen: bigint,
    spentFen: bigint,
    servicesPlanned: int,
    services: int,
    servicesCounted: int,
    findings: int,
  },
  ({ batchId, countyId }: { readonly batchId: string | null; readonly countyId: string | null }) => sql`
    with work as (
      select pilot_id, sum(n) as n, sum(counted) as counted from pilot_service_counts group by pilot_id
    ), sums as (
      select p.county_id, p.told as pilot_id, count(*) as pilots,
             sum(p.award_fen) as award_fen, sum(m.committed_fen) as committed_fen, sum(m.disbursed_fen) as disbursed_fen,
             sum(m.spent_fen) as spent_fen, sum(b.services_planned) as planned, sum(w.n) as services, sum(w.counted) as counted,
             sum(d.n) as findings
        from (select *, case when county_id = ${countyId}::uuid then id end as told from pilots) p
        left join pilot_money m on m.pilot_id = p.id
        left join work w on w.pilot_id = p.id
        left join baselines b on b.pilot_id = p.id and not exists (select from baselines l where l.pilot_id = b.pilot_id and l.no > b.no)
        left join finding_counts d on d.pilot_id = p.id
       where not p.standing and (${batchId}::uuid is null or p.batch_id = ${batchId}::uuid)
       group by p.county_id, p.told
    )
    select s.pilot_id as "pilotId", park.id as "parkId", park.name as "parkName", s.county_id as "countyId", county.name as "countyName",
           county.scope as "countyScope", s.pilots::int as pilots, s.award_fen::bigint as "awardFen",
           coalesce(s.committed_fen, 0)::bigint as "committedFen", coalesce(s.disbursed_fen, 0)::bigint as "disbursedFen",
           coalesce(s.spent_fen, 0)::bigint as "spentFen", coalesce(s.planned, 0)::int as "servicesPlanned",
           coalesce(s.services, 0)::int as services, coalesce(s.counted, 0)::int as "servicesCounted",
           coalesce(s.findings, 0)::int as findings
      from sums s
      join units county on county.id = s.county_id
      left join pilots p on p.id = s.pilot_id
      left join units park on park.id = p.park_id
     order by county.scope, ${inTheTree('park')}, s.pilot_id`,
)

type SummedRow = ResultRow<typeof summedPilots>
