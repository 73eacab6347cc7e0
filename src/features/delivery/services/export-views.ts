import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/connect.ts'
import { inPieces, piecesShape, rowsIn } from '../../../platform/database/pieces.ts'
import { statement } from '../../../platform/database/statement.ts'
import { programmeZone } from '../../../shared/dates.ts'
import type { ServiceRow } from './contract.ts'
import type { Order } from './list-contract.ts'
import { type Filters, filterSamples, narrowed, withNamed } from './list-filters.ts'
import { inOrder, stretchesOf, walkOf } from './list-order.ts'
import { cutFrom, cutSamples, fewIn, type Slice, selected } from './list-views.ts'

/** What an export shows of a service, in this order. */
export type Exported = readonly [
  no: string,
  parkName: string,
  enterpriseName: string,
  kind: ServiceRow['kind'],
  state: ServiceRow['state'],
  agencyName: string | null,
  priceFen: number | null,
  openedOn: string,
  countedOn: string | null,
  updatedOn: string,
  standing: boolean,
]

/** Names are joined at once and not looked up one by one. */
const pieces = statement(
  piecesShape,
  (slice: Slice) => sql`
    ${withNamed(
      slice.filters,
      sql`s as materialized (${cutFrom(slice)})`,
      sql`shown as (
           select row_number() over (order by ${inOrder(slice.cut, selected)}) as at,
                  json_build_array(s.no, u.name, e.name, s.service_kind, s.state, a.name, s.price_fen, s.opened_on, s.counted_on,
                                   (s.updated_at at time zone ${programmeZone})::date, p.standing)::text as row
             from s
             left join pilots p on p.id = s.pilot_id left join units u on u.id = p.park_id
             left join pilot_enterprises e on e.id = s.enterprise_id
             left join partner_agencies a on a.id = s.agency_id)`,
    )}
    ${inPieces(sql`shown`)}`,
  filterSamples.flatMap((filters) => cutSamples.map((cut) => ({ filters, cut, each: null }))),
)

/** Every service that matches, in its order, at most `limit`; read when it is asked for. */
export async function exportedServices(
  tx: Tx,
  filters: Filters,
  { sort, limit }: { readonly sort: Order; readonly limit: number },
): Promise<Iterable<Exported>> {
  const found: { readonly rows: string }[] = []
  const within = await narrowed(tx, filters)
  for (const stretch of stretchesOf(within, sort)) {
    const filters = { ...within, ...stretch.only }
    const cut = { ...walkOf(stretch.sort), limit, offset: 0, beside: null }
    found.push(...(await pieces(tx, { filters, each: await fewIn(tx, filters), cut })))
  }
  return rowsIn<Exported>(found)
}
