import type { Tx } from '../../../platform/database/connect.ts'
import { holdKey, shareKey } from '../../../platform/database/hold.ts'
import type { PlanContent } from '../../../policy/plan/plan.ts'
import type { ServiceKind } from '../../../policy/records/service-kinds.ts'
import { byName } from '../../../shared/clean.ts'
import type { Day } from '../../../shared/dates.ts'

/** A version of the plan. `inForceFrom`: the day from which figures are held to it. */
export type Baseline = { id: string; no: number; hash: string; lockedAt: Date; inForceFrom: Day }

const versionColumns = ['id', 'no', 'hash', 'lockedAt', 'inForceFrom'] as const

/** The newest baseline of a pilot, which the register follows; null before its plan is approved. */
export async function currentBaseline(tx: Tx, pilotId: string): Promise<Baseline | null> {
  const found = await tx
    .selectFrom('baselines')
    .select(versionColumns)
    .where('pilotId', '=', pilotId)
    .orderBy('no', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found ?? null
}

/** The newest baseline that was locked at a moment; null before the plan was approved. */
export async function baselineAt(tx: Tx, pilotId: string, at: Date): Promise<Baseline | null> {
  const found = await tx
    .selectFrom('baselines')
    .select(versionColumns)
    .where('pilotId', '=', pilotId)
    .where('lockedAt', '<=', at)
    .orderBy('no', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found ?? null
}

/** Every version of a pilot's plan, newest first, with the major matter that asked for it. */
export function baselineVersions(tx: Tx, pilotId: string) {
  return tx
    .selectFrom('baselines')
    .select([...versionColumns, 'matterId'])
    .where('pilotId', '=', pilotId)
    .orderBy('no', 'desc')
    .execute()
}

/** The version in force on a day; for a day before the plan was approved, its first. */
export async function baselineOn(tx: Tx, pilotId: string, day: Day): Promise<Baseline | null> {
  const found = await tx
    .selectFrom('baselines')
    .select(versionColumns)
    .where('pilotId', '=', pilotId)
    .where((eb) => eb.or([eb('inForceFrom', '<=', day), eb('no', '=', 1)]))
    .orderBy('no', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found ?? null
}

/** A version by its id, which something is pinned to. */
export async function baselineById(tx: Tx, id: string): Promise<Baseline> {
  return tx.selectFrom('baselines').select(versionColumns).where('id', '=', id).executeTakeFirstOrThrow()
}

/** The whole plan as that version froze it. */
export async function baselineContent(tx: Tx, baselineId: string): Promise<PlanContent> {
  const found = await tx
    .selectFrom('baselines')
    .select('content')
    .where('id', '=', baselineId)
    .executeTakeFirstOrThrow()
  return found.content as PlanContent
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

/** Every fund line there ever was, by what it is called; for what was booked on a line that has left. */
export function fundLinesEver(tx: Tx, pilotId: string) {
  return tx.selectFrom('fundLines').select(['id', 'serviceKind', 'purpose']).where('pilotId', '=', pilotId).execute()
}

/** The targets of one version. */
export function targetsOf(tx: Tx, baselineId: string) {
  return tx
    .selectFrom('targets')
    .select(['indicator', 'unit', 'baseline', 'target', 'weight'])
    .where('baselineId', '=', baselineId)
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
    .$if(serviceKind !== undefined, (select) => select.where('p.serviceKind', '=', serviceKind as ServiceKind))
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

export async function pilotEnterprises(tx: Tx, pilotId: string) {
  const rows = await tx
    .selectFrom('pilotEnterprises')
    .select(enterpriseColumns)
    .where('baselineId', '=', newest(tx, pilotId))
    .execute()
  return byName(rows)
}

export function pilotEnterpriseById(tx: Tx, id: string) {
  return tx.selectFrom('pilotEnterprises').select(enterpriseColumns).where('id', '=', id).executeTakeFirst()
}

/** Holds the plan of a pilot until the transaction ends: nobody else changes it, opens a matter about it or orders by it. */
export async function lockPilotPlan(tx: Tx, pilotId: string): Promise<void> {
  const held = await planFiling(tx, pilotId).forUpdate().execute()
  if (held.length === 0) await holdKey(tx, 'plan', pilotId)
}

/** What is ordered by the plan in force waits for a change of it that is just being approved, and is waited for by it. */
export async function holdPlan(tx: Tx, pilotId: string): Promise<void> {
  const held = await planFiling(tx, pilotId).forShare().execute()
  // Standing service has lists that nobody filed.
  if (held.length === 0) await shareKey(tx, 'plan', pilotId)
}

function planFiling(tx: Tx, pilotId: string) {
  return tx.selectFrom('filings').select('id').where('pilotId', '=', pilotId).where('kind', '=', 'plan')
}
