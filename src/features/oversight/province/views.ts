import { sql } from 'kysely'
import type { z } from 'zod'
import type { Actor } from '../../../platform/command.ts'
import { bigint, int, text, uuid } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { inTheTree, newestBatchFirst } from '../../../platform/database/ordered.ts'
import { type ResultRow, statement } from '../../../platform/database/statement.ts'
import { latenessOf } from '../../../policy/calendar/lateness.ts'
import { batchPeriod, editionOf } from '../../../policy/editions/edition.ts'
import { progressOfTime } from '../../../policy/returns/indicators.ts'
import { dayOf } from '../../../shared/dates.ts'
import type { Cadence } from '../../../shared/periods.ts'
import { type Owed, owedIn } from '../../filings/owed/public.ts'
import type { Figures, showProvince } from './contract.ts'

type Province = z.input<typeof showProvince.reply>

/** Every county of the province: money, progress, returns; the same of each park of one county that is asked for. */
export async function showProvinceView(
  tx: Tx,
  reader: Pick<Actor, 'scope'>,
  { batchId, countyId: chosen }: z.output<typeof showProvince.search>,
  now: Date,
): Promise<Province> {
  const today = dayOf(now)
  const batches = await tx
    .selectFrom('batches as b')
    .select(['b.id as batchId', 'b.name', 'b.edition', 'b.firstYear'])
    .orderBy(newestBatchFirst)
    .execute()
  const counties = new Map<string, Province['counties'][number]>()
  const parks: Province['parks'] = []
  const owed = Map.groupBy(
    await owedIn(tx, reader, { batchId, kinds: ['plan', 'target-table'] }, now),
    ({ pilotId }) => pilotId,
  )
  for (const row of await pilotRows(tx, batchId ?? null)) {
    const { plan = [], 'target-table': tables = [] } = Object.groupBy(owed.get(row.pilotId) ?? [], ({ kind }) => kind)
    const figures = figuresOf(
      row,
      tables.filter(({ day }) => day.opensOn <= today),
    )
    const { countyId, countyName, countyScope: scope, pilotId, parkId, parkName } = row
    if (countyId === chosen)
      parks.push({ ...figures, pilotId, parkId, parkName, planState: plan[0]?.filing?.state ?? 'draft' })
    const known = counties.get(countyId) ?? { ...nothing, countyId, countyName, scope, pilots: 0 }
    add(known, figures)
    known.pilots++
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
function figuresOf(row: PilotRow, tables: readonly Owed[]): Figures {
  const { late, overdue } = latenessOf(tables.map(({ standing }) => standing))
  const returnsAccepted = tables.filter((table) => table.isDone).length
  const sums = { returnsLate: late + overdue, returnsAccepted, returnsOpen: tables.length - returnsAccepted }
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

/** One statement for all pilots: each sum is made once for the whole province, never once a pilot. */
const pilotRows = statement(
  {
    pilotId: uuid,
    parkId: uuid,
    parkName: text,
    countyId: uuid,
    countyName: text,
    countyScope: text,
    awardFen: bigint,
    committedFen: bigint,
    disbursedFen: bigint,
    spentFen: bigint,
    servicesPlanned: int,
    services: int,
    servicesCounted: int,
    findings: int,
  },
  (batchId: string | null) => sql`
    with work as (
      select pilot_id, sum(n)::int as n, sum(counted)::int as counted from pilot_service_counts group by pilot_id
    ), planned as (
      select distinct on (pilot_id) pilot_id, services_planned as quantity from baselines order by pilot_id, no desc
    ), doubts as (
      select coalesce(s.pilot_id, a.pilot_id) as pilot_id, count(*) as n from findings d
        join evidence v on v.id = d.evidence_id
        left join services s on s.id = v.service_id
        left join activities a on a.id = v.activity_id
       where not exists (select from evidence w where w.id in (d.evidence_id, d.other_evidence_id) and w.withdrawn_at is not null)
       group by 1
    )
    select p.id as "pilotId", p.park_id as "parkId", park.name as "parkName", p.county_id as "countyId", county.name as "countyName",
           county.scope as "countyScope",
           p.award_fen as "awardFen",
           coalesce(money.committed_fen, 0)::bigint as "committedFen", coalesce(money.disbursed_fen, 0)::bigint as "disbursedFen",
           coalesce(money.spent_fen, 0)::bigint as "spentFen", coalesce(planned.quantity, 0)::int as "servicesPlanned",
           coalesce(work.n, 0) as services, coalesce(work.counted, 0) as "servicesCounted",
           coalesce(doubts.n, 0)::int as findings
      from pilots p
      join units park on park.id = p.park_id
      join units county on county.id = p.county_id
      left join pilot_money money on money.pilot_id = p.id
      left join work on work.pilot_id = p.id
      left join planned on planned.pilot_id = p.id
      left join doubts on doubts.pilot_id = p.id
     where ${batchId}::uuid is null or p.batch_id = ${batchId}::uuid
     order by county.scope, ${inTheTree('park')}, p.id`,
)

type PilotRow = ResultRow<typeof pilotRows>
