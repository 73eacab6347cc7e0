import type { Tx } from '../../../platform/database/connect.ts'
import { byPlace } from '../../../shared/clean.ts'

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

/** The county, or the zone acting as one, that a park's path runs through. */
export async function countyOfScope(tx: Tx, scope: string): Promise<Unit | null> {
  const steps = scope.split('/').filter(Boolean)
  const paths = steps.map((_, i) => `${steps.slice(0, i + 1).join('/')}/`)
  const found = await tx
    .selectFrom('units')
    .select(columns)
    .where('scope', 'in', paths)
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

export async function listUnits(
  tx: Tx,
  filter: { kind?: Unit['kind'] | undefined; parentId?: string | undefined },
): Promise<Unit[]> {
  let select = tx.selectFrom('units').select(columns).orderBy('scope').limit(2000)
  if (filter.kind) select = select.where('kind', '=', filter.kind)
  if (filter.parentId) select = select.where('parentId', '=', filter.parentId)
  return byPlace(await select.execute(), (unit) => unit)
}
