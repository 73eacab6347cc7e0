import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { instant } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { statement } from '../../../platform/database/statement.ts'
import { type Day, dayOf, programmeZone } from '../../../shared/dates.ts'

/**
 * Whether version `v` of filing `f` stands as a submission. One that nobody has spoken on (`spokenOn`) and that is no longer
 * the one under review was taken back.
 */
export function stands(spokenOn: RawBuilder<SqlBool>): RawBuilder<SqlBool> {
  return sql<SqlBool>`((v.no = f.version_no and f.state in ('submitted', 'approved', 'recorded')) or ${spokenOn})`
}

/** The day, where the programme is, of a moment. */
export function dayIn(moment: RawBuilder<Date | null>): RawBuilder<Day | null> {
  return sql<Day | null>`(${moment} at time zone ${sql.lit(programmeZone)})::date`
}

/** The moment at which a filing `f` was filed: that of its first submission that was not taken back; the database keeps it. */
export const filedAt = sql<Date | null>`f.filed_at`

/** The day of it. */
export const filedOn = dayIn(filedAt)

const momentOfFiling = statement(
  { at: instant.nullable() },
  (filingId: string) => sql`select ${filedAt} as at from filings f where f.id = ${filingId}`,
)

/** When one filing was filed; null while it was not. */
export async function filedAtOf(tx: Tx, filingId: string): Promise<Date | null> {
  const [found] = await momentOfFiling(tx, filingId)
  return found?.at ?? null
}

/** The day of it. */
export async function filedOnOf(tx: Tx, filingId: string): Promise<Day | null> {
  const at = await filedAtOf(tx, filingId)
  return at && dayOf(at)
}
