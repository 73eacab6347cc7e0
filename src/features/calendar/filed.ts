import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connect.ts'
import type { FilingException } from '../../policy/deadlines.ts'
import type { Day } from '../../shared/dates.ts'

/** A filing that was begun. `filedOn`: the day of the first submission that was not taken back. */
export type Filed = {
  readonly filingId: string
  readonly batchId: string
  readonly unitId: string
  readonly kind: string
  readonly period: string
  readonly state: string
  readonly dueOn: Day
  readonly openedOn: Day
  readonly filedOn: Day | null
}

/** For a filing `f`. A version that nobody has spoken on and that is no longer the one under review was taken back. */
export const filedOn = sql<Day | null>`
  (select min(v.submitted_at at time zone 'Asia/Shanghai')::date from filing_versions v
    where v.filing_id = f.id
      and ((v.no = f.version_no and f.state in ('submitted', 'approved', 'recorded'))
        or exists (select from filing_opinions o where o.version_id = v.id)))`

const columns = sql`
  f.id as "filingId", f.batch_id as "batchId", f.unit_id as "unitId", f.kind, f.period, f.state, f.due_on as "dueOn",
  (f.opened_at at time zone 'Asia/Shanghai')::date as "openedOn", ${filedOn} as "filedOn"`

/** Which filings: `kind period` of what is owed on a day, and kinds that just happen. */
type Asked = {
  readonly batchId: string | undefined
  readonly dated: readonly string[]
  readonly happening: readonly string[]
}

/** Filings that were begun below a path, by what they are about. */
export async function filedBelow(tx: Tx, scope: string, asked: Asked): Promise<Map<string, Filed>> {
  const end = `${scope.slice(0, -1)}0`
  const found = await sql<Filed>`
    select ${columns} from filings f
     where f.scope >= ${scope} collate "C" and f.scope < ${end} collate "C"
       and (${asked.batchId ?? null}::uuid is null or f.batch_id = ${asked.batchId ?? null}::uuid)
       and (f.kind || ' ' || f.period = any(${[...asked.dated]}) or f.kind = any(${[...asked.happening]}))`.execute(tx)
  return new Map(found.rows.map((row) => [keyOf(row), row]))
}

export type About = {
  readonly batchId: string
  readonly unitId: string
  readonly kind: string
  readonly period: string
}

/** What a filing is about, as one text. */
export function keyOf({ batchId, unitId, kind, period }: About): string {
  return `${batchId} ${unitId} ${kind} ${period}`
}

export async function filedOnOf(tx: Tx, filingId: string): Promise<Day | null> {
  const found = await sql<{
    day: Day | null
  }>`select ${filedOn} as day from filings f where f.id = ${filingId}`.execute(tx)
  return found.rows[0]?.day ?? null
}

/** The exceptions that are open on a day, by what they are for. */
export async function openExceptions(tx: Tx, today: Day): Promise<Map<string, FilingException>> {
  const rows = await tx
    .selectFrom('filingExceptions')
    .select(['batchId', 'unitId', 'kind', 'period', 'until'])
    .where('until', '>=', today)
    .execute()
  return new Map(rows.map(({ until, ...of }) => [keyOf(of), { until }]))
}

/** The exception that is open for one filing on a day, or null. */
export async function openException(tx: Tx, of: About, today: Day): Promise<FilingException | null> {
  const found = await tx
    .selectFrom('filingExceptions')
    .select('until')
    .where('batchId', '=', of.batchId)
    .where('unitId', '=', of.unitId)
    .where('kind', '=', of.kind)
    .where('period', '=', of.period)
    .where('until', '>=', today)
    .executeTakeFirst()
  return found ?? null
}
