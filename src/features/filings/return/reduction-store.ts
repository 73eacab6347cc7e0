import { type Insertable, sql } from 'kysely'
import { instant, numeric, text, uuid, wordsOf } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { type ResultRow, statement } from '../../../platform/database/statement.ts'
import type { ReturnLifts, ReturnReductions } from '../../../platform/database/types.ts'
import type { KeptReduction } from '../../../policy/returns/standing.ts'
import type { PeriodCode } from '../../../shared/periods.ts'

type Found = ResultRow<typeof reductionRows>
type Lift = { readonly period: PeriodCode; readonly reason: string; readonly byName: string; readonly at: Date }

/** A reduction with who made it in which table, and who lifted it in which. */
export type StoredReduction = KeptReduction &
  Pick<Found, 'id' | 'pilotId' | 'indicator' | 'accepted' | 'reason' | 'level' | 'bureau' | 'byName' | 'at'> & {
    readonly lift: Lift | null
  }

/** Every reduction ever made in the tables of some pilots, lifted ones too, in the order of their tables. */
export async function reductionsOf(tx: Tx, pilotIds: readonly string[]): Promise<StoredReduction[]> {
  if (pilotIds.length === 0) return []
  const rows = await reductionRows(tx, pilotIds)
  return rows.map(({ liftPeriod, liftReason, liftByName, liftAt, ...row }) => {
    const lifted = liftPeriod !== null && liftReason !== null && liftByName !== null && liftAt !== null
    return {
      ...row,
      lift: lifted ? { period: liftPeriod, reason: liftReason, byName: liftByName, at: liftAt } : null,
    }
  })
}

const reductionRows = statement(
  {
    id: uuid,
    pilotId: uuid,
    period: text,
    indicator: text,
    amount: numeric,
    accepted: numeric,
    reason: text,
    level: wordsOf('return_reductions.level'),
    bureau: wordsOf('return_reductions.bureau'),
    byName: text,
    at: instant,
    liftPeriod: text.nullable(),
    liftReason: text.nullable(),
    liftByName: text.nullable(),
    liftAt: instant.nullable(),
  },
  (pilotIds: readonly string[]) => sql`
    select d.id, h.pilot_id as "pilotId", h.period, d.indicator, d.amount, d.accepted_value as accepted, d.reason,
           d.level, d.bureau, a.name as "byName", o.given_at as at, lh.period as "liftPeriod", l.reason as "liftReason",
           la.name as "liftByName", lo.given_at as "liftAt"
      from return_heads h
      join return_reductions d on d.version_id = h.version_id
      join filing_opinions o on o.version_id = d.version_id and o.level = d.level and o.bureau = d.bureau
      join accounts a on a.id = o.account_id
      left join return_lifts l on l.reduction_id = d.id
      left join return_heads lh on lh.version_id = l.version_id
      left join filing_opinions lo on lo.version_id = l.version_id and lo.level = l.level and lo.bureau = l.bureau
      left join accounts la on la.id = lo.account_id
     where h.pilot_id = any(${pilotIds}::uuid[])
     order by h.pilot_id, h.period, d.indicator, o.given_at`,
)

/** What a judge alters: lifts first, so that a reduction is taken off what stands after them. */
export async function insertJudgment(
  tx: Tx,
  lifts: readonly Insertable<ReturnLifts>[],
  reductions: readonly Insertable<ReturnReductions>[],
): Promise<void> {
  if (lifts.length > 0)
    await tx
      .insertInto('returnLifts')
      .values([...lifts])
      .execute()
  if (reductions.length > 0)
    await tx
      .insertInto('returnReductions')
      .values([...reductions])
      .execute()
}
