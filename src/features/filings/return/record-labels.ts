import { sql } from 'kysely'
import { bigint, bool, int, text, uuid, wordsOf } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { type ResultRow, statement } from '../../../platform/database/statement.ts'
import type { RecordKind } from '../../../policy/records/records.ts'
import type { Text } from '../../../shared/words.ts'
import { joined, kindName, type Labels, same, told, yuanOf } from './label-texts.ts'
import { activities, agencies, diagnoses, filings, practices, registerEntries, tranches } from './other-labels.ts'
import { words } from './words.ts'

/** Labels of records of one kind, by id, in one statement. */
export function labelsOf(tx: Tx, kind: RecordKind, ids: readonly string[]): Promise<Labels> {
  switch (kind) {
    case 'diagnosis':
      return diagnoses(tx, ids)
    case 'activity':
      return activities(tx, ids)
    case 'agency':
      return agencies(tx, ids)
    case 'tranche':
      return tranches(tx, ids)
    case 'filing':
      return filings(tx, ids)
    case 'practice':
      return practices(tx, ids)
    case 'register-entry':
      return registerEntries(tx, ids)
    default:
      return onServices(tx, kind, ids)
  }
}

type OnService = Exclude<
  RecordKind,
  'diagnosis' | 'activity' | 'agency' | 'tranche' | 'filing' | 'practice' | 'register-entry'
>

type Row = ResultRow<typeof recordsOn>

const columns: Readonly<Record<OnService, string>> = {
  service: 's.id',
  contract: 's.id',
  confirmation: 'k.id',
  payment: 'y.record_id',
}

const recordsOn = statement(
  {
    recordId: uuid,
    serviceId: uuid,
    no: text,
    kind: wordsOf('services.service_kind'),
    enterprise: text,
    contractNo: text.nullable(),
    priceFen: bigint.nullable(),
    marketFen: bigint.nullable(),
    rating: int.nullable(),
    payee: text.nullable(),
    receiptNo: text.nullable(),
    isReturn: bool.nullable(),
  },
  ({ kind, ids }: { kind: OnService; ids: readonly string[] }) => sql`
    select ${sql.ref(columns[kind])} as "recordId", s.id as "serviceId", s.no, s.service_kind as kind, e.name as enterprise,
           c.contract_no as "contractNo", c.price_fen as "priceFen", p.market_price_fen as "marketFen", k.rating,
           y.payee_name as payee, y.receipt_no as "receiptNo", y.is_return as "isReturn"
      from services s
      join pilot_enterprises e on e.id = s.enterprise_id
      left join contracts c on c.service_id = s.id
      left join products p on p.id = c.product_id
      left join confirmations k on k.service_id = s.id and k.verdict = 'confirmed'
      left join (
        select id as record_id, service_id, payee_name, receipt_no, false as is_return from payments where id = any(${ids}::uuid[])
        union all
        select r.id, p.service_id, p.payee_name, r.receipt_no, true
          from payment_reversals r join payments p on p.id = r.payment_id where r.id = any(${ids}::uuid[])) y on y.service_id = s.id
     where ${sql.ref(columns[kind])} = any(${ids}::uuid[])`,
  (['service', 'confirmation', 'payment'] as const).map((kind) => ({ kind, ids: [] })),
)

/** Records that hang on a service are named by it and found on its page. */
async function onServices(tx: Tx, kind: OnService, ids: readonly string[]): Promise<Labels> {
  const found = await recordsOn(tx, { kind, ids })
  return new Map(
    found.map((row) => [
      row.recordId,
      {
        title: joined(same(row.no), same(row.enterprise)),
        detail: details[kind](row),
        href: `/services/${row.serviceId}`,
      },
    ]),
  )
}

const details: Readonly<Record<OnService, (row: Row) => Text>> = {
  service: ({ kind }) => kindName(kind),
  contract: ({ contractNo, priceFen, marketFen }) =>
    joined(same(contractNo ?? ''), told(words.priceAgainst, yuanOf(priceFen), yuanOf(marketFen))),
  confirmation: ({ kind, rating }) => joined(kindName(kind), told(words.rated, rating ?? 0)),
  payment: ({ payee, receiptNo, isReturn }) =>
    joined(same(payee ?? ''), told(isReturn ? words.returnNo : words.receiptNo, receiptNo ?? '')),
}
