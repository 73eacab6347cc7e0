import { sql } from 'kysely'
import { bigint, day, instant, int, numeric, text, uuid, wordsOf } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { statement } from '../../../platform/database/statement.ts'
import type { Edition } from '../../../policy/editions/edition.ts'
import type { FilingState } from '../../../policy/filings/filing.ts'
import type { TableRow } from '../../../policy/returns/merge.ts'
import { standingIn } from '../../../policy/returns/standing.ts'
import type { Day } from '../../../shared/dates.ts'
import type { PeriodCode } from '../../../shared/periods.ts'
import { workCalendarOf } from '../../programme/rest-days/public.ts'
import { owedPeriods } from '../owed/public.ts'
import { reductionsOf } from './reduction-store.ts'
import { standingRow } from './row-views.ts'
import { partsOf, returnKind, rowsByVersion } from './store.ts'

/** The table of one pilot for one period as far as it has come. Fen. */
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
  /** The day its filing was opened with; null while nobody has begun. */
  readonly dueOn: Day | null
  readonly submittedAt: Date | null
  readonly recordNo: string | null
  /** What was submitted last; null before that. */
  readonly versionId: string | null
}

/** Every pilot of a batch inside the reader's scope with its table of a period, in a few statements whatever their number. */
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
  const duty = { batch: asked, kind: returnKind, period: asked.period } as const
  const calendar = await workCalendarOf(tx)
  return heads.map(({ filingState, admittedOn: joinedOn, planOn, ...head }) => ({
    ...head,
    state: filingState,
    isOwed:
      head.filingId !== null ||
      owedPeriods({ ...duty, joinedOn, pilots: [{ planOn }] }, calendar, asked.today).includes(asked.period),
  }))
}

/** Rows of accepted tables by the column of the merged table that they go into. */
export type RowsByColumn = ReadonlyMap<string, readonly TableRow[]>

/**
 * The rows of accepted tables: those in which nothing stands reduced are summed by column where they lie, the others are made one by
 * one after what stands against them.
 */
export async function acceptedRows(
  tx: Tx,
  { edition, period }: { readonly edition: Edition; readonly period: PeriodCode },
  accepted: readonly ParkTable[],
  columnOf: (park: ParkTable) => string,
): Promise<RowsByColumn> {
  const all = await reductionsOf(
    tx,
    accepted.map(({ pilotId }) => pilotId),
  )
  const reductions = Map.groupBy(standingIn(period, all), ({ pilotId }) => pilotId)
  const tables = accepted.flatMap((park) => {
    const { versionId, pilotId } = park
    return versionId === null ? [] : [{ versionId, column: columnOf(park), standing: reductions.get(pilotId) ?? [] }]
  })
  const [reduced, whole] = [tables.filter(isReduced), tables.filter((table) => !isReduced(table))]
  const frozen = await rowsByVersion(
    tx,
    reduced.map(({ versionId }) => versionId),
  )
  const byColumn = new Map<string, TableRow[]>()
  const put = (column: string, row: TableRow) => {
    const rows = byColumn.get(column) ?? []
    rows.push(row)
    byColumn.set(column, rows)
  }
  for (const { versionId, column, standing } of reduced) {
    for (const row of frozen.get(versionId) ?? []) {
      const { left } = standingRow(edition, period, row, standing)
      put(column, { indicator: row.indicator, target: row.target, parts: left })
    }
  }
  for (const row of await summedRows(tx, whole)) {
    const { column, indicator, target, tables: many, weighedTarget } = row
    put(column, { indicator, target, parts: partsOf(row), summed: { tables: many, weighedTarget } })
  }
  return byColumn
}

function isReduced({ standing }: { readonly standing: readonly unknown[] }): boolean {
  return standing.length > 0
}

type Placed = { readonly versionId: string; readonly column: string }

/** Of a row without records only the target counts; a part without a whole is of none. */
const summedRows = statement(
  {
    column: text,
    indicator: text,
    tables: int,
    target: numeric,
    weighedTarget: numeric,
    periodValue: numeric.nullable(),
    yearValue: numeric.nullable(),
    totalValue: numeric.nullable(),
    periodOf: numeric.nullable(),
    yearOf: numeric.nullable(),
    totalOf: numeric.nullable(),
  },
  (tables: readonly Placed[]) => sql`
    select c."column", r.indicator, count(*)::int as tables, sum(r.target) as target,
           coalesce(sum(r.target * r.total_of), 0) as "weighedTarget", sum(r.period_value) as "periodValue",
           sum(r.year_value) as "yearValue", sum(r.total_value) as "totalValue", sum(r.period_of) as "periodOf",
           sum(r.year_of) as "yearOf", sum(r.total_of) as "totalOf"
      from unnest(${tables.map(({ versionId }) => versionId)}::uuid[], ${tables.map(({ column }) => column)}::text[]) c(version_id, "column")
      join return_rows r on r.version_id = c.version_id
     group by c."column", r.indicator`,
  [[]],
)

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
    dueOn: day.nullable(),
    submittedAt: instant.nullable(),
    versionId: uuid.nullable(),
  },
  ({ batchId, period, countyId }: TableKey) => sql`
    select p.id as "pilotId", park.name as "parkName", p.county_id as "countyId", county.name as "countyName",
           p.award_fen as "awardFen", coalesce(h.received_fen, 0)::bigint as "receivedFen",
           coalesce(h.spent_fen, 0)::bigint as "spentFen", p.admitted_on as "admittedOn", b.in_force_from as "planOn", f.id as "filingId", f.state as "filingState",
           f.record_no as "recordNo", f.due_on as "dueOn", v.submitted_at as "submittedAt", h.version_id as "versionId"
      from pilots p
      join units park on park.id = p.park_id and park.kind = 'park'
      join units county on county.id = p.county_id
      left join baselines b on b.pilot_id = p.id and b.no = 1
      left join filings f on f.pilot_id = p.id and f.kind = ${returnKind} and f.period = ${period}
      left join filing_versions v on v.filing_id = f.id and v.no = f.version_no
      left join return_heads h on h.filing_id = f.id
     where p.batch_id = ${batchId} and (${countyId}::uuid is null or p.county_id = ${countyId}::uuid)
     order by county.scope, park.name_ordinal, p.id`,
)
