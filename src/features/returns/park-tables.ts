import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connect.ts'
import type { Edition } from '../../policy/edition.ts'
import type { FilingState } from '../../policy/filing.ts'
import type { Quotient, TableRow } from '../../policy/merge.ts'
import { isAccepted, type ReturnState } from '../../policy/returns.ts'
import { type PeriodCode, periodDays } from '../../shared/periods.ts'
import { returnKind, stateOf } from './return-filing.ts'

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
  readonly state: ReturnState | null
  readonly submittedAt: Date | null
  readonly recordNo: string | null
  readonly rows: readonly TableRow[]
}

type Head = Omit<ParkTable, 'state' | 'rows'> & { filingState: FilingState | null; versionId: string | null }
type Row = Omit<TableRow, 'reduced' | 'parts'> & { versionId: string; reduced: boolean }
type Part = { versionId: string; indicator: string } & Record<`${'period' | 'year' | 'total'}${'Value' | 'Of'}`, number>

/** Every pilot of a batch inside the reader's scope with its table of a period, in three statements whatever their number. */
export async function tablesOf(
  tx: Tx,
  asked: { batchId: string; edition: Edition; period: PeriodCode; countyId?: string | undefined },
): Promise<ParkTable[]> {
  const heads = await headsOf(tx, asked.batchId, asked.period, asked.countyId ?? null)
  const versions = heads.flatMap(({ filingState, versionId }) =>
    filingState && versionId && isAccepted(stateOf(filingState)) ? [versionId] : [],
  )
  const rows = Map.groupBy(await rowsOf(tx, versions), (row) => row.versionId)
  const ratios = asked.edition.indicators.filter((rule) => rule.kind === 'ratio').map((rule) => rule.code)
  const parts = new Map((await partsOf(tx, versions, ratios, asked.period)).map((part) => [keyOf(part), part]))
  return heads.map(({ filingState, versionId, ...head }) => ({
    ...head,
    state: filingState && stateOf(filingState),
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

async function headsOf(tx: Tx, batchId: string, period: PeriodCode, countyId: string | null): Promise<Head[]> {
  const found = await sql<Head>`
    select p.id as "pilotId", park.name as "parkName", p.county_id as "countyId", county.name as "countyName",
           p.award_fen as "awardFen", coalesce(h.received_fen, 0)::bigint as "receivedFen",
           coalesce(h.spent_fen, 0)::bigint as "spentFen", f.id as "filingId", f.state as "filingState",
           f.record_no as "recordNo", v.submitted_at as "submittedAt", h.version_id as "versionId"
      from pilots p
      join units park on park.id = p.park_id
      join units county on county.id = p.county_id
      left join filings f on f.pilot_id = p.id and f.kind = ${returnKind} and f.period = ${period}
      left join filing_versions v on v.filing_id = f.id and v.no = f.version_no
      left join return_heads h on h.filing_id = f.id
     where p.batch_id = ${batchId} and (${countyId}::uuid is null or p.county_id = ${countyId}::uuid)
     order by p.scope`.execute(tx)
  return found.rows
}

async function rowsOf(tx: Tx, versions: readonly string[]): Promise<Row[]> {
  const found = await sql<Row>`
    select r.version_id as "versionId", r.indicator, r.target, r.period_value as "thisPeriod", r.year_value as "thisYear",
           coalesce(d.accepted_value, r.total_value) as accepted, d.accepted_value is not null as reduced
      from return_rows r
      left join return_reductions d on d.version_id = r.version_id and d.indicator = r.indicator
     where r.version_id = any(${[...versions]}::uuid[])
     order by r.version_id, r.position`.execute(tx)
  return found.rows
}

/** What a ratio is made of: the sums of its parts and wholes in the period, in its year, and from the beginning. */
async function partsOf(
  tx: Tx,
  versions: readonly string[],
  indicators: readonly string[],
  period: PeriodCode,
): Promise<Part[]> {
  const { from } = periodDays(period)
  const year = `${period.slice(0, 4)}-01-01`
  const found = await sql<Part>`
    select version_id as "versionId", indicator,
           coalesce(sum(value) filter (where day >= ${from}::date), 0) as "periodValue",
           coalesce(sum(of_value) filter (where day >= ${from}::date), 0) as "periodOf",
           coalesce(sum(value) filter (where day >= ${year}::date), 0) as "yearValue",
           coalesce(sum(of_value) filter (where day >= ${year}::date), 0) as "yearOf",
           sum(value) as "totalValue", coalesce(sum(of_value), 0) as "totalOf"
      from return_facts
     where version_id = any(${[...versions]}::uuid[]) and indicator = any(${[...indicators]})
     group by version_id, indicator`.execute(tx)
  return found.rows
}
