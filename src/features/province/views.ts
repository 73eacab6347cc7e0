import { sql } from 'kysely'
import type { z } from 'zod'
import type { Tx } from '../../platform/database/connect.ts'
import { workCalendar } from '../../platform/work-calendar.ts'
import { dueOn, isOver } from '../../policy/deadlines.ts'
import { batchPeriod, editionOf, returnPeriods } from '../../policy/edition.ts'
import { progressOfTime } from '../../policy/indicators.ts'
import { timeliness } from '../../policy/returns.ts'
import { type Day, dayOf } from '../../shared/dates.ts'
import type { Cadence } from '../../shared/periods.ts'
import type { Figures, showProvince } from './contract.ts'

type Province = z.input<typeof showProvince.reply>
type PilotRow = Omit<Figures, 'returnsLate' | 'returnsOpen' | 'returnsAccepted'> & {
  pilotId: string
  parkName: string
  countyId: string
  countyName: string
  edition: string
  firstYear: number
  planState: string
  returns: { period: string; state: string; submittedOn: Day | null }[]
}

/** Every pilot of the province by county: money, progress, returns. */
export async function showProvinceView(tx: Tx, batchId: string | undefined, now: Date): Promise<Province> {
  const today = dayOf(now)
  const batches = await tx
    .selectFrom('batches')
    .select(['id as batchId', 'name', 'edition', 'firstYear'])
    .orderBy('firstYear')
    .orderBy('name')
    .execute()
  const counties = new Map<string, Province['counties'][number]>()
  const owed = new Map<string, Owed[]>()
  for (const row of await pilotRows(tx, batchId)) {
    const batch = `${row.edition} ${row.firstYear}`
    const returns = owed.get(batch) ?? owedBy(row, today)
    owed.set(batch, returns)
    const figures = figuresOf(row, returns, today)
    const park = { ...figures, pilotId: row.pilotId, parkName: row.parkName, planState: row.planState }
    const known = counties.get(row.countyId)
    if (known) {
      add(known, park)
      known.parks.push(park)
    } else {
      const { countyId, countyName } = row
      counties.set(countyId, { ...figures, countyId, countyName, parks: [park] })
    }
  }
  const all = [...counties.values()]
  const totals = { ...nothing, pilots: all.reduce((sum, county) => sum + county.parks.length, 0), counties: all.length }
  for (const county of all) add(totals, county)
  const [only] = batchId ? batches.filter((batch) => batch.batchId === batchId) : batches.length === 1 ? batches : []
  return {
    batches: batches.map(({ batchId: id, name }) => ({ batchId: id, name })),
    cadences: cadencesOf(batches.filter((one) => batchId === undefined || one.batchId === batchId)),
    timeProgress: only ? progressOfTime(batchPeriod(editionOf(only.edition), only.firstYear), today) : null,
    totals,
    counties: all,
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

type Owed = { readonly period: string; readonly dueOn: Day }

/** The returns that every pilot of a batch owes by now, with the day each was due. */
function owedBy({ edition: id, firstYear }: Pick<PilotRow, 'edition' | 'firstYear'>, today: Day): Owed[] {
  const edition = editionOf(id)
  return returnPeriods(edition, firstYear)
    .filter((period) => isOver(period, today))
    .map((period) => ({ period, dueOn: dueOn(edition, firstYear, 'target-table', period, workCalendar) }))
}

/** A return is late when its day has gone by without it, or it came after; open while it is owed and not accepted. */
function figuresOf({ returns, ...row }: PilotRow, owed: readonly Owed[], today: Day): Figures {
  const sums = { returnsLate: 0, returnsOpen: 0, returnsAccepted: 0 }
  for (const { period, dueOn } of owed) {
    const filed = returns.find((one) => one.period === period)
    const { state } = timeliness(dueOn, filed?.submittedOn ?? null, today)
    if (state === 'overdue' || state === 'late') sums.returnsLate++
    if (filed?.state === 'approved' || filed?.state === 'recorded') sums.returnsAccepted++
    else sums.returnsOpen++
  }
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
async function pilotRows(tx: Tx, batchId: string | undefined): Promise<PilotRow[]> {
  const found = await sql<PilotRow>`
    with money as (
      select pilot_id,
             sum(balance_fen) filter (where key like 'line-committed:%' or key like 'line-spent:%') as committed,
             sum(balance_fen) filter (where key in ('in-transit', 'cash', 'payable', 'expenditure')) as disbursed,
             sum(balance_fen) filter (where key = 'expenditure') as spent
        from ledger_accounts group by pilot_id
    ), planned as (
      select l.pilot_id, sum(l.quantity) as quantity from fund_lines l join baselines b on b.id = l.baseline_id
       where not exists (select from baselines newer where newer.pilot_id = b.pilot_id and newer.no > b.no)
       group by l.pilot_id
    ), filed as (
      select f.pilot_id, jsonb_agg(jsonb_build_object('period', f.period, 'state', f.state,
               'submittedOn', (v.submitted_at at time zone 'Asia/Shanghai')::date)) as returns
        from filings f left join filing_versions v on v.filing_id = f.id and v.no = 1
       where f.kind = 'target-table' group by f.pilot_id
    ), doubts as (
      select coalesce(s.pilot_id, a.pilot_id) as pilot_id, count(*) as n from findings d
        join evidence v on v.id = d.evidence_id
        left join services s on s.id = v.service_id
        left join activities a on a.id = v.activity_id
       group by 1
    )
    select p.id as "pilotId", park.name as "parkName", p.county_id as "countyId", county.name as "countyName",
           b.edition, b.first_year as "firstYear", coalesce(plan.state, 'draft') as "planState", p.award_fen as "awardFen",
           coalesce(money.committed, 0)::bigint as "committedFen", coalesce(money.disbursed, 0)::bigint as "disbursedFen",
           coalesce(money.spent, 0)::bigint as "spentFen", coalesce(planned.quantity, 0)::int as "servicesPlanned",
           coalesce(work.n, 0) as services, coalesce(work.counted, 0) as "servicesCounted",
           coalesce(filed.returns, '[]') as returns, coalesce(doubts.n, 0)::int as findings
      from pilots p
      join batches b on b.id = p.batch_id
      join units park on park.id = p.park_id
      join units county on county.id = p.county_id
      left join filings plan on plan.pilot_id = p.id and plan.kind = 'plan'
      left join money on money.pilot_id = p.id
      left join pilot_service_counts work on work.pilot_id = p.id
      left join planned on planned.pilot_id = p.id
      left join filed on filed.pilot_id = p.id
      left join doubts on doubts.pilot_id = p.id
     where ${batchId ?? null}::uuid is null or p.batch_id = ${batchId ?? null}::uuid
     order by p.scope`.execute(tx)
  return found.rows
}
