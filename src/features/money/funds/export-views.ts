import { sql } from 'kysely'
import { int } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { inPieces, piecesShape, rowsIn } from '../../../platform/database/pieces.ts'
import { statement } from '../../../platform/database/statement.ts'
import type { EntryKind } from '../../../policy/money/ledger.ts'
import { ofMeasures } from '../../../policy/money/measures-sums.ts'
import { conditionsOn, type Filters } from './ledger-views.ts'

/** What an entry says, and one of its postings: the amount in fen, debits above zero. */
export type ExportedPosting = readonly [
  entry: readonly [
    bookedOn: string,
    kind: EntryKind,
    trancheNo: number | null,
    serviceNo: string | null,
    memo: string,
    byName: string,
    isReversed: boolean,
    entryId: string,
    /** Booked by a measure, or the reversal of such an entry. */
    isMeasure: boolean,
    /** The kind of the entry that this one takes back. */
    reverses: EntryKind | null,
  ],
  accountKey: string,
  amountFen: number,
]

type Given = { readonly pilotId: string; readonly filters: Filters; readonly limit: number }

/**
 * What the entries name is read once, as one stretch of the pilot's own, and not looked up for each of
 * them; joined from the left, since nobody can guess how many of such stretches meet.
 */
const pieces = statement(
  { ...piecesShape, entries: int },
  ({ pilotId, filters, limit }: Given) => sql`
    with e as materialized (
           select e.id, e.seq, e.kind, e.booked_on, e.memo, e.subject, e.account_id, e.reverses from ledger_entries e
            where ${conditionsOn(pilotId, filters)} limit ${sql.lit(limit)}),
         k as materialized (select id, key, kind = any (${[...ofMeasures]}) as of_measure from ledger_accounts where pilot_id = ${pilotId}),
         m as materialized (select p.entry_id from ledger_postings p join k on k.id = p.account_id and k.of_measure),
         r as materialized (select reverses from ledger_entries where pilot_id = ${pilotId} and reverses is not null),
         f as materialized (select id, kind from ledger_entries where pilot_id = ${pilotId} and id in (select reverses from r)),
         t as materialized (select id, no from tranches where pilot_id = ${pilotId}),
         y as materialized (select id, service_id from payments where pilot_id = ${pilotId}),
         s as materialized (select id, no from services where pilot_id = ${pilotId}),
         a as materialized (select id, name from accounts where id in (select account_id from e)),
         told as materialized (
           select e.id, e.seq, json_build_array(e.booked_on, e.kind, t.no, s.no, e.memo, a.name, r.reverses is not null, e.id,
                                               e.id in (select entry_id from m), f.kind)::text as entry
             from e left join a on a.id = e.account_id
             left join r on r.reverses = e.id
             left join f on f.id = e.reverses
             left join t on t.id = e.subject
             left join y on y.id = e.subject
             left join s on s.id = coalesce(y.service_id, e.subject))
    ${inPieces(
      sql`(
      select row_number() over (order by told.seq desc, p.amount_fen) as at,
             concat('[', told.entry, ',', to_json(k.key), ',', p.amount_fen, ']') as row
        from told join ledger_postings p on p.entry_id = told.id left join k on k.id = p.account_id) shown`,
      sql`(select count(*)::int from e) as entries`,
    )}`,
  [
    { pilotId: '', filters: {}, limit: 1 },
    { pilotId: '', filters: { kind: 'release', lineId: '' }, limit: 1 },
  ],
)

/** Every posting of the entries that match, newest entry first, of at most `limit` entries; read when it is asked for. */
export async function exportedPostings(tx: Tx, given: Given) {
  const found = await pieces(tx, given)
  return { entries: found[0]?.entries ?? 0, postings: rowsIn<ExportedPosting>(found) }
}
