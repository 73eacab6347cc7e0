import { sql } from 'kysely'
import { bigint, bool, day, instant, numeric, text, uuid, wordsOf } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { type ResultRow, statement } from '../../../platform/database/statement.ts'
import type { Edition } from '../../../policy/editions/edition.ts'
import type { FilingState } from '../../../policy/filings/filing.ts'
import type { Quotient, TableRow } from '../../../policy/returns/merge.ts'
import { isAccepted } from '../../../policy/returns/returns.ts'
import type { Day } from '../../../shared/dates.ts'
import { type PeriodCode, periodDays } from '../../../shared/periods.ts'
import { workCalendarOf } from '../../programme/rest-days/public.ts'
import { owedPeriods } from '../owed/public.ts'
import { returnKind } from './store.ts'

/** The table of one pilot for one period as far as it has come; rows only once the county has accepted it. Fen. */
export type ParkTable = {
  readonly pilotId: string
  readonly parkName: string
  readonly countyId: string
  readonly countyName: string
  readonly awardFen: number
  readonly receivedFen: number
  readonly spentFen: number
  readonly filingId: string | null
  readonly state: FilingState | null
  /** Whether it owes the table of this period at all: not one that it joined after, or could not make. */
  readonly isOwed: boolean
  readonly submittedAt: Date | null
  readonly recordNo: string | null
  readonly rows: readonly TableRow[]
}

type Part = ResultRow<typeof partsOf>

/** Every pilot of a batch inside the reader's scope with its table of a period, in three statements whatever their number. */
export async function tablesOf(
  tx: Tx,
  asked: {
    batchId: string
    edition: Edition
    firstYear: number
    period: PeriodCode
    today: Day
    countyId?: string | undefined
  },
): Promise<ParkTable[]> {
  const heads = await headsOf(tx, { ...asked, countyId: asked.countyId ?? null })
  const versions = heads.flatMap(({ filingState, versionId }) =>
    filingState && versionId && isAccepted(filingState) ? [versionId] : [],
  )
  const rows = Map.groupBy(await rowsOf(tx, versions), (row) => row.versionId)
  const ratios = asked.edition.indicators.filter((rule) => rule.kind === 'ratio').map((rule) => rule.code)
  const { from } = periodDays(asked.period)
  const year = `${asked.period.slice(0, 4)}-01-01`
  const parts = new Map(
    (await partsOf(tx, { versions, indicators: ratios, from, year })).map((part) => [keyOf(part), part]),
  )
  const duty = { batch: asked, kind: returnKind, period: asked.period } as const
  const calendar = await workCalendarOf(tx)
  return heads.map(({ filingState, versionId, admittedOn: joinedOn, planOn, ...head }) => ({
    ...head,
    state: filingState,
    isOwed:
      head.filingId !== null ||
      owedPeriods({ ...duty, joinedOn, pilots: [{ planOn }] }, calendar, asked.today).includes(asked.period),
    rows: (rows.get(versionId ?? '') ?? []).map(({ versionId: _, ...row }) => ({
      ...row,
      parts: ratios.includes(row.indicator) ? quotients(parts.get(`${versionId} ${row.indicator}`)) : null,
    })),
  }))
}

function keyOf({ versionId, indicator }: Part): string {
  return `${versionId} ${indicator}`
}

const nothing: Quotient = { value: 0, of: 0 }

function quotients(part: Part | undefined): NonNullable<TableRow['parts']> {
  if (!part) return { period: nothing, year: nothing, total: nothing }
  return {
    period: { value: part.periodValue, of: part.periodOf },
    year: { value: part.yearValue, of: part.yearOf },
    total: { value: part.totalValue, of: part.totalOf },
  }
}

type TableKey = { readonly batchId: string; readonly period: PeriodCode; readonly countyId: string | null }

const headsOf = statement(
  {
    pilotId: uuid,
    parkName: text,
    countyId: uuid,
    countyName: text,
    awardFen: bigint,
    receivedFen: bigint,
    spentFen: bigint,
    admittedOn: day,
    planOn: day.nullable(),
    filingId: uuid.nullable(),
    filingState: wordsOf('filings.state').nullable(),
    recordNo: text.nullable(),
    submittedAt: instant.nullable(),
    versionId: uuid.nullable(),
  },
  ({ batchId, period, countyId }: TableKey) => sql`
    select p.id as "pilotId", park.name as "parkName", p.county_id as "countyId", county.name as "countyName",
           p.award_fen as "awardFen", coalesce(h.received_fen, 0)::bigint as "receivedFen",
           coalesce(h.spent_fen, 0)::bigint as "spentFen", p.admitted_on as "admittedOn", b.in_force_from as "planOn", f.id as "filingId", f.state as "filingState",
           f.record_no as "recordNo", v.submitted_at as "submittedAt", h.version_id as "versionId"
      from pilots p
      join units park on park.id = p.park_id
      join units county on county.id = p.county_id
      left join baselines b on b.pilot_id = p.id and b.no = 1
      left join filings f on f.pilot_id = p.id and f.kind = ${returnKind} and f.period = ${period}
      left join filing_versions v on v.filing_id = f.id and v.no = f.version_no
      left join return_heads h on h.filing_id = f.id
     where p.batch_id = ${batchId} and (${countyId}::uuid is null or p.county_id = ${countyId}::uuid)
     order by p.scope`,
)

const rowsOf = statement(
  {
    versionId: uuid,
    indicator: text,
    target: numeric,
    thisPeriod: numeric.nullable(),
    thisYear: numeric.nullable(),
    accepted: numeric.nullable(),
    reduced: bool,
  },
  (versions: readonly string[]) => sql`
    select r.version_id as "versionId", r.indicator, r.target, r.period_value as "thisPeriod", r.year_value as "thisYear",
           coalesce(d.accepted_value, r.total_value) as accepted, d.accepted_value is not null as reduced
      from return_rows r
      left join accepted_reductions d on d.version_id = r.version_id and d.indicator = r.indicator
     where r.version_id = any(${versions}::uuid[])
     order by r.version_id, r.position`,
)

type Cut = {
  readonly versions: readonly string[]
  readonly indicators: readonly string[]
  readonly from: Day
  readonly year: Day
}

/** What a ratio is made of: the sums of its parts and wholes in the period, in its year, and from the beginning. */
const partsOf = statement(
  {
    versionId: uuid,
    indicator: text,
    periodValue: numeric,
    periodOf: numeric,
    yearValue: numeric,
    yearOf: numeric,
    totalValue: numeric,
    totalOf: numeric,
  },
  ({ versions, indicators, from, year }: Cut) => sql`
    select version_id as "versionId", indicator,
           coalesce(sum(value) filter (where day >= ${from}::date), 0) as "periodValue",
           coalesce(sum(of_value) filter (where day >= ${from}::date), 0) as "periodOf",
           coalesce(sum(value) filter (where day >= ${year}::date), 0) as "yearValue",
           coalesce(sum(of_value) filter (where day >= ${year}::date), 0) as "yearOf",
           sum(value) as "totalValue", coalesce(sum(of_value), 0) as "totalOf"
      from return_facts
     where version_id = any(${versions}::uuid[]) and indicator = any(${indicators})
     group by version_id, indicator`,
)
