import { type Insertable, type Selectable, sql } from 'kysely'
import type { Tx } from '../../../platform/database/connect.ts'
import type { ReturnHeads, ReturnRows } from '../../../platform/database/types.ts'
import type { FilingState } from '../../../policy/filings/filing.ts'
import type { RecordKind } from '../../../policy/records/records.ts'
import type { IndicatorRow } from '../../../policy/returns/indicators.ts'
import type { ReturnFact } from '../../../policy/returns/return-facts.ts'
import type { Part, Spans } from '../../../policy/returns/standing.ts'
import type { Day } from '../../../shared/dates.ts'
import type { PeriodCode } from '../../../shared/periods.ts'

export const returnKind = 'target-table'

/** What was frozen of one submitted return. */
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

/** What was frozen of one row: what its records made then, before any reduction. */
export type FrozenRow = Pick<
  IndicatorRow,
  | 'indicator'
  | 'unit'
  | 'baseline'
  | 'target'
  | 'yearTarget'
  | 'timeProgress'
  | 'proofs'
  | 'decimals'
  | 'signed'
  | 'parts'
> & {
  readonly correction: number | null
  readonly reason: string
}

type NewHead = Omit<Insertable<ReturnHeads>, 'transactionId'>

/** Writes down a submitted return with the records behind it; from here on nobody changes it. */
export async function freezeReturn(
  tx: Tx,
  head: NewHead,
  rows: readonly FrozenRow[],
  facts: readonly ReturnFact[],
): Promise<void> {
  const { versionId, pilotId, period, scope } = head
  await tx.insertInto('returnHeads').values(head).execute()
  if (rows.length > 0) {
    const values = rows.map(({ parts, ...row }, at) => ({
      versionId,
      pilotId,
      period,
      position: at + 1,
      indicator: row.indicator,
      unit: row.unit,
      baseline: row.baseline,
      target: row.target,
      yearTarget: row.yearTarget,
      periodValue: parts?.period.value ?? null,
      yearValue: parts?.year.value ?? null,
      totalValue: parts?.total.value ?? null,
      periodOf: parts?.period.of ?? null,
      yearOf: parts?.year.of ?? null,
      totalOf: parts?.total.of ?? null,
      decimals: row.decimals,
      signed: row.signed,
      timeProgress: row.timeProgress,
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

/** Rows of some frozen returns by their version, in the order of each table. */
export async function rowsByVersion(tx: Tx, versionIds: readonly string[]): Promise<Map<string, FrozenRow[]>> {
  if (versionIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('returnRows')
    .selectAll()
    .where('versionId', 'in', versionIds)
    .orderBy('versionId')
    .orderBy('position')
    .execute()
  const byVersion = new Map<string, FrozenRow[]>()
  for (const row of rows) {
    const {
      indicator,
      unit,
      baseline,
      target,
      yearTarget,
      timeProgress,
      proofs,
      decimals,
      signed,
      correction,
      reason,
    } = row
    const frozen = {
      indicator,
      unit,
      baseline,
      target,
      yearTarget,
      timeProgress,
      proofs,
      decimals,
      signed,
      correction,
      reason,
    }
    const own = byVersion.get(row.versionId) ?? []
    own.push({ ...frozen, parts: partsOf(row) })
    byVersion.set(row.versionId, own)
  }
  return byVersion
}

export async function rowsOf(tx: Tx, versionId: string): Promise<FrozenRow[]> {
  return (await rowsByVersion(tx, [versionId])).get(versionId) ?? []
}

type Kept = Pick<Selectable<ReturnRows>, 'periodValue' | 'yearValue' | 'totalValue' | 'periodOf' | 'yearOf' | 'totalOf'>

export function partsOf({ periodValue, yearValue, totalValue, periodOf, yearOf, totalOf }: Kept): Spans<Part> | null {
  if (periodValue === null || yearValue === null || totalValue === null) return null
  return {
    period: { value: periodValue, of: periodOf },
    year: { value: yearValue, of: yearOf },
    total: { value: totalValue, of: totalOf },
  }
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
      'v.id as versionId',
    ])
    .where('f.pilotId', '=', pilotId)
    .where('f.kind', '=', returnKind)
    .orderBy('f.period')
    .execute()
}
