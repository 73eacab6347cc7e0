import { type RawBuilder, sql } from 'kysely'
import { arrayOf, int, uuid } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { type Beside, beyond, fitKeys, placeOf } from '../../../platform/database/keys.ts'
import { statement } from '../../../platform/database/statement.ts'
import {
  iso,
  valuesAt,
  type WrittenRow,
  WrittenRows,
  writing,
  writtenRows,
  writtenShape,
} from '../../../platform/database/written.ts'
import { type Reach, type Turning, turnPage } from '../../../platform/pages.ts'
import type { ServiceRow } from './contract.ts'
import type { Order } from './list-contract.ts'
import {
  conditionsOn,
  type Each,
  type Filters,
  filterSamples,
  narrowed,
  pilotsOf,
  totalOf,
  totalsOf,
  withNamed,
} from './list-filters.ts'
import { inOrder, reversed, type Stretch, stretchesOf, tablesOf, type Walk, walkOf } from './list-order.ts'

/** One page of the list, turned by key, with how many match in all; the first page, which is asked for most, in one journey. */
export async function pageOfServices(tx: Tx, filters: Filters, turning: Turning & { readonly sort: Order }) {
  const within = await narrowed(tx, filters)
  const stretches = stretchesOf(within, turning.sort)
  const [only] = stretches
  let counts: readonly number[] | null = null
  const countEach = async () => {
    counts ??= (await totals(tx, { filters: within, stretches }))[0]?.counts ?? []
    return counts
  }
  const { rows, total, placed } = await turnPage(turning, {
    count: async () => (await countEach()).reduce((sum, n) => sum + n, 0),
    async read(reach) {
      if (reach.beside || !only || stretches.length > 1)
        return readStretches(tx, { filters: within, stretches }, reach, reach.beside ? null : await countEach())
      const counted = counts === null && !reach.backwards
      const found = await cutOut(tx, within, cutAt(only.sort, reach), counted ? totalOf(within) : noTotal)
      if (counted) counts = [found.total]
      return found.rows.map((row) => ({ ...row, at: 0 }))
    },
    valuesOf: ({ at, ...row }) => [at, ...valuesAt(row)],
    fits([at, ...values]) {
      const stretch = typeof at === 'number' ? stretches[at] : undefined
      return stretch !== undefined && fitKeys(walkOf(stretch.sort).keys, values)
    },
  })
  return { services: new WrittenRows<ServiceRow>(rows.map(({ row }) => row)), total, placed }
}

/** Rows of a list that is one stretch after the other; `at` says of which. `counts`: how many each holds, from an end of the list. */
async function readStretches(
  tx: Tx,
  { filters, stretches }: List,
  { backwards, beside, offset, limit }: Reach,
  counts: readonly number[] | null,
): Promise<(WrittenRow & { at: number })[]> {
  const [begin, ...values] = beside?.values ?? []
  const inTurn = [...stretches.entries()].map(([at, stretch]) => ({ at, stretch }))
  const ahead = backwards
    ? inTurn.reverse().filter(({ at }) => !beside || at <= Number(begin))
    : inTurn.filter(({ at }) => !beside || at >= Number(begin))
  const found: (WrittenRow & { at: number })[] = []
  let before = offset
  for (const [nth, { at, stretch }] of ahead.entries()) {
    const wanted = limit - found.length
    if (wanted <= 0) break
    const held = counts?.[at]
    if (held !== undefined && held <= before) {
      before -= held
      continue
    }
    // From a place nobody has counted how many are left of a stretch, so that those that are passed over are read with the rest.
    const passed = held === undefined && nth < ahead.length - 1 ? before : 0
    const { rows } = await cutOut(
      tx,
      { ...filters, ...stretch.only },
      {
        ...cutAt(stretch.sort, { backwards, offset: before - passed, limit: wanted + passed }),
        beside: beside && at === begin ? { ...beside, values } : null,
      },
    )
    found.push(...rows.slice(passed).map((row) => ({ ...row, at })))
    before = held === undefined ? Math.max(0, before - rows.length) : 0
  }
  return found
}

function cutAt(sort: Order, { backwards, offset, limit }: Omit<Reach, 'beside'>): Cut {
  const walk = walkOf(sort)
  return { ...(backwards ? reversed(walk) : walk), offset, limit, beside: null }
}

type List = { readonly filters: Filters; readonly stretches: readonly Stretch[] }

const totals = statement(
  { counts: arrayOf(int) },
  ({ filters, stretches }: List) =>
    totalsOf(
      filters,
      stretches.map(({ only }) => only),
    ),
  filterSamples.map((filters) => ({ filters, stretches: stretchesOf(filters, 'countedOn') })),
)

/** `beside`: the place it begins at; without one, the end of the order. */
export type Cut = Walk & { readonly limit: number; readonly offset: number; readonly beside: Beside | null }

/** `each`: what the filters come down to, where it is few. */
export type Slice = { readonly filters: Filters; readonly each: Each | null; readonly cut: Cut }
type Slices = Slice & { readonly total: RawBuilder<number> }

const noTotal = sql<number>`null::int`
const sampled: readonly Order[] = ['-updatedAt', 'no', 'priceFen', '-enterpriseName', 'parkName', 'agencyName']
export const cutSamples: readonly Cut[] = sampled.flatMap((sort, at) => {
  const walk = { ...walkOf(sort), limit: 1, offset: at % 2 }
  const values = walk.keys.map(({ lacks }) => (lacks === undefined ? '' : null))
  return [
    { ...walk, beside: null },
    { ...walk, beside: { values, including: false } },
    { ...walk, beside: { values: values.map(() => ''), including: true } },
  ]
})

const slices = statement(
  { ...writtenShape, total: int.nullable() },
  ({ filters, each, cut, total }: Slices) => sql`
    ${withNamed(filters, sql`s as materialized (${cutFrom({ filters, each, cut })})`)}
    ${writing({
      row: sql`s.id as "serviceId", s.no, s.pilot_id as "pilotId", s.enterprise_id as "enterpriseId", s.service_kind as kind,
           s.state, s.opened_on as "openedOn", s.counted_on as "countedOn", ${iso('s.updated_at')} as "updatedAt",
           s.price_fen as "priceFen",
           (select name from pilot_enterprises where id = s.enterprise_id) as "enterpriseName",
           (select u.name from pilots p join units u on u.id = p.park_id where p.id = s.pilot_id) as "parkName",
           (select p.standing from pilots p where p.id = s.pilot_id) as standing,
           (select name from partner_agencies where id = s.agency_id) as "agencyName"`,
      place: placeOf(cut.keys.map((_, at) => selected(at))),
      from: sql`s`,
      order: inOrder(cut, selected),
      beside: sql`${total} as total`,
    })}`,
  filterSamples.flatMap((filters) =>
    cutSamples.flatMap((cut) => [
      { filters, cut, each: null, total: totalOf(filters) },
      { filters, cut, each: { of: 'pilot_id' as const, ids: [] }, total: noTotal },
    ]),
  ),
)

/** The slice is cut from the services alone; only what is shown is then given its names, each looked up by its key. */
async function cutOut(tx: Tx, filters: Filters, cut: Cut, counted: RawBuilder<number> = noTotal) {
  const [found] = await slices(tx, { filters, each: await fewIn(tx, filters), cut, total: counted })
  return { rows: found ? writtenRows(found) : [], total: found?.total ?? 0 }
}

/** What the filters come down to, where looking through each by itself is nearer than walking them all. */
export async function fewIn(tx: Tx, filters: Filters): Promise<Each | null> {
  if (filters.enterprises) return { of: 'enterprise_id', ids: filters.enterprises }
  const pilots = filters.pilotId || filters.countyPath ? null : await fewPilots(tx, filters)
  return pilots && { of: 'pilot_id', ids: pilots }
}

/** The services of a slice, `s`, with what they stand in the order of as `o0`, `o1`, … */
export function cutFrom({ filters, each, cut }: Slice): RawBuilder<unknown> {
  return each && !cut.joined ? fromEach(filters, each, cut) : fromAll(filters, each, cut)
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

function fromAll(filters: Filters, each: Each | null, cut: Cut): RawBuilder<unknown> {
  return cutWithin(each ? sql`s.${sql.raw(each.of)} = any (${[...each.ids]}::uuid[])` : sql`true`, filters, cut)
}

/** The newest fifty of all are among the newest fifty of each of them, and those stand together in an index. */
function fromEach(filters: Filters, { of, ids }: Each, cut: Cut): RawBuilder<unknown> {
  const ofOne = { ...cut, limit: cut.limit + cut.offset, offset: 0 }
  return sql`
    select s.* from unnest(${[...ids]}::uuid[]) one (id) cross join lateral (
      ${cutWithin(sql`s.${sql.raw(of)} = one.id`, filters, ofOne)}) s
     order by ${inOrder(cut, selected)} ${limitsOf(cut)}`
}

/** Beyond a place the services stand in stretches, each walked by itself in the same order: the slice is among their first. */
function cutWithin(within: RawBuilder<unknown>, filters: Filters, cut: Cut): RawBuilder<unknown> {
  const part = (where: RawBuilder<unknown>, limits: Pick<Cut, 'limit' | 'offset'>) => sql`
      select ${fieldsWith(cut)} from ${tablesOf(cut)} where ${within} and ${conditionsOn(filters, cut.of)} and ${where}
       order by ${inOrder(cut)} ${limitsOf(limits)}`
  if (!cut.beside) return part(sql`true`, cut)
  const ofOne = { limit: cut.limit + cut.offset, offset: 0 }
  const parts = beyond(cut.keys, cut.beside).map((where) => sql`(${part(where, ofOne)})`)
  return sql`
    select s.* from (${sql.join(parts, sql` union all `)}) s order by ${inOrder(cut, selected)} ${limitsOf(cut)}`
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
