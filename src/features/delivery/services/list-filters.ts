import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Actor } from '../../../platform/command.ts'
import { int, uuid } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { statement } from '../../../platform/database/statement.ts'
import type { ServiceKind } from '../../../policy/records/service-kinds.ts'
import type { ServiceState } from '../../../policy/services/service.ts'
import { cleanCode } from '../../../shared/clean.ts'

type Search = {
  readonly pilotId?: string | undefined
  readonly countyId?: string | undefined
  readonly batchId?: string | undefined
  readonly state?: ServiceState | undefined
  readonly kind?: ServiceKind | undefined
  readonly enterpriseId?: string | undefined
  readonly enterprise?: string | undefined
  readonly no?: string | undefined
  readonly counted?: 'yes' | 'no' | undefined
}

/** `countyPath`: row security holds for everybody; a county besides names its path, so that one stretch of an index is read. */
export type Filters = Search & {
  readonly countyPath: string | null
  readonly insideEnterprise: boolean
  /** Those whose name is searched for, where they are few. */
  readonly enterprises?: readonly string[]
}

/** Few pilots or enterprises, each of whose services stand together in an index. */
export type Each = { readonly of: 'pilot_id' | 'enterprise_id'; readonly ids: readonly string[] }

export function filtersOf(asked: Search, { unitKind, scope }: Pick<Actor, 'unitKind' | 'scope'>): Filters {
  const isCounty = unitKind === 'county' || unitKind === 'zone'
  return { ...asked, countyPath: isCounty ? scope.slice(0, 15) : null, insideEnterprise: unitKind === 'enterprise' }
}

/**
 * What a service `s` must meet; states and kinds stand in the text, since how many are of one decides how they are found. `as`:
 * whether all that match are counted, or an order is walked of services or of enterprises, `e`.
 */
export function conditionsOn(filters: Filters, as: 'counted' | 's' | 'e' = 's'): RawBuilder<SqlBool> {
  const { countyPath, pilotId, state, kind, enterpriseId, enterprise, enterprises, no, counted } = filters
  const all = [sql<SqlBool>`true`]
  if (pilotId) all.push(sql`s.pilot_id = ${pilotId}`)
  else if (countyPath) all.push(sql`s.county_path = ${countyPath}`)
  if (filters.countyId || filters.batchId) all.push(sql`s.pilot_id in (${pilotsOf(filters)})`)
  if (state) all.push(sql`s.state = ${sql.lit(state)}`)
  if (kind) all.push(sql`s.service_kind = ${sql.lit(kind)}`)
  if (enterpriseId) all.push(sql`s.enterprise_id = ${enterpriseId}`)
  if (no) all.push(sql`s.no >= ${no} and s.no < ${`${no}\u{10ffff}`}`)
  if (counted === 'yes') all.push(sql`s.counted_on is not null`)
  if (counted === 'no') all.push(sql`s.counted_on is null`)
  if (enterprises) all.push(sql`s.enterprise_id = any (${[...enterprises]}::uuid[])`)
  else if (enterprise && as === 'counted') all.push(sql`s.enterprise_id in (select id from named)`)
  // Inside coalesce() it is looked up row by row: joined first, a hundred thousand services were sorted for the first fifty.
  else if (enterprise)
    all.push(sql`coalesce(${sql.raw(as === 'e' ? 'e.id' : 's.enterprise_id')} in (select id from named), false)`)
  return sql`${sql.join(all, sql` and `)}`
}

/** What stands before a statement with these conditions: the enterprises that are searched for, their names read once. */
export function withNamed(filters: Filters, ...others: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  const searches = filters.enterprise && !filters.enterprises
  const all = searches ? [sql`named as materialized (${enterprisesOf(filters)})`, ...others] : others
  return all.length > 0 ? sql`with ${sql.join(all)}` : sql``
}

/** Enterprises whose name holds what is searched for, or that have this code; row security leaves those of the reader's scope. */
function enterprisesOf(filters: Filters): RawBuilder<unknown> {
  const { enterprise = '', pilotId } = filters
  const like = `%${enterprise.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  const within = pilotId
    ? sql`pilot_id = ${pilotId}`
    : filters.countyId || filters.batchId
      ? sql`pilot_id in (${pilotsOf(filters)})`
      : sql`true`
  return sql`select id from pilot_enterprises where ${within} and (name like ${like} or uscc = ${cleanCode(enterprise)})`
}

/** The pilots of the county and the batch that are asked for. */
export function pilotsOf({ countyId, batchId }: Filters): RawBuilder<unknown> {
  const all = [sql`true`]
  if (countyId) all.push(sql`county_id = ${countyId}`)
  if (batchId) all.push(sql`batch_id = ${batchId}`)
  return sql`select id from pilots where ${sql.join(all, sql` and `)}`
}

/** Whether it is kept how many match; of the rest few are left to count, or an index holds all that they are counted by. */
function isKept({ insideEnterprise, enterpriseId, enterprise, enterprises, no, state, kind }: Filters): boolean {
  if (insideEnterprise || enterpriseId || enterprises || no) return false
  return !enterprise || !(state || kind)
}

/** How many match: read from the kept counts where the filters allow it, counted one by one only where they are narrow. */
export function totalOf(filters: Filters): RawBuilder<number> {
  const { enterprise, pilotId, state, kind, counted } = filters
  if (!isKept(filters)) return sql`(select count(*)::int from services s where ${conditionsOn(filters, 'counted')})`
  const what = counted === 'yes' ? sql`counted` : counted === 'no' ? sql`n - counted` : sql`n`
  if (enterprise) {
    const found = sql`coalesce(enterprise_id in (select id from named), false)`
    return sql`(select coalesce(sum(${what}), 0)::int from enterprise_service_counts where ${found})`
  }
  const all = [sql<SqlBool>`in_scope(scope)`]
  if (pilotId) all.push(sql`pilot_id = ${pilotId}`)
  if (filters.countyId || filters.batchId) all.push(sql`pilot_id in (${pilotsOf(filters)})`)
  if (state) all.push(sql`state = ${sql.lit(state)}`)
  if (kind) all.push(sql`service_kind = ${sql.lit(kind)}`)
  const counts = sql.table(kind ? 'service_counts' : 'pilot_service_counts')
  return sql`(select coalesce(sum(${what}), 0)::int from ${counts} where ${sql.join(all, sql` and `)})`
}

/** How many of those that match the filters meet each of these besides, told in one. */
export function totalsOf(
  filters: Filters,
  each: readonly Pick<Filters, 'state' | 'kind' | 'counted'>[],
): RawBuilder<number[]> {
  const narrower = each.map((one) => ({ ...filters, ...one }))
  const begin = withNamed(filters)
  if (narrower.every(isKept)) return sql`${begin} select array[${sql.join(narrower.map(totalOf))}]::int[] as counts`
  const bare: Filters = { countyPath: null, insideEnterprise: false }
  const parts = each.map((one) => sql`(count(*) filter (where ${conditionsOn({ ...bare, ...one })}))::int`)
  return sql`${begin} select array[${sql.join(parts)}]::int[] as counts from services s where ${conditionsOn(filters, 'counted')}`
}

const everything: Filters = { countyPath: null, insideEnterprise: false }

/** Filters for every form that a list takes. */
export const filterSamples: readonly Filters[] = [
  everything,
  { ...everything, countyPath: '33/3304/330421/', state: 'needed', counted: 'yes' },
  { ...everything, pilotId: '', kind: 'training', enterpriseId: '', enterprise: '', no: '0', counted: 'no' },
  { ...everything, countyId: '', batchId: '' },
  { ...everything, enterprise: '0', enterprises: [] },
  { ...everything, insideEnterprise: true, enterprise: '0', no: '0' },
]

/** With the enterprises that are searched for, where each is nearer by itself than all services in their order. */
export async function narrowed(tx: Tx, filters: Filters): Promise<Filters> {
  if (!filters.enterprise) return filters
  const found = await someEnterprises(tx, filters)
  return found.length > fewEnough ? filters : { ...filters, enterprises: found.map(({ id }) => id) }
}

const fewEnough = 200

const someEnterprises = statement(
  { id: uuid },
  (filters: Filters) => sql`${enterprisesOf(filters)} limit ${sql.lit(fewEnough + 1)}`,
  filterSamples,
)

const total = statement(
  { n: int },
  (filters: Filters) => sql`${withNamed(filters)} select ${totalOf(filters)} as n`,
  filterSamples,
)

export async function countServices(tx: Tx, filters: Filters): Promise<number> {
  const [found] = await total(tx, filters)
  return found?.n ?? 0
}
