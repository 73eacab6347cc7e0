import { type Insertable, sql } from 'kysely'
import type { Tx } from '../../../platform/database/connect.ts'
import type { ReturnHeads, ReturnReductions } from '../../../platform/database/types.ts'
import type { FilingState } from '../../../policy/filings/filing.ts'
import type { RecordKind } from '../../../policy/records/measures.ts'
import type { IndicatorRow } from '../../../policy/returns/indicators.ts'
import type { ReturnFact } from '../../../policy/returns/return-facts.ts'
import type { Day } from '../../../shared/dates.ts'
import type { PeriodCode } from '../../../shared/periods.ts'

export const returnKind = 'target-table'

/** What was frozen of one submitted return, and what the county made of it. */
export type FrozenHead = {
  versionId: string
  filingId: string
  period: PeriodCode
  cutOff: Day
  baselineId: string
  previousId: string | null
  awardFen: number
  receivedFen: number
  spentFen: number
  countyName: string
  parkName: string
  parkUscc: string
  filledBy: string
  reviewedBy: string
}

export type FrozenRow = Omit<IndicatorRow, 'kind' | 'computed'> & {
  correction: number | null
  reason: string
  /** What the county reduced the total to, and why; null and empty where it did not. */
  reducedTo: number | null
  reductionReason: string
}

type NewHead = Omit<Insertable<ReturnHeads>, 'transactionId'>
type NewRow = Omit<FrozenRow, 'reducedTo' | 'reductionReason'>

/** Writes down a submitted return with the records behind it; from here on nobody changes it. */
export async function freezeReturn(
  tx: Tx,
  head: NewHead,
  rows: readonly NewRow[],
  facts: readonly ReturnFact[],
): Promise<void> {
  const { versionId, pilotId, period, scope } = head
  await tx.insertInto('returnHeads').values(head).execute()
  if (rows.length > 0) {
    const values = rows.map(({ thisPeriod, thisYear, total, ...row }, at) => ({
      versionId,
      pilotId,
      period,
      position: at + 1,
      indicator: row.indicator,
      unit: row.unit,
      baseline: row.baseline,
      target: row.target,
      yearTarget: row.yearTarget,
      periodValue: thisPeriod,
      yearValue: thisYear,
      totalValue: total,
      rate: row.rate,
      timeProgress: row.timeProgress,
      gap: row.gap,
      proofs: row.proofs,
      correction: row.correction,
      reason: row.reason,
      scope,
    }))
    await tx.insertInto('returnRows').values(values).execute()
  }
  // One statement however many: ten thousand records are no reason for ten thousand parameters.
  await sql`
    insert into return_facts (version_id, indicator, record_kind, record_id, day, value, of_value, subject, proofs, scope)
    select ${versionId}::uuid, f.indicator, f.kind, f."recordId", f.day, f.value, f.of, f.subject, f.proofs, ${scope}
      from jsonb_to_recordset(${JSON.stringify(facts)}::jsonb)
        as f(indicator text, kind text, "recordId" uuid, day date, value numeric, of numeric, subject text, proofs int)`.execute(
    tx,
  )
}

export async function headOf(tx: Tx, filingId: string): Promise<FrozenHead | null> {
  const found = await tx.selectFrom('returnHeads').selectAll().where('filingId', '=', filingId).executeTakeFirst()
  return found ?? null
}

export async function headById(tx: Tx, versionId: string): Promise<FrozenHead | null> {
  const found = await tx.selectFrom('returnHeads').selectAll().where('versionId', '=', versionId).executeTakeFirst()
  return found ?? null
}

/** The last return submitted for a period before this one. */
export async function headBefore(tx: Tx, pilotId: string, period: PeriodCode): Promise<FrozenHead | null> {
  const found = await tx
    .selectFrom('returnHeads')
    .selectAll()
    .where('pilotId', '=', pilotId)
    .where('period', '<', period)
    .orderBy('period', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found ?? null
}

export async function rowsOf(tx: Tx, versionId: string): Promise<FrozenRow[]> {
  return tx
    .selectFrom('returnRows as r')
    .leftJoin('acceptedReductions as d', (join) =>
      join.onRef('d.versionId', '=', 'r.versionId').onRef('d.indicator', '=', 'r.indicator'),
    )
    .select([
      'r.indicator',
      'r.unit',
      'r.baseline',
      'r.target',
      'r.yearTarget',
      'r.periodValue as thisPeriod',
      'r.yearValue as thisYear',
      'r.totalValue as total',
      'r.rate',
      'r.timeProgress',
      'r.gap',
      'r.proofs',
      'r.correction',
      'r.reason',
      'd.acceptedValue as reducedTo',
      (eb) => eb.fn.coalesce('d.reason', sql<string>`''`).as('reductionReason'),
    ])
    .where('r.versionId', '=', versionId)
    .orderBy('r.position')
    .execute()
}

/** The records that were frozen with a return; of one indicator, or of all. */
export async function factsOf(tx: Tx, versionId: string, indicator?: string): Promise<ReturnFact[]> {
  const rows = await tx
    .selectFrom('returnFacts')
    .select(['indicator', 'recordKind', 'recordId', 'day', 'value', 'ofValue', 'subject', 'proofs'])
    .where('versionId', '=', versionId)
    .$if(indicator !== undefined, (select) => select.where('indicator', '=', indicator as string))
    .execute()
  return rows.map(({ recordKind, ofValue, subject, ...row }) => ({
    ...row,
    kind: recordKind as RecordKind,
    ...(ofValue === null ? {} : { of: ofValue }),
    ...(subject === null ? {} : { subject }),
  }))
}

export async function insertReductions(tx: Tx, reductions: readonly Insertable<ReturnReductions>[]): Promise<void> {
  if (reductions.length > 0)
    await tx
      .insertInto('returnReductions')
      .values([...reductions])
      .execute()
}

/** Returns of a pilot that were opened, by period. */
export async function openedReturns(tx: Tx, pilotId: string) {
  return tx
    .selectFrom('filings as f')
    .leftJoin('filingVersions as v', (join) => join.onRef('v.filingId', '=', 'f.id').onRef('v.no', '=', 'f.versionNo'))
    .leftJoin('accounts as a', 'a.id', 'v.submittedBy')
    .select([
      'f.id as filingId',
      'f.period',
      'f.dueOn',
      'v.submittedAt',
      'a.name as submittedByName',
      'v.hash',
      sql<Date | null>`case when f.state in ('approved', 'recorded') then (select max(o.given_at) from filing_opinions o where o.version_id = v.id) end`.as(
        'acceptedAt',
      ),
      sql<FilingState>`f.state`.as('state'),
      sql<number>`(select count(*)::int from return_rows r where r.version_id = v.id and r.gap < 0)`.as('behind'),
      sql<number>`(select count(*)::int from accepted_reductions d where d.version_id = v.id)`.as('reduced'),
    ])
    .where('f.pilotId', '=', pilotId)
    .where('f.kind', '=', returnKind)
    .orderBy('f.period')
    .execute()
}
