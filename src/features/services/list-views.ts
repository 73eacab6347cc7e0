import { type Expression, type SqlBool, sql } from 'kysely'
import type { Tx } from '../../platform/database/connect.ts'
import type { ServiceState } from '../../policy/service.ts'
import type { ServiceKind } from '../../policy/service-kinds.ts'
import type { Order, ServiceRow } from './contract.ts'

export type Filters = {
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

/** Services by id alone, so that a page is cut from an index before anything is joined to it. */
function matching(tx: Tx, { pilotId, state, kind, enterpriseId, enterprise, no, counted }: Filters) {
  return tx.selectFrom('services as s').where(({ eb, and }) => {
    const all: Expression<SqlBool>[] = []
    if (pilotId) all.push(eb('s.pilotId', '=', pilotId))
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

async function slice(tx: Tx, filters: Filters, { column, falling, limit, offset }: Cut): Promise<ServiceRow[]> {
  const direction = falling ? 'desc' : 'asc'
  const tie = falling ? 'asc' : 'desc'
  const page = matching(tx, filters)
    .select('s.id')
    .orderBy(column, direction)
    .orderBy('s.id', tie)
    .limit(limit)
    .offset(offset)
  const rows = await tx
    .selectFrom(page.as('page'))
    .innerJoin('services as s', 's.id', 'page.id')
    .innerJoin('pilotEnterprises as e', 'e.id', 's.enterpriseId')
    .innerJoin('pilots as p', 'p.id', 's.pilotId')
    .innerJoin('units as u', 'u.id', 'p.parkId')
    .leftJoin('serviceSelections as c', 'c.serviceId', 's.id')
    .leftJoin('products as g', 'g.id', 'c.productId')
    .leftJoin('partnerAgencies as a', 'a.id', 'g.agencyId')
    .leftJoin('contracts as k', 'k.serviceId', 's.id')
    .select([
      's.id as serviceId',
      's.no',
      's.pilotId',
      'u.name as parkName',
      's.enterpriseId',
      'e.name as enterpriseName',
    ])
    .select([
      's.serviceKind',
      's.state',
      'a.name as agencyName',
      'k.priceFen',
      's.openedOn',
      's.countedOn',
      's.updatedAt',
    ])
    .orderBy(column, direction)
    .orderBy('s.id', tie)
    .execute()
  return rows.map(({ serviceKind, state, updatedAt, ...row }) => ({
    ...row,
    kind: serviceKind as ServiceKind,
    state: state as ServiceState,
    updatedAt: updatedAt.toISOString(),
  }))
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
  let rows = tx.selectFrom('serviceCounts').select(sql<number>`coalesce(sum(${sum}), 0)::int`.as('n'))
  if (pilotId) rows = rows.where('pilotId', '=', pilotId)
  if (state) rows = rows.where('state', '=', state)
  if (kind) rows = rows.where('serviceKind', '=', kind)
  return (await rows.executeTakeFirstOrThrow()).n
}
