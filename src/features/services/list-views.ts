import { type Expression, type SqlBool, sql } from 'kysely'
import type { Actor } from '../../platform/command.ts'
import type { Tx } from '../../platform/database/connect.ts'
import type { ServiceState } from '../../policy/service.ts'
import type { ServiceKind } from '../../policy/service-kinds.ts'
import type { Order, ServiceRow } from './contract.ts'

/** `countyPath`: see `countyPathOf`. */
export type Filters = {
  readonly countyPath?: string | undefined
  readonly pilotId?: string | undefined
  readonly state?: ServiceState | undefined
  readonly kind?: ServiceKind | undefined
  readonly enterpriseId?: string | undefined
  readonly enterprise?: string | undefined
  readonly no?: string | undefined
  readonly counted?: 'yes' | 'no' | undefined
}

/** `total`: how many match in all. */
type Slice = { readonly sort: Order; readonly limit: number; readonly offset: number; readonly total: number }

const orders = {
  updatedAt: 's.updatedAt',
  no: 's.no',
  openedOn: 's.openedOn',
} as const

/** Row security holds for everybody; a county besides names its path, so that its services are read from one stretch of an index. */
export function countyPathOf({ unitKind, scope }: Pick<Actor, 'unitKind' | 'scope'>): string | undefined {
  return unitKind === 'county' || unitKind === 'zone' ? scope.slice(0, 15) : undefined
}

function matching(tx: Tx, { countyPath, pilotId, state, kind, enterpriseId, enterprise, no, counted }: Filters) {
  return tx.selectFrom('services as s').where(({ eb, and }) => {
    const all: Expression<SqlBool>[] = []
    if (pilotId) all.push(eb('s.pilotId', '=', pilotId))
    else if (countyPath) all.push(eb('s.countyPath', '=', countyPath))
    if (state) all.push(eb('s.state', '=', state))
    if (kind) all.push(eb('s.serviceKind', '=', kind))
    if (enterpriseId) all.push(eb('s.enterpriseId', '=', enterpriseId))
    if (no) {
      const from = no.toUpperCase()
      all.push(eb('s.no', '>=', from), eb('s.no', '<', `${from}\u{10ffff}`))
    }
    if (counted) all.push(eb('s.countedOn', counted === 'yes' ? 'is not' : 'is', null))
    if (enterprise) {
      const named = eb
        .selectFrom('pilotEnterprises')
        .select('id')
        .where('name', 'like', `%${escapeLike(enterprise)}%`)
      all.push(eb('s.enterpriseId', 'in', named))
    }
    return and(all)
  })
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (sign) => `\\${sign}`)
}

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
  const rows = await slice(tx, filters, {
    column: orders[sort.replace('-', '') as keyof typeof orders],
    falling: sort.startsWith('-') !== behind,
    limit: behind ? count : limit,
    offset: behind ? Math.max(0, total - offset - limit) : offset,
  })
  return behind ? rows.reverse() : rows
}

type Cut = { column: (typeof orders)[keyof typeof orders]; falling: boolean; limit: number; offset: number }

const raw = [
  's.id',
  's.no',
  's.pilotId',
  's.enterpriseId',
  's.serviceKind',
  's.state',
  's.openedOn',
  's.countedOn',
  's.updatedAt',
] as const

/** The slice is cut from the services alone; only what is shown is then given its names. */
async function slice(tx: Tx, filters: Filters, cut: Cut): Promise<ServiceRow[]> {
  const { pilotId, countyPath } = filters
  const pilots = pilotId ? [pilotId] : countyPath ? null : await fewPilots(tx)
  const page = pilots ? cutFromEach(tx, filters, pilots, cut) : cutOut(matching(tx, filters), cut)
  const shown = tx.selectFrom(page.as('q')).innerJoin('services as s', 's.id', 'q.id')
  const rows = await inOrder(shown, cut)
    .select(raw)
    .select([
      sql<string>`(select name from pilot_enterprises where id = s.enterprise_id)`.as('enterpriseName'),
      sql<string>`(select u.name from pilots p join units u on u.id = p.park_id where p.id = s.pilot_id)`.as(
        'parkName',
      ),
      sql<number | null>`(select price_fen from contracts where service_id = s.id)`.as('priceFen'),
      sql<string | null>`(select a.name from service_selections c join products g on g.id = c.product_id
        join partner_agencies a on a.id = g.agency_id where c.service_id = s.id)`.as('agencyName'),
    ])
    .execute()
  return rows.map(({ id, serviceKind, state, updatedAt, ...row }) => ({
    ...row,
    serviceId: id,
    kind: serviceKind as ServiceKind,
    state: state as ServiceState,
    updatedAt: updatedAt.toISOString(),
  }))
}

/** In how many pilots each is looked through by itself; above it an index of them all is walked in its order. */
const fewEnough = 60

async function fewPilots(tx: Tx): Promise<string[] | null> {
  const found = await tx
    .selectFrom('pilots')
    .select('id')
    .limit(fewEnough + 1)
    .execute()
  return found.length > fewEnough ? null : found.map(({ id }) => id)
}

function cutOut(services: ReturnType<typeof matching>, { limit, offset, ...order }: Cut) {
  return inOrder(services.select(['s.id', order.column]), order)
    .limit(limit)
    .offset(offset)
}

/** The newest fifty of all are among the newest fifty of each of its pilots, and those stand together in an index. */
function cutFromEach(tx: Tx, filters: Filters, pilots: readonly string[], { limit, offset, ...order }: Cut) {
  const one = matching(tx, filters).where('s.pilotId', '=', sql.ref<string>('p.pilotId'))
  const each = cutOut(one, { ...order, limit: offset + limit, offset: 0 })
  const several = tx
    .selectFrom(sql<{ pilotId: string }>`unnest(${[...pilots]}::uuid[])`.as<'p'>(sql`p(pilot_id)`))
    .innerJoinLateral(each.as('s'), (join) => join.onTrue())
    .select(['s.id', order.column])
  return inOrder(several, order).limit(limit).offset(offset)
}

type Ordered<Q> = { orderBy(column: Cut['column'], direction: 'asc' | 'desc'): Ordered<Q> & Q }

/** By the column, and among equals by id, the other way round when the order is. */
function inOrder<Q>(query: Q, { column, falling }: Pick<Cut, 'column' | 'falling'>): Q {
  const ordered = query as Ordered<Q>
  return ordered.orderBy(column, falling ? 'desc' : 'asc').orderBy('s.id' as Cut['column'], falling ? 'asc' : 'desc')
}

/** How many match: read from the kept counts where the filters allow it, counted one by one only where they are narrow. */
export async function countServices(tx: Tx, filters: Filters, insideEnterprise: boolean): Promise<number> {
  const { enterpriseId, enterprise, no, pilotId, state, kind, counted } = filters
  if (insideEnterprise || enterpriseId || enterprise || no) {
    const { n } = await matching(tx, filters)
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
    return n
  }
  const sum = counted === 'yes' ? sql`counted` : counted === 'no' ? sql`n - counted` : sql`n`
  let rows = tx
    .selectFrom(state || kind ? 'serviceCounts' : 'pilotServiceCounts')
    .select(sql<number>`coalesce(sum(${sum}), 0)::int`.as('n'))
  if (pilotId) rows = rows.where('pilotId', '=', pilotId)
  if (state) rows = rows.where('state' as 'pilotId', '=', state)
  if (kind) rows = rows.where('serviceKind' as 'pilotId', '=', kind)
  return (await rows.executeTakeFirstOrThrow()).n
}
