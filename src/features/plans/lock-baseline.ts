import type { Tx } from '../../platform/database/connect.ts'
import type { PlanContent } from '../../policy/plan.ts'
import { dayOf } from '../../shared/dates.ts'
import type { FilingRow } from '../filings/public.ts'
import { openLedger } from '../funds/public.ts'
import type { Pilot } from '../pilots/public.ts'
import { enterpriseUnit } from '../units/public.ts'
import { contentOf } from './store.ts'

type Acting = { newId: () => string; at: Date; by: string }

/**
 * The approved plan becomes the baseline (G3.1): its targets, pilot enterprises, agencies, products and fund lines are
 * written down once and for all, and the award stands in the ledger, line by line. Called in the transaction of the
 * opinion that completed the review; the plan has passed its check, so nothing in it is missing.
 */
export async function lockBaseline(
  tx: Tx,
  pilot: Pilot,
  filing: FilingRow,
  { newId, at, by }: Acting,
): Promise<string> {
  if (!filing.version) throw new Error(`plan ${filing.id} was approved without a version`)
  const content = contentOf(filing)
  const id = newId()
  const { scope } = pilot
  await tx
    .insertInto('baselines')
    .values({
      id,
      pilotId: pilot.id,
      no: 1,
      versionId: filing.version.id,
      hash: filing.version.hash,
      lockedAt: at,
      scope,
    })
    .execute()
  const row = { baselineId: id, pilotId: pilot.id, scope }
  await tx
    .insertInto('targets')
    .values(
      content.targets.rows.map(({ indicator, unit, baseline, target, weight }) => ({
        ...row,
        indicator,
        unit,
        baseline: sure(baseline),
        target: sure(target),
        weight: sure(weight),
      })),
    )
    .execute()
  const lines = content['fund-lines'].rows.map((line) => ({
    ...row,
    id: newId(),
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
  await tx.insertInto('fundLines').values(lines).execute()
  await insertCatalogue(tx, content, row, newId)
  await insertEnterprises(tx, content, pilot, row, { newId, at })
  await openLedger(tx, { pilot, lines, subject: id, by, at, newId })
  return id
}

type Row = { baselineId: string; pilotId: string; scope: string }

async function insertCatalogue(
  tx: Tx,
  { agencies: section }: PlanContent,
  row: Row,
  newId: () => string,
): Promise<void> {
  const agencies = section.agencies.map(({ uscc, name, kind, serviceKinds, relatedTo }) => ({
    ...row,
    id: newId(),
    uscc,
    name,
    kind: sure(kind),
    serviceKinds: [...serviceKinds],
    relatedTo: [...relatedTo],
  }))
  await tx.insertInto('partnerAgencies').values(agencies).execute()
  const products = section.products.map((product) => ({
    ...row,
    id: newId(),
    agencyId: sure(agencies.find((agency) => agency.uscc === product.agencyUscc)).id,
    serviceKind: sure(product.serviceKind),
    name: product.name,
    deliverable: product.deliverable,
    agreedPriceFen: sure(product.agreedPriceFen),
    marketPriceFen: sure(product.marketPriceFen),
    priceBasis: product.priceBasis,
    exceptionReason: product.exceptionReason,
  }))
  await tx.insertInto('products').values(products).execute()
}

async function insertEnterprises(
  tx: Tx,
  { enterprises }: PlanContent,
  pilot: Pilot,
  row: Row,
  { newId, at }: { newId: () => string; at: Date },
): Promise<void> {
  const today = dayOf(at)
  const park = { id: pilot.parkId, scope: pilot.scope }
  for (const { uscc, name, industry, staff, revenueWan, assetsWan } of enterprises.rows) {
    const unit = await enterpriseUnit(tx, park, { uscc, name }, { newId, today })
    await tx
      .insertInto('pilotEnterprises')
      .values({
        ...row,
        scope: unit.scope,
        id: newId(),
        unitId: unit.id,
        uscc,
        name,
        industry: sure(industry),
        staff: sure(staff),
        revenueWan: sure(revenueWan),
        assetsWan: sure(assetsWan),
      })
      .execute()
  }
}

function sure<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('an approved plan has a gap')
  return value
}
