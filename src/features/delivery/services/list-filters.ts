import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Actor } from '../../../platform/command.ts'
import { int } from '../../../platform/database/columns.ts'
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
export type Filters = Search & { readonly countyPath: string | null; readonly insideEnterprise: boolean }

export function filtersOf(asked: Search, { unitKind, scope }: Pick<Actor, 'unitKind' | 'scope'>): Filters {
  const isCounty = unitKind === 'county' || unitKind === 'zone'
  return { ...asked, countyPath: isCounty ? scope.slice(0, 15) : null, insideEnterprise: unitKind === 'enterprise' }
}

/** What a service `s` must meet. */
export function conditionsOn(filters: Filters): RawBuilder<SqlBool> {
  const { countyPath, pilotId, state, kind, enterpriseId, enterprise, no, counted } = filters
  const all = [sql<SqlBool>`true`]
  if (pilotId) all.push(sql`s.pilot_id = ${pilotId}`)
  else if (countyPath) all.push(sql`s.county_path = ${countyPath}`)
  if (filters.countyId || filters.batchId) all.push(sql`s.pilot_id in (${pilotsOf(filters)})`)
  if (state) all.push(sql`s.state = ${state}`)
  if (kind) all.push(sql`s.service_kind = ${kind}`)
  if (enterpriseId) all.push(sql`s.enterprise_id = ${enterpriseId}`)
  if (no) all.push(sql`s.no >= ${no} and s.no < ${`${no}\u{10ffff}`}`)
  if (counted === 'yes') all.push(sql`s.counted_on is not null`)
  if (counted === 'no') all.push(sql`s.counted_on is null`)
  if (enterprise) {
    const like = `%${enterprise.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
    all.push(
      sql`s.enterprise_id in (select id from pilot_enterprises where in_scope(scope) and (name like ${like} or uscc = ${cleanCode(enterprise)}))`,
    )
  }
  return sql`${sql.join(all, sql` and `)}`
}

/** The pilots of the county and the batch that are asked for. */
export function pilotsOf({ countyId, batchId }: Filters): RawBuilder<unknown> {
  const all = [sql`true`]
  if (countyId) all.push(sql`county_id = ${countyId}`)
  if (batchId) all.push(sql`batch_id = ${batchId}`)
  return sql`select id from pilots where ${sql.join(all, sql` and `)}`
}

/** How many match: read from the kept counts where the filters allow it, counted one by one only where they are narrow. */
export function totalOf(filters: Filters): RawBuilder<number> {
  const { enterpriseId, enterprise, no, pilotId, state, kind, counted } = filters
  if (filters.insideEnterprise || enterpriseId || enterprise || no) {
    return sql`(select count(*)::int from services s where ${conditionsOn(filters)})`
  }
  const what = counted === 'yes' ? sql`counted` : counted === 'no' ? sql`n - counted` : sql`n`
  const all = [sql<SqlBool>`in_scope(scope)`]
  if (pilotId) all.push(sql`pilot_id = ${pilotId}`)
  if (filters.countyId || filters.batchId) all.push(sql`pilot_id in (${pilotsOf(filters)})`)
  if (state) all.push(sql`state = ${state}`)
  if (kind) all.push(sql`service_kind = ${kind}`)
  const counts = sql.table(kind ? 'service_counts' : 'pilot_service_counts')
  return sql`(select coalesce(sum(${what}), 0)::int from ${counts} where ${sql.join(all, sql` and `)})`
}

const everything: Filters = { countyPath: null, insideEnterprise: false }

/** Filters for every form that a list takes. */
export const filterSamples: readonly Filters[] = [
  everything,
  { ...everything, countyPath: '33/3304/330421/', state: 'needed', counted: 'yes' },
  { ...everything, pilotId: '', kind: 'training', enterpriseId: '', enterprise: '', no: '0', counted: 'no' },
  { ...everything, countyId: '', batchId: '' },
  { ...everything, insideEnterprise: true, enterprise: '0', no: '0' },
]

const total = statement({ n: int }, (filters: Filters) => sql`select ${totalOf(filters)} as n`, filterSamples)

export async function countServices(tx: Tx, filters: Filters): Promise<number> {
  const [found] = await total(tx, filters)
  return found?.n ?? 0
}
