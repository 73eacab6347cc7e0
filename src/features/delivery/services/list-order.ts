import { type RawBuilder, sql } from 'kysely'
import { inOrderOf, type Key, reversedKeys } from '../../../platform/database/keys.ts'
import { byName } from '../../../platform/database/ordered.ts'
import { serviceKindList } from '../../../policy/records/service-kinds.ts'
import { serviceStates } from '../../../policy/services/service.ts'
import type { Order } from './list-contract.ts'
import type { Filters } from './list-filters.ts'

/** An order as the database walks it: services, `s`, with the tables that name them, and what they stand in the order of. */
export type Walk = {
  readonly from: (falling: boolean) => RawBuilder<unknown>
  readonly joined: boolean
  /** What is walked: services, or enterprises, `e`, each with its services. */
  readonly of?: 'e'
  readonly keys: readonly Key[]
}

const alone = () => sql`services s`
const withEnterprise = () => sql`services s join pilot_enterprises e on e.id = s.enterprise_id`
/** The parks are put into their order first, so that it is walked and not made anew for every service. */
const withPark = (falling: boolean) => sql`(
    select park.id, u.name_ordinal as park_name from pilots park join units u on u.id = park.park_id
     order by 2 ${sql.raw(falling ? 'desc' : 'asc')}) p
  join services s on s.pilot_id = p.id`
const withAgency = (falling: boolean) => sql`${withPark(falling)}
  left join partner_agencies a on a.id = s.agency_id`

/** Newest change first: the list's own order, and that among equals. */
const own: readonly Key[] = [
  { by: sql`s.updated_at`, is: 'timestamptz', falling: true },
  { by: sql`s.id`, is: 'uuid', falling: false },
]

/** How an order is walked. Those that a province asks for have an index, `database/migrations/0015_services.sql`. */
export function walkOf(sort: Order): Walk {
  const falling = sort.startsWith('-')
  const column = sort.replace('-', '')
  const key = (is: Key['is'], by: RawBuilder<unknown>): Key => ({ by, is, falling })
  const bare = (is: Key['is'], by: RawBuilder<unknown>): Walk => ({
    from: alone,
    joined: false,
    keys: [key(is, by), { by: sql`s.id`, is: 'uuid', falling: !falling }],
  })
  const named = (from: Walk['from'], ...keys: readonly Key[]): Walk => ({
    from,
    joined: true,
    keys: [...keys, ...own],
  })
  if (column === 'no') return bare('text', sql`s.no`)
  if (column === 'openedOn') return bare('date', sql`s.opened_on`)
  if (column === 'countedOn') return { from: alone, joined: false, keys: [key('date', sql`s.counted_on`), ...own] }
  if (column === 'priceFen')
    return { from: alone, joined: false, keys: [{ ...key('bigint', sql`s.price_fen`), lacks: 'last' }, ...own] }
  if (column === 'enterpriseName') return { ...named(withEnterprise, key('text', sql`e.name_ordinal`)), of: 'e' }
  if (column === 'parkName') return named(withPark, key('text', sql`p.park_name`))
  // Each park has agencies of its own, so that they stand park by park.
  if (column === 'agencyName')
    return named(withAgency, key('text', sql`p.park_name`), { ...key('text', byName('a.name')), lacks: 'last' })
  return bare('timestamptz', sql`s.updated_at`)
}

/** The same order from its other end. */
export function reversed({ keys, ...walk }: Walk): Walk {
  return { ...walk, keys: reversedKeys(keys) }
}

/** What stands after `order by`; `nth` names a key where it was selected under a name. */
export function inOrder({ keys }: Walk, nth?: (at: number) => RawBuilder<unknown>): RawBuilder<unknown> {
  return inOrderOf(keys, nth)
}

/** One stretch of a list: what it holds of all that is listed, and in which order. */
export type Stretch = { readonly only: Pick<Filters, 'state' | 'kind' | 'counted'>; readonly sort: Order }

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
      .map((value): Stretch => ({ only: { [name]: value }, sort: '-updatedAt' }))
  if (column === 'state') return each('state', serviceStates)
  if (column === 'kind') return each('kind', serviceKindList)
  if (column !== 'countedOn') return [{ only: {}, sort }]
  // What does not count yet has no day and stands last both ways.
  const both: readonly Stretch[] = [
    { only: { counted: 'yes' }, sort },
    { only: { counted: 'no' }, sort: '-updatedAt' },
  ]
  return both.filter((one) => filters.counted === undefined || filters.counted === one.only.counted)
}

/** What stands after `from`. */
export function tablesOf({ from, keys }: Walk): RawBuilder<unknown> {
  return from(keys[0]?.falling ?? false)
}
