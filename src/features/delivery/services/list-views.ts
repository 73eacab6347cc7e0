import { type RawBuilder, sql } from 'kysely'
import { arrayOf, bigint, day, instant, int, text, uuid, wordsOf } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { type ResultRow, statement } from '../../../platform/database/statement.ts'
import type { ServiceRow } from './contract.ts'
import type { Order } from './list-contract.ts'
import { conditionsOn, type Filters, filterSamples, pilotsOf, totalOf } from './list-filters.ts'
import { inOrder, reversed, type Stretch, stretchesOf, tablesOf, type Walk, walkOf } from './list-order.ts'

type Page = { readonly sort: Order; readonly page: number; readonly pageSize: number }
type Found = { readonly services: ServiceRow[]; readonly total: number }

/** One page with how many match in all; the first page, which is asked for most, in one journey. */
export async function pageOfServices(tx: Tx, filters: Filters, { sort, page, pageSize }: Page): Promise<Found> {
  const stretches = stretchesOf(filters, sort)
  const [only] = stretches
  if (page === 1 && only && stretches.length === 1) {
    const first = { ...walkOf(only.sort), limit: pageSize, offset: 0 }
    const rows = await cutOut(tx, only.filters, first, totalOf(only.filters))
    return { services: rows.map(rowOf), total: rows[0]?.total ?? 0 }
  }
  return listServices(tx, filters, { sort, limit: pageSize, offset: (page - 1) * pageSize })
}

/** One slice of the list in its order, with how many match in all. */
export async function listServices(
  tx: Tx,
  filters: Filters,
  { sort, limit, offset }: { readonly sort: Order; readonly limit: number; readonly offset: number },
): Promise<Found> {
  const stretches = stretchesOf(filters, sort)
  const counts = (await totals(tx, stretches))[0]?.counts ?? []
  const services: ServiceRow[] = []
  let before = 0
  for (const [at, stretch] of stretches.entries()) {
    const total = counts[at] ?? 0
    const from = Math.max(0, offset - before)
    const wanted = limit - services.length
    if (wanted > 0 && total > from)
      services.push(...(await sliceOf(tx, stretch, { limit: wanted, offset: from, total })))
    before += total
  }
  return { services, total: before }
}

const totals = statement(
  { counts: arrayOf(int) },
  (stretches: readonly Stretch[]) =>
    sql`select array[${sql.join(stretches.map(({ filters }) => totalOf(filters)))}]::int[] as counts`,
  filterSamples.map((filters) => stretchesOf(filters, 'countedOn')),
)

/** `total`: how many the stretch holds. */
type Part = { readonly limit: number; readonly offset: number; readonly total: number }

/**
 * One slice of a stretch in its order. A slice behind the middle is cut from the other end and turned round, so that the last
 * page of a million is as near as the first.
 */
async function sliceOf(tx: Tx, { filters, sort }: Stretch, { limit, offset, total }: Part): Promise<ServiceRow[]> {
  const behind = offset > total / 2
  const walk = walkOf(sort)
  const rows = await cutOut(tx, filters, {
    ...(behind ? reversed(walk) : walk),
    limit: behind ? Math.min(limit, total - offset) : limit,
    offset: behind ? Math.max(0, total - offset - limit) : offset,
  })
  return (behind ? rows.reverse() : rows).map(rowOf)
}

export type Cut = Walk & { readonly limit: number; readonly offset: number }

/** `pilots`: those that the filters come down to, where they are few. */
export type Slice = { readonly filters: Filters; readonly pilots: readonly string[] | null; readonly cut: Cut }
type Slices = Slice & { readonly total: RawBuilder<number> }

const noTotal = sql<number>`null::int`
const sampled: readonly Order[] = ['-updatedAt', 'no', 'priceFen', '-enterpriseName', 'parkName', 'agencyName']
export const cutSamples: readonly Cut[] = sampled.map((sort, at) => ({ ...walkOf(sort), limit: 1, offset: at % 2 }))

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
    with s as materialized (${cutFrom({ filters, pilots, cut })})
    select s.id as "serviceId", s.no, s.pilot_id as "pilotId", s.enterprise_id as "enterpriseId", s.service_kind as kind,
           s.state, s.opened_on as "openedOn", s.counted_on as "countedOn", s.updated_at as "updatedAt",
           s.price_fen as "priceFen",
           (select name from pilot_enterprises where id = s.enterprise_id) as "enterpriseName",
           (select u.name from pilots p join units u on u.id = p.park_id where p.id = s.pilot_id) as "parkName",
           (select name from partner_agencies where id = s.agency_id) as "agencyName",
           ${total} as total
      from s order by ${inOrder(cut, selected)}`,
  filterSamples.flatMap((filters) =>
    cutSamples.flatMap((cut) => [
      { filters, cut, pilots: null, total: totalOf(filters) },
      { filters, cut, pilots: [], total: noTotal },
    ]),
  ),
)

type Row = ResultRow<typeof slices>

function rowOf({ updatedAt, total: _, ...row }: Row): ServiceRow {
  return { ...row, updatedAt: updatedAt.toISOString() }
}

/** The slice is cut from the services alone; only what is shown is then given its names, each looked up by its key. */
async function cutOut(tx: Tx, filters: Filters, cut: Cut, total: RawBuilder<number> = noTotal): Promise<Row[]> {
  return slices(tx, { filters, pilots: await pilotsIn(tx, filters), cut, total })
}

/** The pilots that the filters come down to, where looking through each by itself is nearer than walking them all. */
export async function pilotsIn(tx: Tx, filters: Filters): Promise<string[] | null> {
  return filters.pilotId || filters.countyPath ? null : fewPilots(tx, filters)
}

/** The services of a slice, `s`, with what they stand in the order of as `o0`, `o1`, … */
export function cutFrom({ filters, pilots, cut }: Slice): RawBuilder<unknown> {
  return pilots && !cut.joined ? fromEach(filters, pilots, cut) : fromAll(filters, pilots, cut)
}

const fields = sql.raw(
  's.id, s.no, s.pilot_id, s.enterprise_id, s.agency_id, s.service_kind, s.state, s.opened_on, s.counted_on, s.updated_at, s.price_fen',
)

/** The keys of the order are selected besides, so that the order still stands when names are looked up. */
export function selected(at: number): RawBuilder<unknown> {
  return sql.raw(`s.o${at}`)
}

function fieldsWith({ keys }: Cut): RawBuilder<unknown> {
  return sql`${fields}, ${sql.join(keys.map(({ by }, at) => sql`${by} as ${sql.raw(`o${at}`)}`))}`
}

function fromAll(filters: Filters, pilots: readonly string[] | null, cut: Cut): RawBuilder<unknown> {
  const within = pilots ? sql`s.pilot_id = any (${[...pilots]}::uuid[])` : sql`true`
  return sql`
    select ${fieldsWith(cut)} from ${tablesOf(cut)} where ${within} and ${conditionsOn(filters)}
     order by ${inOrder(cut)} ${limitsOf(cut)}`
}

/** The newest fifty of all are among the newest fifty of each of its pilots, and those stand together in an index. */
function fromEach(filters: Filters, pilots: readonly string[], cut: Cut): RawBuilder<unknown> {
  const ofOne = limitsOf({ limit: cut.limit + cut.offset, offset: 0 })
  return sql`
    select s.* from unnest(${[...pilots]}::uuid[]) one (pilot_id) cross join lateral (
      select ${fieldsWith(cut)} from ${tablesOf(cut)} where s.pilot_id = one.pilot_id and ${conditionsOn(filters)}
       order by ${inOrder(cut)} ${ofOne}) s
     order by ${inOrder(cut, selected)} ${limitsOf(cut)}`
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

/** A first slice says its length in the statement itself, so that a prepared plan knows how little is wanted. */
function limitsOf({ limit, offset }: Pick<Cut, 'limit' | 'offset'>): RawBuilder<unknown> {
  return offset === 0 ? sql`limit ${sql.lit(limit)}` : sql`limit ${limit} offset ${offset}`
}
