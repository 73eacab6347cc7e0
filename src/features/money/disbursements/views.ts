import { sql } from 'kysely'
import type { z } from 'zod'
import { bigint, bool, day, instant, int, text, uuid } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { byBatch, byName, newestBatchFirst, type Ordinals, orderOf } from '../../../platform/database/ordered.ts'
import { statement } from '../../../platform/database/statement.ts'
import { editionOf } from '../../../policy/editions/edition.ts'
import { filingClause } from '../../../policy/money/disbursement-filing.ts'
import type { Disbursement, listDisbursements } from './contract.ts'

type Search = z.output<typeof listDisbursements.search>
const ordinals: Ordinals<Search> = {
  parkName: byName('u.name'),
  countyName: sql`c.scope`,
  batchName: byBatch,
  trancheNo: sql`t.no`,
  amountFen: sql`t.amount_fen`,
  voucherNo: byName('t.voucher_no'),
  paidOn: sql`t.paid_on`,
  filing: byName('f.number'),
}

/** No page: all of them. */
type Page = { readonly sort?: Search['sort']; readonly limit: number; readonly offset: number }
export type Filters = { readonly batchId?: string | undefined; readonly filed?: 'yes' | 'no' | undefined }

const paidTranches = statement(
  {
    pilotId: uuid,
    trancheNo: int,
    batchName: text,
    countyName: text,
    parkName: text,
    parkUscc: text,
    amountFen: bigint.nullsExcluded(),
    voucherNo: text.nullsExcluded(),
    paidOn: day.nullsExcluded(),
    received: bool,
    number: text.nullable(),
    name: text.nullable(),
    filedOn: day.nullable(),
    byName: text.nullable(),
    at: instant.nullable(),
    total: int,
  },
  ({ batchId, filed, page }: { batchId: string | null; filed: 'yes' | 'no' | null; page: Page | null }) => sql`
    select t.pilot_id as "pilotId", t.no as "trancheNo", b.name as "batchName", c.name as "countyName", u.name as "parkName",
           coalesce(u.uscc, '') as "parkUscc", t.amount_fen as "amountFen", t.voucher_no as "voucherNo", t.paid_on as "paidOn",
           t.state = 'received' as received, f.number, f.name, f.filed_on as "filedOn", f.by_name as "byName", f.recorded_at as at,
           (count(*) over ())::int as total
      from tranches t
      join pilots p on p.id = t.pilot_id
      join batches b on b.id = p.batch_id
      join units u on u.id = p.park_id
      join units c on c.id = p.county_id
      left join lateral (
        select d.number, d.name, d.filed_on, d.recorded_at, a.name as by_name
          from disbursement_filings d join accounts a on a.id = d.recorded_by
         where d.tranche_id = t.id and not exists (select from ledger_entries r where r.reverses = d.payment)
         order by d.recorded_at desc, d.id desc limit 1) f on true
     where t.state in ('released', 'received')
       and (${batchId}::uuid is null or b.id = ${batchId}::uuid)
       and (${filed}::text is null or (f.number is not null) = (${filed}::text = 'yes'))
     order by ${orderOf(ordinals, page?.sort, sql`t.paid_on desc, c.scope, ${byName('u.name')}, t.no, t.id`)}
     limit ${page?.limit ?? null} offset ${page?.offset ?? 0}`,
  [
    { batchId: null, filed: null, page: null },
    { batchId: null, filed: null, page: { sort: '-batchName', limit: 50, offset: 0 } },
  ],
)

/** Tranches in scope that were paid, the latest payment first unless asked otherwise, with the filing of that very payment. */
export async function disbursementsOf(
  tx: Tx,
  { batchId, filed }: Filters,
  page: Page | null = null,
): Promise<{ disbursements: Disbursement[]; total: number }> {
  const found = await paidTranches(tx, { batchId: batchId ?? null, filed: filed ?? null, page })
  const disbursements = found.map(({ number, name, filedOn, byName: filer, at, total: _, ...row }) => {
    if (number === null || at === null) return { ...row, filing: null }
    const filing = { number, name: name ?? '', filedOn: filedOn ?? '', byName: filer ?? '', at: at.toISOString() }
    return { ...row, filing }
  })
  return { disbursements, total: found[0]?.total ?? 0 }
}

/** Batches with a pilot in scope, for the filter, the newest first. */
export async function batchesInScope(tx: Tx) {
  return tx
    .selectFrom('pilots as p')
    .innerJoin('batches as b', 'b.id', 'p.batchId')
    .select(['b.id as batchId', 'b.name'])
    .where('p.standing', '=', false)
    .groupBy('b.id')
    .orderBy(newestBatchFirst)
    .execute()
}

const unfiledPayments = statement(
  { pilotId: uuid, parkName: text, batchName: text, edition: text, no: int, since: instant.nullsExcluded() },
  () => sql`
    select t.pilot_id as "pilotId", u.name as "parkName", b.name as "batchName", b.edition, t.no, t.released_at as since
      from tranches t join pilots p on p.id = t.pilot_id join batches b on b.id = p.batch_id
      join units u on u.id = p.park_id and u.kind = 'park'
     where t.state in ('released', 'received')
       and not exists (
         select from disbursement_filings d
          where d.tranche_id = t.id and not exists (select from ledger_entries r where r.reverses = d.payment))
     order by t.released_at`,
)

/** Payments whose filing number is missing, for the inbox. */
export async function unfiledDisbursements(tx: Tx) {
  const found = await unfiledPayments(tx)
  return found.map(({ edition, pilotId, parkName, batchName, no, since }) => {
    const clause = filingClause(editionOf(edition))
    return { pilotId, parkName, batchName, no, since, clause }
  })
}
