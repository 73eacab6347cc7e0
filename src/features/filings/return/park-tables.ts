import { sql } from 'kysely'
import { bigint, day, instant, text, uuid, wordsOf } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { byName } from '../../../platform/database/ordered.ts'
import { statement } from '../../../platform/database/statement.ts'
import type { Edition } from '../../../policy/editions/edition.ts'
import type { FilingState } from '../../../policy/filings/filing.ts'
import type { TableRow } from '../../../policy/returns/merge.ts'
import { isAccepted } from '../../../policy/returns/returns.ts'
import type { Day } from '../../../shared/dates.ts'
import type { PeriodCode } from '../../../shared/periods.ts'
import { workCalendarOf } from '../../programme/rest-days/public.ts'
import { owedPeriods } from '../owed/public.ts'
import { reductionsOf } from './reduction-store.ts'
import { standingRow } from './row-views.ts'
import { returnKind, rowsByVersion } from './store.ts'

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
  /** The day its filing was opened with; null while nobody has begun. */
  readonly dueOn: Day | null
  readonly submittedAt: Date | null
  readonly recordNo: string | null
  readonly rows: readonly TableRow[]
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
  const { edition, period } = asked
  const accepted = heads.filter(({ filingState }) => filingState && isAccepted(filingState))
  const rows = await rowsByVersion(
    tx,
    accepted.flatMap(({ versionId }) => versionId ?? []),
  )
  const reductions = await reductionsOf(
    tx,
    accepted.map(({ pilotId }) => pilotId),
  )
  const ofPilot = Map.groupBy(reductions, (one) => one.pilotId)
  const duty = { batch: asked, kind: returnKind, period: asked.period } as const
  const calendar = await workCalendarOf(tx)
  return heads.map(({ filingState, versionId, admittedOn: joinedOn, planOn, ...head }) => ({
    ...head,
    state: filingState,
    isOwed:
      head.filingId !== null ||
      owedPeriods({ ...duty, joinedOn, pilots: [{ planOn }] }, calendar, asked.today).includes(asked.period),
    rows: (rows.get(versionId ?? '') ?? []).map((row): TableRow => {
      const { left } = standingRow(edition, period, row, ofPilot.get(head.pilotId) ?? [])
      return { indicator: row.indicator, target: row.target, parts: left }
    }),
  }))
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
      join units park on park.id = p.park_id
      join units county on county.id = p.county_id
      left join baselines b on b.pilot_id = p.id and b.no = 1
      left join filings f on f.pilot_id = p.id and f.kind = ${returnKind} and f.period = ${period}
      left join filing_versions v on v.filing_id = f.id and v.no = f.version_no
      left join return_heads h on h.filing_id = f.id
     where p.batch_id = ${batchId} and (${countyId}::uuid is null or p.county_id = ${countyId}::uuid)
     order by county.scope, ${byName('park.name')}, p.id`,
)
