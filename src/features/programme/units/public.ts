import type { Tx } from '../../../platform/database/connect.ts'
import { enterpriseOfPark, insertEnterprise, type Unit } from './store.ts'

export { insertPlanned, planUnit, siblingGuards } from './new-unit.ts'
export type { Unit } from './store.ts'
export { countyOfScope, enterpriseOfPark, parkNamesIn, unitById, unitNamesOf, unitsNamed } from './store.ts'

type Enterprise = { uscc: string; name: string; licence?: { fileId: string } | undefined }

/** The unit of an enterprise in a park, registered when it is seen for the first time. */
export async function enterpriseUnit(
  tx: Tx,
  park: Pick<Unit, 'id' | 'scope'>,
  enterprise: Enterprise,
  { newId, today }: { newId: () => string; today: string },
): Promise<Pick<Unit, 'id' | 'scope'>> {
  const known = await enterpriseOfPark(tx, park.id, enterprise.uscc)
  if (known) return known
  const id = newId()
  const unit = {
    id,
    kind: 'enterprise' as const,
    code: null,
    name: enterprise.name,
    parentId: park.id,
    scope: `${park.scope}${id}/`,
    uscc: enterprise.uscc,
    usccProof: enterprise.licence?.fileId ?? null,
    economyBureau: null,
    financeBureau: null,
    validFrom: today,
  }
  if (await insertEnterprise(tx, unit)) return unit
  const other = await enterpriseOfPark(tx, park.id, enterprise.uscc)
  if (!other) throw new Error(`enterprise ${enterprise.uscc} is neither there nor new`)
  return other
}
