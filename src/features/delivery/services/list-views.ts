import { type RawBuilder, sql } from 'kysely'
import { bigint, day, instant, int, text, uuid, wordsOf } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { type ResultRow, statement } from '../../../platform/database/statement.ts'
import type { Order, ServiceRow } from './contract.ts'
import { conditionsOn, countServices, type Filters, filterSamples, pilotsOf, totalOf } from './list-filters.ts'

type Page = { readonly sort: Order; readonly page: number; readonly pageSize: number }

/** One page with how many match in all; the first page, which is asked for most, in one journey. */
export async function pageOfServices(
  tx: Tx,
  filters: Filters,
  { sort, page, pageSize }: Page,
): Promise<{ services: ServiceRow[]; total: number }> {
  if (page === 1) {
    const rows = await cutOut(tx, filters, { ...orderOf(sort), limit: pageSize, offset: 0 }, totalOf(filters))
    return { services: rows.map(rowOf), total: rows[0]?.total ?? 0 }
  }
  const total = await countServices(tx, filters)
  const offset = (page - 1) * pageSize
  return { services: await listServices(tx, filters, { sort, limit: pageSize, offset, total }), total }
}

/** `total`: how many match in all. */
type Slice = { readonly sort: Order; readonly limit: number; readonly offset: number; readonly total: number }

/**
 * One slice of the list in its order. A slice behind the middle is cut from the other end and turned round, so that the last
 * page of a million is as near as the first.
 */
export async function listServices(
  tx: Tx,
  filters: Filters,
  { sort, limit, offset, total }: Slice,
): Promise<ServiceRow[]> {
  const behind = offset > total / 2
  const count = Math.max(0, Math.min(limit, total - offset))
  const { column, falling } = orderOf(sort)
  const rows = await cutOut(tx, filters, {
    column,
    falling: falling !== behind,
    limit: behind ? count : limit,
    offset: behind ? Math.max(0, total - offset - limit) : offset,
  })
  return (behind ? rows.reverse() : rows).map(rowOf)
}

const columns = { updatedAt: 'updated_at', no: 'no', openedOn: 'opened_on' } as const

type Ordered = { readonly column: (typeof columns)[keyof typeof columns]; readonly falling: boolean }
type Cut = Ordered & { readonly limit: number; readonly offset: number }

function orderOf(sort: Order): Ordered {
  return { column: columns[sort.replace('-', '') as keyof typeof columns], falling: sort.startsWith('-') }
}

type Slices = { filters: Filters; pilots: readonly string[] | null; cut: Cut; total: RawBuilder<number> }

const noTotal = sql<number>`null::int`
const cutSamples: readonly Cut[] = [
  { column: 'updated_at', falling: true, limit: 1, offset: 0 },
  { column: 'no', falling: false, limit: 1, offset: 1 },
]

const slices = statement(
  {
    serviceId: uuid,
    no: text,
    pilotId: uuid,
    enterpriseId: uuid,
    kind: wordsOf('services.service_kind'),
    state: wordsOf('services.state'),
    openedOn: day,
    countedOn: day.nullable(),
    updatedAt: instant,
    enterpriseName: text,
    parkName: text,
    priceFen: bigint.nullable(),
    agencyName: text.nullable(),
    total: int.nullable(),
  },
  ({ filters, pilots, cut, total }: Slices) => sql`
    with s as materialized (${pilots ? fromEach(filters, pilots, cut) : fromAll(filters, cut)})
    select s.id as "serviceId", s.no, s.pilot_id as "pilotId", s.enterprise_id as "enterpriseId", s.service_kind as kind,
           s.state, s.opened_on as "openedOn", s.counted_on as "countedOn", s.updated_at as "updatedAt",
           (select name from pilot_enterprises where id = s.enterprise_id) as "enterpriseName",
           (select u.name from pilots p join units u on u.id = p.park_id where p.id = s.pilot_id) as "parkName",
           (select price_fen from contracts where service_id = s.id) as "priceFen",
           (select a.name from service_selections c join products g on g.id = c.product_id
              join partner_agencies a on a.id = g.agency_id where c.service_id = s.id) as "agencyName",
           ${total} as total
      from s order by ${inOrder(cut)}`,
  filterSamples.flatMap((filters) =>
    cutSamples.flatMap((cut) => [
      { filters, cut, pilots: null, total: totalOf(filters) },
      { filters, cut, pilots: [], total: noTotal },
    ]),
  ),
)

type Found = ResultRow<typeof slices>

function rowOf({ updatedAt, total: _, ...row }: Found): ServiceRow {
  return { ...row, updatedAt: updatedAt.toISOString() }
}

/** The slice is cut from the services alone; only what is shown is then given its names, each looked up by its key. */
async function cutOut(tx: Tx, filters: Filters, cut: Cut, total: RawBuilder<number> = noTotal): Promise<Found[]> {
  const { pilotId, countyPath } = filters
  const pilots = pilotId || countyPath ? null : await fewPilots(tx, filters)
  return slices(tx, { filters, pilots, cut, total })
}

const fields = sql.raw(
  's.id, s.no, s.pilot_id, s.enterprise_id, s.service_kind, s.state, s.opened_on, s.counted_on, s.updated_at',
)

function fromAll(filters: Filters, cut: Cut): RawBuilder<unknown> {
  return sql`select ${fields} from services s where ${conditionsOn(filters)} order by ${inOrder(cut)} ${sliceOf(cut)}`
}

/** The newest fifty of all are among the newest fifty of each of its pilots, and those stand together in an index. */
function fromEach(filters: Filters, pilots: readonly string[], cut: Cut): RawBuilder<unknown> {
  const ofOne = sliceOf({ limit: cut.limit + cut.offset, offset: 0 })
  return sql`
    select ${fields} from unnest(${[...pilots]}::uuid[]) p (pilot_id) cross join lateral (
      select ${fields} from services s where s.pilot_id = p.pilot_id and ${conditionsOn(filters)}
       order by ${inOrder(cut)} ${ofOne}) s
     order by ${inOrder(cut)} ${sliceOf(cut)}`
}

/** In how many pilots each is looked through by itself; above it an index of them all is walked in its order. */
const fewEnough = 60

const somePilots = statement(
  { id: uuid },
  (filters: Filters) => sql`${pilotsOf(filters)} limit ${sql.lit(fewEnough + 1)}`,
  filterSamples,
)

async function fewPilots(tx: Tx, filters: Filters): Promise<string[] | null> {
  const found = await somePilots(tx, filters)
  return found.length > fewEnough ? null : found.map(({ id }) => id)
}

/** By the column, and among equals by id, the other way round when the order is. */
function inOrder({ column, falling }: Ordered): RawBuilder<unknown> {
  return sql.raw(falling ? `s.${column} desc, s.id asc` : `s.${column} asc, s.id desc`)
}

/** A first slice says its length in the statement itself, so that a prepared plan knows how little is wanted. */
function sliceOf({ limit, offset }: Pick<Cut, 'limit' | 'offset'>): RawBuilder<unknown> {
  return offset === 0 ? sql`limit ${sql.lit(limit)}` : sql`limit ${limit} offset ${offset}`
}
