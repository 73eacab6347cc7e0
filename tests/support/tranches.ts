import { approve, type County, draftPlan, openAccount, type Park, submitPlan } from '../../database/demo/programme.ts'
import { samplePlan, sampleUscc } from '../../database/demo/sample-plan.ts'
import { disbursementPlanOf, type PlannedTranche } from '../../src/features/money/funds/planned-store.ts'
import * as tranches from '../../src/features/money/funds/tranche-contract.ts'
import * as notices from '../../src/features/money/notices/contract.ts'
import * as pilots from '../../src/features/programme/pilots/contract.ts'
import * as units from '../../src/features/programme/units/contract.ts'
import { editionOf } from '../../src/policy/editions/edition.ts'
import { inside } from './inside.ts'
import { diagnosed, enterprisesOf, serviceAt } from './services.ts'
import type { World } from './world.ts'

/** The disbursement plan in force for a pilot, as the database shows it in this scope. */
export function planSeenBy(world: World, scope: string, pilotId: string): Promise<PlannedTranche[] | null> {
  return inside(world, scope, (tx) => disbursementPlanOf(tx, pilotId))
}

/** Everything the second tranche of the 2023 edition looks at, but for the judgments: all diagnosed, a service under way. */
export async function underWay(world: World, park: Park): Promise<void> {
  const enterprises = await enterprisesOf(world, park)
  for (const no of enterprises.keys()) await diagnosed(world, park, no)
  await serviceAt(world, park, 'under-way')
}

/** The manager and the two officers of a park that is registered already. */
export async function openPeople(world: World, unitId: string, name: string): Promise<void> {
  for (const [post, title] of [
    ['park-manager', '负责人'],
    ['service-officer', '服务专员'],
    ['fund-officer', '资金专员'],
  ] as const)
    await openAccount(world, unitId, post, `${name}·${title}`)
}

/** A park of the 2025 edition in the same county, its plan approved by both bureaus: it asks for a public notice. */
export async function noticePilot(world: World, { countyId }: Pick<County, 'countyId'>): Promise<Park> {
  const edition = editionOf('zj-2025')
  const [admin, province] = [await world.administrator(), await world.as('省经信厅·处室')]
  const name = '嘉善中新产业园'
  const uscc = sampleUscc(88)
  const unit = await admin.done(units.registerUnit, { body: { kind: 'park', parentId: countyId, name, uscc } })
  await openPeople(world, unit.unitId, name)
  const batch = { edition: edition.id, firstYear: 2026, name: '2026年第三批' }
  const { batchId } = await province.done(pilots.createBatch, { body: batch })
  const awardFen = 300_000_000
  const { pilotId } = await province.done(pilots.admitPilot, { body: { batchId, parkId: unit.unitId, awardFen } })
  const park: Park = { batchId, parkId: unit.unitId, pilotId, name, scope: unit.scope, uscc }
  await draftPlan(world, park, samplePlan(name, { awardFen, edition }))
  await submitPlan(world, park)
  await approve(world, park, '嘉善县经信局·经办')
  await approve(world, park, '嘉善县财政局·经办')
  return park
}

/** The economy bureau publishes what it drafted; returns the notice's id. */
export async function publish(world: World, of: Park, no: number, by = '嘉善县经信局·经办'): Promise<string> {
  const economy = await world.as(by)
  const params = { pilotId: of.pilotId, no }
  const { body, contact } = await economy.done(notices.draftNotice, { params })
  return (await economy.done(tranches.publishNotice, { params, body: { body, contact } })).noticeId
}
