import { sql } from 'kysely'
import type { z } from 'zod'
import type { Tx } from '../../../platform/database/connect.ts'
import { downTheTree } from '../../../platform/database/ordered.ts'
import type * as contract from './contract.ts'

type Search = z.output<typeof contract.listUnits.search>

export type Unit = {
  id: string
  kind: 'province' | 'city' | 'county' | 'zone' | 'park' | 'enterprise'
  code: string | null
  name: string
  parentId: string | null
  scope: string
  uscc: string | null
  economyBureau: string | null
  financeBureau: string | null
}

export type NewUnit = Unit & { usccProof: string | null; validFrom: string }

const columns = ['id', 'kind', 'code', 'name', 'parentId', 'scope', 'uscc', 'economyBureau', 'financeBureau'] as const

export async function unitById(tx: Tx, id: string): Promise<Unit | null> {
  const found = await tx.selectFrom('units').select(columns).where('id', '=', id).executeTakeFirst()
  return found ?? null
}

/** Every unit that has one of these names; of some names there are several. */
export async function unitsNamed(tx: Tx, names: readonly string[]): Promise<Unit[]> {
  if (names.length === 0) return []
  return tx.selectFrom('units').select(columns).where('name', 'in', names).orderBy('scope').execute()
}

/** The paths of the units that a path runs through, its own last. */
function pathsTo(scope: string): string[] {
  const steps = scope.split('/').filter(Boolean)
  return steps.map((_, i) => `${steps.slice(0, i + 1).join('/')}/`)
}

/** The county, or the zone acting as one, that a park's path runs through. */
export async function countyOfScope(tx: Tx, scope: string): Promise<Unit | null> {
  const found = await tx
    .selectFrom('units')
    .select(columns)
    .where('scope', 'in', pathsTo(scope))
    .where('kind', 'in', ['county', 'zone'])
    .orderBy('scope', 'desc')
    .executeTakeFirst()
  return found ?? null
}

export async function insertUnits(tx: Tx, units: readonly NewUnit[]): Promise<void> {
  if (units.length > 0)
    await tx
      .insertInto('units')
      .values([...units])
      .execute()
}

/** What stands under the same parent by the same name or credit code; an enterprise is known by its code alone. */
export async function siblingsLike(tx: Tx, { parentId, name, uscc }: Pick<Unit, 'parentId' | 'name' | 'uscc'>) {
  return tx
    .selectFrom('units')
    .select(['name', 'uscc'])
    .where('parentId', '=', parentId)
    .where((any) =>
      any.or([any.and([any('name', '=', name), any('kind', '<>', 'enterprise')]), any('uscc', '=', uscc)]),
    )
    .execute()
}

/** The parks of a county by name. */
export async function parkNamesIn(tx: Tx, countyId: string): Promise<string[]> {
  const parks = tx.selectFrom('units').select('name').where('parentId', '=', countyId).where('kind', '=', 'park')
  return (await parks.orderBy('name').execute()).map(({ name }) => name)
}

/** Names of units in the reader's area and above it, by id. */
export async function unitNamesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = await tx
    .selectFrom('units')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(found.map(({ id, name }) => [id, name]))
}

/** False when somebody registered an enterprise of this code under this park in the same moment. */
export async function insertEnterprise(tx: Tx, unit: NewUnit): Promise<boolean> {
  const inserted = await tx
    .insertInto('units')
    .values(unit)
    .onConflict((conflict) => conflict.columns(['parentId', 'uscc']).doNothing())
    .executeTakeFirst()
  return inserted.numInsertedOrUpdatedRows === 1n
}

/** The enterprise of this code under a park, if the park knows it already. */
export async function enterpriseOfPark(tx: Tx, parkId: string, uscc: string): Promise<Unit | null> {
  const found = await tx
    .selectFrom('units')
    .select(columns)
    .where('parentId', '=', parkId)
    .where('uscc', '=', uscc)
    .executeTakeFirst()
  return found ?? null
}

/** A page of the units that a reader of this scope sees, those above it among them, down the tree. */
export async function listUnits(tx: Tx, scope: string, search: Search): Promise<{ units: Unit[]; total: number }> {
  const { q, kind, parentId, takesParks, outsideBatchId, page, pageSize } = search
  const found = tx
    .selectFrom('units as u')
    // Said for the index: what row security says of the units above is none.
    .where(sql<boolean>`(in_scope(u.scope) or u.scope = any (${pathsTo(scope)}))`)
    .$if(q !== undefined && q !== '', (select) => select.where(sql<boolean>`strpos(u.name, ${q}) > 0`))
    .$if(kind !== undefined, (select) => select.where('u.kind', '=', kind as Unit['kind']))
    .$if(takesParks !== undefined, (select) => select.where('u.kind', 'in', ['county', 'zone']))
    .$if(parentId !== undefined, (select) => select.where('u.parentId', '=', parentId as string))
    .$if(outsideBatchId !== undefined, (select) =>
      select.where(
        sql<boolean>`not exists (select from pilots p where p.park_id = u.id and p.batch_id = ${outsideBatchId})`,
      ),
    )
  const { total } = await found.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow()
  const units = await found
    .select(columns.map((column) => `u.${column}` as const))
    .orderBy(downTheTree('u'))
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute()
  return { units, total }
}
