import { type RawBuilder, sql } from 'kysely'
import { bigint, bool, day, int, text } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { statement } from '../../../platform/database/statement.ts'
import type { Records } from '../../../policy/records/records.ts'
import type { Day } from '../../../shared/dates.ts'

type Asked = { readonly pilotId: string; readonly days: readonly Day[] }

/** The last of the days that a day reaches; before all of them, one before all of them. */
function reached(column: RawBuilder<unknown>, { days }: Asked): RawBuilder<unknown> {
  const all = sql`${days}::date[]`
  return sql`case when ${column} is not null then coalesce((${all})[width_bucket(${column}, ${all})], '0001-01-01'::date) end`
}

const sample: Asked = { pilotId: '', days: ['2026-01-01'] }

/** One row for all that no figure can tell apart: by enterprise and day, by delivery and confirmation, by contract, by rating. */
const sums = statement(
  {
    uscc: text.nullable(),
    cancelled: bool.nullable(),
    countedOn: day.nullable(),
    signedOn: day.nullable(),
    priceFen: int.nullable(),
    deliveredOn: day.nullable(),
    confirmedOn: day.nullable(),
    rating: int.nullable(),
    proofs: int,
    times: int,
  },
  (asked: Asked) => sql`
    with m as materialized (
      select enterprise_id, cancelled, rating, proofs, sign(price_fen - market_price_fen)::int as dearer,
             ${reached(sql`counted_on`, asked)} as counted_on, ${reached(sql`signed_on`, asked)} as signed_on,
             ${reached(sql`delivered_on`, asked)} as delivered_on, ${reached(sql`confirmed_on`, asked)} as confirmed_on
        from measured_services where pilot_id = ${asked.pilotId})
    select e.uscc, g.cancelled, g.counted_on as "countedOn", g.signed_on as "signedOn", g.dearer as "priceFen",
           g.delivered_on as "deliveredOn", g.confirmed_on as "confirmedOn", g.rating, g.proofs, g.times
      from (
        select enterprise_id, counted_on, cancelled, signed_on, dearer, delivered_on, confirmed_on, rating,
               sum(proofs)::int as proofs, count(*)::int as times
          from m
         group by grouping sets (
           (enterprise_id, counted_on), (cancelled, signed_on, dearer), (delivered_on, confirmed_on), (confirmed_on, rating))) g
      left join pilot_enterprises e on e.id = g.enterprise_id`,
  [sample],
)

/** A price is told by whether it is above the market's, which is all that is asked of it. */
export async function summedServices(tx: Tx, pilotId: string, days: readonly Day[]): Promise<Records['services']> {
  const rows = await sums(tx, { pilotId, days })
  return rows.map(({ uscc, cancelled, priceFen, ...row }, at) => ({
    ...row,
    id: String(at),
    uscc: uscc ?? '',
    kind: '',
    cancelled: cancelled ?? false,
    priceFen,
    marketPriceFen: priceFen === null ? null : 0,
    confirmationId: row.rating === null ? null : String(at),
  }))
}

const paid = statement(
  { kind: text, paidOn: day, provincialFen: bigint, times: int },
  (asked: Asked) => sql`
    select service_kind as kind, ${reached(sql`paid_on`, asked)} as "paidOn", sum(provincial_fen)::bigint as "provincialFen",
           count(*)::int as times
      from payments where pilot_id = ${asked.pilotId} and state in ('paid', 'returned') and provincial_fen > 0
     group by 1, 2
     union all
    select p.service_kind, ${reached(sql`r.returned_on`, asked)}, -sum(p.provincial_fen)::bigint, count(*)::int
      from payment_reversals r join payments p on p.id = r.payment_id
     where r.pilot_id = ${asked.pilotId} and r.kind = 'returned' and p.provincial_fen > 0
     group by 1, 2`,
  [sample],
)

export async function summedPayments(tx: Tx, pilotId: string, days: readonly Day[]): Promise<Records['payments']> {
  const rows = await paid(tx, { pilotId, days })
  return rows.map((row, at) => ({ ...row, id: String(at) }))
}
