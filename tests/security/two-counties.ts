import { makePdf, makePhoto } from '../../database/demo/photos.ts'
import { play } from '../../database/demo/play.ts'
import { demoCounty, draftPlan, type Park } from '../../database/demo/programme.ts'
import { type Goal, serviceSteps } from '../../database/demo/serve.ts'
import * as activities from '../../src/features/activities/contract.ts'
import * as calendar from '../../src/features/calendar/contract.ts'
import * as diagnoses from '../../src/features/diagnoses/contract.ts'
import * as returns from '../../src/features/returns/contract.ts'
import * as units from '../../src/features/units/contract.ts'
import type { ServiceKind } from '../../src/policy/service-kinds.ts'
import { reported } from '../support/matters.ts'
import { diagnosed, enterprisesOf, officerOf } from '../support/services.ts'
import { startWorld, type World } from '../support/world.ts'
import { bringPlan } from './steps.ts'
import { announceAndPay } from './steps-notices.ts'

/** One county with everything in it: the reader's own, or one that must stay out of sight. */
export type Side = {
  readonly world: World
  /** 嘉善县 */
  readonly county: string
  readonly countyId: string
  readonly countyScope: string
  readonly batchId: string
  /** Its plan is approved, its first tranche arrived. */
  readonly park: Park
  /** A park whose plan is still being written, if the county has one. */
  readonly planPark: Park
  readonly enterprises: readonly Enterprise[]
  readonly activityId: string
}

export type Enterprise = {
  readonly enterpriseId: string
  readonly unitId: string
  readonly scope: string
  readonly name: string
  readonly uscc: string
}

export type Counties = { readonly world: World; readonly own: Side; readonly foreign: Side }

/** After every step of the play, with the third period over. */
const today = '2026-10-09'

/** Two counties, 嘉善县 and 海宁市， with records of every kind on both sides; the same photo lies in both. */
export async function twoCounties(): Promise<Counties> {
  const world = await startWorld()
  const county = await demoCounty(world)
  const scopes = await world.sql<{ id: string; name: string; scope: string }>(
    `select id, name, scope from units where name in ('嘉善县', '海宁市')`,
  )
  const side = async (name: string, park: Park, planPark: Park): Promise<Side> => {
    const unit = scopes.find((one) => one.name === name)
    if (!unit) throw new Error(`no unit ${name}`)
    await draftPlan(world, park)
    await bringPlan(world, name, park, 'approved')
    await announceAndPay(world, name, park)
    const enterprises = await enterpriseUnits(world, park)
    const head = { world, county: name, countyId: unit.id, countyScope: unit.scope, batchId: county.batchId }
    return { ...head, park, planPark, enterprises, activityId: await activityOf(world, park, enterprises) }
  }
  const own = await side('嘉善县', county.first, county.second)
  const foreign = await side('海宁市', county.foreign, county.foreign)
  await draftPlan(world, county.second)
  await playServices(own, foreign)
  world.setClock('2026-07-06')
  for (const one of [own, foreign]) await fileReturn(one)
  world.setClock('2026-09-02')
  for (const one of [own, foreign]) await watchDeadlines(one)
  for (const one of [own, foreign]) await reported(world, one.park, 'other')
  world.setClock(today)
  return { world, own, foreign }
}

async function enterpriseUnits(world: World, park: Park): Promise<Enterprise[]> {
  const manager = await world.as(`${park.name}·负责人`)
  const search = { kind: 'enterprise', parentId: park.parkId } as const
  const { units: below } = await manager.done(units.listUnits, { search })
  const known = (await enterprisesOf(world, park)).sort((a, b) => a.uscc.localeCompare(b.uscc))
  return known.map(({ enterpriseId, name, uscc }) => {
    const unit = below.find((one) => one.uscc === uscc)
    if (!unit) throw new Error(`no unit of ${name}`)
    return { enterpriseId, unitId: unit.unitId, scope: unit.scope, name, uscc }
  })
}

async function activityOf(world: World, park: Park, enterprises: readonly Enterprise[]): Promise<string> {
  const officer = await world.as(officerOf(park))
  const [first] = enterprises
  const notice = makePdf({ title: '活动通知', lines: [park.name] })
  const body = {
    kind: 'training' as const,
    title: `${park.name}培训班`,
    heldOn: '2026-03-20',
    place: `${park.name}报告厅`,
    attendees: [{ uscc: first?.uscc ?? '', name: first?.name ?? '', people: 3 }],
    papers: [{ proof: 'notice' as const, fileId: await officer.upload('通知.pdf', notice) }],
  }
  return (await officer.done(activities.recordActivity, { params: { pilotId: park.pilotId }, body })).activityId
}

const goals: readonly [ServiceKind, Goal][] = [
  ['digital-transformation', 'closed'],
  ['standardisation', 'payment-prepared'],
  ['management-upgrade', 'disputed'],
  ['talent', 'delivered'],
]

async function playServices(...sides: Side[]): Promise<void> {
  const twice = await makePhoto({
    seed: 900_001,
    // The day before the visit it is handed in for: a finding of its own.
    capturedAt: new Date('2026-04-11T10:00:00+08:00'),
    latitude: 30.84,
    longitude: 120.92,
    caption: 'twice',
  })
  const steps = []
  for (const [at, { world, park, enterprises }] of sides.entries()) {
    for (const no of [0, 1]) await diagnosed(world, park, no)
    for (const [i, [kind, goal]] of goals.entries()) {
      const enterprise = enterprises[i % 2]
      if (!enterprise) throw new Error(`no enterprise in ${park.name}`)
      const reused = i === 0 ? { reusedPhoto: twice } : {}
      steps.push(
        ...serviceSteps(world, { park, enterprise, kind, goal, from: '2026-04-02', no: at * 50 + i + 1, ...reused }),
      )
    }
  }
  const [first] = sides
  if (first) await play(first.world, steps)
}

/** A feed of its own, and an exception that has ended since. */
async function watchDeadlines({ world, park, batchId, countyId }: Side): Promise<void> {
  await (await world.as(officerOf(park))).done(calendar.renewFeed)
  const of = { batchId, unitId: countyId, kind: 'half-year-summary', period: '2026H1' }
  const body = { ...of, until: '2026-09-05', reason: `${park.name}的县补报` }
  await (await world.as('省经信厅·处室')).done(calendar.grantException, { body })
}

/** The table of the second period, explained and submitted. */
async function fileReturn({ world, park }: Side): Promise<void> {
  const manager = await world.as(`${park.name}·负责人`)
  const { filingId } = await manager.done(returns.openReturn, {
    params: { pilotId: park.pilotId },
    body: { period: '2026Q2' },
  })
  await explainAndSubmit(world, park, filingId)
}

/** Reasons for every figure behind time, then the submission. */
export async function explainAndSubmit(world: World, park: Park, filingId: string, submit = true): Promise<number> {
  const manager = await world.as(`${park.name}·负责人`)
  const params = { filingId }
  const { rows, reasons } = await manager.done(returns.showReturn, { params })
  const given = Object.fromEntries(rows.map((row) => [row.indicator, `${park.name}将在下半年加快`]))
  const body = { revision: reasons.revision, reasons: given }
  const { revision } = await manager.done(returns.explainReturn, { params, body })
  if (submit) await manager.done(returns.submitReturn, { params, body: { revision } })
  return revision
}

/** An enterprise of the park nobody has diagnosed yet. */
export async function undiagnosed({ world, park, enterprises }: Side): Promise<Enterprise> {
  const officer = await world.as(officerOf(park))
  const { enterprises: all } = await officer.done(diagnoses.listEnterprises, { params: { pilotId: park.pilotId } })
  const open = all.find((one) => one.diagnosedOn === null)
  const found = enterprises.find((one) => one.enterpriseId === open?.enterpriseId)
  if (!found) throw new Error(`everybody in ${park.name} is diagnosed`)
  return found
}
