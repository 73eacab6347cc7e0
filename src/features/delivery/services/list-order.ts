import { type RawBuilder, sql } from 'kysely'
import { byName } from '../../../platform/database/ordered.ts'
import { serviceKindList } from '../../../policy/records/service-kinds.ts'
import { serviceStates } from '../../../policy/services/service.ts'
import type { Order } from './list-contract.ts'
import type { Filters } from './list-filters.ts'

/** What services stand in the order of; `lacks`: it can be missing, and then stands last whichever way the list runs. */
type Key = { readonly by: RawBuilder<unknown>; readonly falling: boolean; readonly lacks?: 'last' | 'first' }

/** An order as the database walks it: services, `s`, with the tables that name them, and what they stand in the order of. */
export type Walk = {
  readonly from: (falling: boolean) => RawBuilder<unknown>
  readonly joined: boolean
  readonly keys: readonly Key[]
}

const alone = () => sql`services s`
const withEnterprise = () => sql`services s join pilot_enterprises e on e.id = s.enterprise_id`
/** The parks are put into their order first, so that it is walked and not made anew for every service. */
const withPark = (falling: boolean) => sql`(
    select park.id, ${byName('u.name')} as park_name from pilots park join units u on u.id = park.park_id
     order by 2 ${sql.raw(falling ? 'desc' : 'asc')}) p
  join services s on s.pilot_id = p.id`
const withAgency = (falling: boolean) => sql`${withPark(falling)}
  left join partner_agencies a on a.id = s.agency_id`

/** Newest change first: the list's own order, and that among equals. */
const own: readonly Key[] = [
  { by: sql`s.updated_at`, falling: true },
  { by: sql`s.id`, falling: false },
]

/** How an order is walked. Those that a province asks for have an index, `database/migrations/0015_services.sql`. */
export function walkOf(sort: Order): Walk {
  const falling = sort.startsWith('-')
  const column = sort.replace('-', '')
  const key = (by: RawBuilder<unknown>): Key => ({ by, falling })
  const bare = (by: RawBuilder<unknown>): Walk => ({
    from: alone,
    joined: false,
    keys: [key(by), { by: sql`s.id`, falling: !falling }],
  })
  const named = (from: Walk['from'], ...keys: readonly Key[]): Walk => ({
    from,
    joined: true,
    keys: [...keys, ...own],
  })
  if (column === 'no') return bare(sql`s.no`)
  if (column === 'openedOn') return bare(sql`s.opened_on`)
  if (column === 'countedOn') return { from: alone, joined: false, keys: [key(sql`s.counted_on`), ...own] }
  if (column === 'priceFen')
    return { from: alone, joined: false, keys: [{ ...key(sql`s.price_fen`), lacks: 'last' }, ...own] }
  if (column === 'enterpriseName') return named(withEnterprise, key(byName('e.name')))
  if (column === 'parkName') return named(withPark, key(sql`p.park_name`))
  // Each park has agencies of its own, so that they stand park by park.
  if (column === 'agencyName')
    return named(withAgency, key(sql`p.park_name`), { ...key(byName('a.name')), lacks: 'last' })
  return bare(sql`s.updated_at`)
}

/** The same order from its other end. */
export function reversed({ keys, ...walk }: Walk): Walk {
  return { ...walk, keys: keys.map(({ by, falling, lacks }) => ({ by, falling: !falling, ...turned(lacks) })) }
}

function turned(lacks: Key['lacks']): Pick<Key, 'lacks'> {
  return lacks === undefined ? {} : { lacks: lacks === 'last' ? 'first' : 'last' }
}

/** What stands after `order by`; `nth` names a key where it was selected under a name. */
export function inOrder({ keys }: Walk, nth?: (at: number) => RawBuilder<unknown>): RawBuilder<unknown> {
  return sql.join(
    keys.map(({ by, falling, lacks }, at) => {
      const missing = lacks === undefined ? '' : ` nulls ${lacks}`
      return sql`${nth?.(at) ?? by} ${sql.raw(`${falling ? 'desc' : 'asc'}${missing}`)}`
    }),
  )
}

/** One stretch of a list: what it holds, and in which order. */
export type Stretch = { readonly filters: Filters; readonly sort: Order }

/**
 * A list in the order of something that has few values is one stretch after the other, each in the list's own order: how many
 * each holds is kept, so that a page is cut from the stretch that it lies in. Any other order is one stretch.
 */
export function stretchesOf(filters: Filters, sort: Order): readonly Stretch[] {
  const falling = sort.startsWith('-')
  const column = sort.replace('-', '')
  const each = <Name extends 'state' | 'kind'>(name: Name, values: readonly NonNullable<Filters[Name]>[]) =>
    (falling ? values.toReversed() : values)
      .filter((value) => filters[name] === undefined || filters[name] === value)
      .map((value): Stretch => ({ filters: { ...filters, [name]: value }, sort: '-updatedAt' }))
  if (column === 'state') return each('state', serviceStates)
  if (column === 'kind') return each('kind', serviceKindList)
  if (column !== 'countedOn') return [{ filters, sort }]
  // What does not count yet has no day and stands last both ways.
  const both: readonly Stretch[] = [
    { filters: { ...filters, counted: 'yes' }, sort },
    { filters: { ...filters, counted: 'no' }, sort: '-updatedAt' },
  ]
  return both.filter((one) => filters.counted === undefined || filters.counted === one.filters.counted)
}

/** What stands after `from`. */
export function tablesOf({ from, keys }: Walk): RawBuilder<unknown> {
  return from(keys[0]?.falling ?? false)
}
