import type { Tx } from '../../../platform/database/connect.ts'
import type { PlanContent } from '../../../policy/plan/plan.ts'
import type { Industry } from '../../../policy/services/enterprise-size.ts'
import { dayOf } from '../../../shared/dates.ts'
import type { Fen } from '../../../shared/money.ts'
import type { Pilot } from '../pilots/public.ts'
import { enterpriseUnit } from '../units/public.ts'

type Acting = { readonly newId: () => string; readonly at: Date }
type Version = { readonly baselineId: string; readonly content: PlanContent }
type Row = { baselineId: string; enteredWith: string; pilotId: string; scope: string }

/** A fund line before and after, in fen; nothing before for a new one, nothing after for one that left. */
export type MovedLine = { readonly id: string; readonly fromFen: Fen; readonly toFen: Fen }

/**
 * Brings the tables of what is in force to a version's content: rows that stay keep their ids, new ones come in, those that
 * left keep naming the version before. An enterprise or agency that comes back is the one it was. Returns the fund lines.
 */
export async function keepRegister(tx: Tx, pilot: Pilot, version: Version, acting: Acting): Promise<MovedLine[]> {
  const row = { baselineId: version.baselineId, enteredWith: version.baselineId, pilotId: pilot.id, scope: pilot.scope }
  await keepEnterprises(tx, pilot, version, row, acting)
  await keepProducts(tx, version, row, await keepAgencies(tx, version, row, acting), acting)
  return keepLines(tx, version, row, acting)
}

async function keepLines(tx: Tx, { content, baselineId }: Version, row: Row, { newId }: Acting): Promise<MovedLine[]> {
  const before = await tx
    .selectFrom('fundLines')
    .select(['id', 'rowKey', 'provincialFen'])
    .where('pilotId', '=', row.pilotId)
    .where('baselineId', '=', versionBefore(tx, row.pilotId, baselineId))
    .orderBy('id')
    .forUpdate()
    .execute()
  const lines = content['fund-lines'].rows.map((line) => ({
    ...row,
    id: before.find((one) => one.rowKey === line.id)?.id ?? newId(),
    rowKey: line.id,
    serviceKind: sure(line.serviceKind),
    purpose: line.purpose,
    quantity: sure(line.quantity),
    unitPriceFen: sure(line.unitPriceFen),
    provincialFen: sure(line.provincialFen),
    parkFen: sure(line.parkFen),
    enterpriseFen: sure(line.enterpriseFen),
    quarter: sure(line.quarter),
    indicator: line.indicator,
  }))
  // Standing service plans no money.
  if (lines.length === 0) return before.map(({ id, provincialFen }) => ({ id, fromFen: provincialFen, toFen: 0 }))
  await tx
    .insertInto('fundLines')
    .values(lines)
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet(({ ref }) => ({
        baselineId: ref('excluded.baselineId'),
        purpose: ref('excluded.purpose'),
        quantity: ref('excluded.quantity'),
        unitPriceFen: ref('excluded.unitPriceFen'),
        provincialFen: ref('excluded.provincialFen'),
        parkFen: ref('excluded.parkFen'),
        enterpriseFen: ref('excluded.enterpriseFen'),
        quarter: ref('excluded.quarter'),
        indicator: ref('excluded.indicator'),
      })),
    )
    .execute()
  const stood = new Map(before.map((line) => [line.id, line.provincialFen]))
  const kept = lines.map(({ id, provincialFen }) => ({ id, fromFen: stood.get(id) ?? 0, toFen: provincialFen }))
  const left = before.filter((line) => !lines.some((one) => one.id === line.id))
  return [...kept, ...left.map(({ id, provincialFen }) => ({ id, fromFen: provincialFen, toFen: 0 }))]
}

type Agencies = ReadonlyMap<string, string>

/** Returns the id of each agency by its credit code. */
async function keepAgencies(tx: Tx, { content }: Version, row: Row, { newId }: Acting): Promise<Agencies> {
  const known = await tx
    .selectFrom('partnerAgencies')
    .select(['id', 'uscc'])
    .where('pilotId', '=', row.pilotId)
    .orderBy('id')
    .forUpdate()
    .execute()
  const ids = new Map(known.map(({ uscc, id }) => [uscc, id]))
  const agencies = content.agencies.agencies.map(({ id: rowKey, uscc, name, kind, serviceKinds, relatedTo }) => ({
    ...row,
    id: ids.get(uscc) ?? newId(),
    rowKey,
    uscc,
    name,
    kind: sure(kind),
    serviceKinds: [...serviceKinds],
    relatedTo: [...relatedTo],
  }))
  // The lists of standing service may be empty.
  if (agencies.length === 0) return new Map()
  await tx
    .insertInto('partnerAgencies')
    .values(agencies)
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet(({ ref }) => ({
        baselineId: ref('excluded.baselineId'),
        rowKey: ref('excluded.rowKey'),
        name: ref('excluded.name'),
        kind: ref('excluded.kind'),
        serviceKinds: ref('excluded.serviceKinds'),
        relatedTo: ref('excluded.relatedTo'),
      })),
    )
    .execute()
  return new Map(agencies.map(({ uscc, id }) => [uscc, id]))
}

async function keepProducts(
  tx: Tx,
  { content, baselineId }: Version,
  row: Row,
  agencies: Agencies,
  { newId }: Acting,
): Promise<void> {
  const before = await tx
    .selectFrom('products')
    .select(['id', 'rowKey'])
    .where('pilotId', '=', row.pilotId)
    .where('baselineId', '=', versionBefore(tx, row.pilotId, baselineId))
    .orderBy('id')
    .forUpdate()
    .execute()
  const products = content.agencies.products.map((product) => ({
    ...row,
    id: before.find((one) => one.rowKey === product.id)?.id ?? newId(),
    rowKey: product.id,
    agencyId: sure(agencies.get(product.agencyUscc)),
    serviceKind: sure(product.serviceKind),
    name: product.name,
    deliverable: product.deliverable,
    agreedPriceFen: sure(product.agreedPriceFen),
    marketPriceFen: sure(product.marketPriceFen),
    priceBasis: product.priceBasis,
    exceptionReason: product.exceptionReason,
  }))
  if (products.length === 0) return
  await tx
    .insertInto('products')
    .values(products)
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet(({ ref }) => ({
        baselineId: ref('excluded.baselineId'),
        name: ref('excluded.name'),
        deliverable: ref('excluded.deliverable'),
        agreedPriceFen: ref('excluded.agreedPriceFen'),
        marketPriceFen: ref('excluded.marketPriceFen'),
        priceBasis: ref('excluded.priceBasis'),
        exceptionReason: ref('excluded.exceptionReason'),
      })),
    )
    .execute()
}

async function keepEnterprises(
  tx: Tx,
  pilot: Pilot,
  { content }: Version,
  row: Row,
  { newId, at }: Acting,
): Promise<void> {
  const known = await tx
    .selectFrom('pilotEnterprises')
    .select(['id', 'uscc', 'unitId', 'scope'])
    .where('pilotId', '=', pilot.id)
    .orderBy('id')
    .forUpdate()
    .execute()
  const stood = new Map(known.map((one) => [one.uscc, one]))
  const park = { id: pilot.parkId, scope: pilot.scope }
  const today = dayOf(at)
  const enterprises: (Row & { id: string; unitId: string } & Entered)[] = []
  for (const { id: rowKey, uscc, licence, name, industry, staff, revenueWan, assetsWan } of content.enterprises.rows) {
    const old = stood.get(uscc)
    const unit = old
      ? { id: old.unitId, scope: old.scope }
      : await enterpriseUnit(tx, park, { uscc, name, licence }, { newId, today })
    const entered = {
      rowKey,
      uscc,
      name,
      industry: sure(industry),
      staff: sure(staff),
      revenueWan: sure(revenueWan),
      assetsWan: sure(assetsWan),
    }
    enterprises.push({ ...row, ...entered, scope: unit.scope, id: old?.id ?? newId(), unitId: unit.id })
  }
  if (enterprises.length === 0) return
  await tx
    .insertInto('pilotEnterprises')
    .values(enterprises)
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet(({ ref }) => ({
        baselineId: ref('excluded.baselineId'),
        rowKey: ref('excluded.rowKey'),
        name: ref('excluded.name'),
        industry: ref('excluded.industry'),
        staff: ref('excluded.staff'),
        revenueWan: ref('excluded.revenueWan'),
        assetsWan: ref('excluded.assetsWan'),
      })),
    )
    .execute()
}

type Entered = {
  rowKey: string
  uscc: string
  name: string
  industry: Industry
  staff: number
  revenueWan: number
  assetsWan: number
}

/** The version that was in force before this one. */
function versionBefore(tx: Tx, pilotId: string, baselineId: string) {
  return tx
    .selectFrom('baselines')
    .select('id')
    .where('pilotId', '=', pilotId)
    .where('id', '<>', baselineId)
    .orderBy('no', 'desc')
    .limit(1)
}

export function sure<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('an approved plan has a gap')
  return value
}
