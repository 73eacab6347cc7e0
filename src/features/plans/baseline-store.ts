import type { Tx } from '../../platform/database/connect.ts'
import type { ServiceKind } from '../../policy/service-kinds.ts'

export type Baseline = { id: string; no: number; hash: string; lockedAt: Date }

/** The newest baseline of a pilot; null before its plan is approved. */
export async function currentBaseline(tx: Tx, pilotId: string): Promise<Baseline | null> {
  const found = await tx
    .selectFrom('baselines')
    .select(['id', 'no', 'hash', 'lockedAt'])
    .where('pilotId', '=', pilotId)
    .orderBy('no', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found ?? null
}

function newest(tx: Tx, pilotId: string) {
  return tx.selectFrom('baselines').select('id').where('pilotId', '=', pilotId).orderBy('no', 'desc').limit(1)
}

/** Fund-use lines of the newest baseline; amounts in fen. */
export function fundLines(tx: Tx, pilotId: string) {
  return tx
    .selectFrom('fundLines')
    .select([
      'id',
      'serviceKind',
      'purpose',
      'quantity',
      'unitPriceFen',
      'provincialFen',
      'parkFen',
      'enterpriseFen',
      'quarter',
      'indicator',
      'scope',
    ])
    .where('baselineId', '=', newest(tx, pilotId))
    .orderBy('id')
    .execute()
}

export function targetsOf(tx: Tx, pilotId: string) {
  return tx
    .selectFrom('targets')
    .select(['indicator', 'unit', 'baseline', 'target', 'weight'])
    .where('baselineId', '=', newest(tx, pilotId))
    .orderBy('indicator')
    .execute()
}

/** The catalogue an enterprise picks from, with the agency behind each product; prices in fen. */
export function productsOf(tx: Tx, pilotId: string, serviceKind?: ServiceKind) {
  return tx
    .selectFrom('products as p')
    .innerJoin('partnerAgencies as a', 'a.id', 'p.agencyId')
    .select([
      'p.id',
      'p.agencyId',
      'a.uscc as agencyUscc',
      'a.name as agencyName',
      'a.relatedTo as agencyRelatedTo',
      'p.serviceKind',
      'p.name',
      'p.deliverable',
      'p.agreedPriceFen',
      'p.marketPriceFen',
      'p.priceBasis',
      'p.exceptionReason',
    ])
    .where('p.baselineId', '=', newest(tx, pilotId))
    .$if(serviceKind !== undefined, (select) => select.where('p.serviceKind', '=', serviceKind as string))
    .orderBy('p.agreedPriceFen')
    .execute()
}

const enterpriseColumns = [
  'id',
  'pilotId',
  'unitId',
  'uscc',
  'name',
  'industry',
  'staff',
  'revenueWan',
  'assetsWan',
  'scope',
] as const

export function pilotEnterprises(tx: Tx, pilotId: string) {
  return tx
    .selectFrom('pilotEnterprises')
    .select(enterpriseColumns)
    .where('baselineId', '=', newest(tx, pilotId))
    .orderBy('name')
    .execute()
}

export function pilotEnterpriseById(tx: Tx, id: string) {
  return tx.selectFrom('pilotEnterprises').select(enterpriseColumns).where('id', '=', id).executeTakeFirst()
}
