import { openOf, planOf, writeSections } from '../../database/demo/course.ts'
import { makePdf, makePhoto } from '../../database/demo/photos.ts'
import { play } from '../../database/demo/play.ts'
import { demoCounty, draftPlan, type Park } from '../../database/demo/programme.ts'
import { type Goal, serviceSteps } from '../../database/demo/serve.ts'
import * as activities from '../../src/features/delivery/activities/contract.ts'
import * as diagnoses from '../../src/features/delivery/diagnoses/contract.ts'
import * as acts from '../../src/features/filings/course/act-contract.ts'
import * as course from '../../src/features/filings/course/contract.ts'
import * as returns from '../../src/features/filings/return/contract.ts'
import * as calendar from '../../src/features/oversight/calendar/contract.ts'
import * as feeds from '../../src/features/oversight/calendar/feed-contract.ts'
import * as units from '../../src/features/programme/units/contract.ts'
import type { ServiceKind } from '../../src/policy/records/service-kinds.ts'
import { reported } from '../support/matters.ts'
import { diagnosed, enterprisesOf, officerOf } from '../support/services.ts'
import { startWorld, type World } from '../support/world.ts'
import type { Counties, Enterprise, Side } from './side.ts'
import { bringPlan } from './steps.ts'
import { closeOutAt } from './steps-close-outs.ts'
import { correctAndVoid } from './steps-corrections.ts'
import { openEvaluatedBatch, openEvaluatedPark, playEvaluation } from './steps-evaluations.ts'
import { takeMeasures } from './steps-measures.ts'
import { announceAndPay } from './steps-notices.ts'

/** After every step of the play, with the third period over. */
const today = '2026-10-09'

/** Two counties, 嘉善县 and 海宁市， with records of every kind on both sides; the same photo lies in both. */
export async function twoCounties(): Promise<Counties> {
  const world = await startWorld()
  const { own, foreign } = await world.once('two-counties', bothSides)
  return { world, own: { world, ...own }, foreign: { world, ...foreign } }
}

type Records = Omit<Side, 'world'>

async function bothSides(world: World): Promise<{ own: Records; foreign: Records }> {
  const county = await demoCounty(world)
  const scopes = await world.sql<{ id: string; name: string; scope: string }>(
    `select id, name, scope from units where name in ('嘉善县', '海宁市')`,
  )
  const evaluatedBatch = await openEvaluatedBatch(world)
  const side = async (name: string, park: Park, planPark: Park): Promise<Side> => {
    const unit = scopes.find((one) => one.name === name)
    if (!unit) throw new Error(`no unit ${name}`)
    const evaluated = { county: name, countyId: unit.id, batchId: evaluatedBatch, no: park.name.length + 40_000 }
    const evaluatedPark = await openEvaluatedPark(world, evaluated)
    await draftPlan(world, park)
    await bringPlan(world, name, park, 'submitted')
    const manager = await world.as(`${park.name}·负责人`)
    const params = { filingId: await planOf(manager, park.pilotId) }
    await manager.done(acts.withdrawFiling, { params, body: { reason: '附件放错' } })
    await bringPlan(world, name, park, 'approved')
    await announceAndPay(world, name, park)
    const enterprises = await enterpriseUnits(world, park)
    const head = { world, county: name, countyId: unit.id, countyScope: unit.scope, batchId: county.batchId }
    return {
      ...head,
      park,
      planPark,
      evaluatedPark,
      enterprises,
      activityId: await activityOf(world, park, enterprises),
    }
  }
  const sides = [
    await side('嘉善县', county.first, county.second),
    await side('海宁市', county.foreign, county.foreign),
  ] as const
  await draftPlan(world, county.second)
  await playServices(...sides)
  world.setClock('2026-07-06')
  for (const one of sides) await fileReturn(one)
  world.setClock('2026-09-02')
  for (const one of sides) await watchDeadlines(one)
  for (const one of sides) await reported(world, one.park, 'other')
  for (const one of sides) await playEvaluation(one)
  world.setClock(today)
  for (const one of sides) await correctAndVoid(one)
  for (const one of sides) await takeMeasures(one)
  for (const one of sides) await closeOutAt(one, 'recorded')
  const [own, foreign] = sides.map(({ world: _, ...records }) => records) as [Records, Records]
  return { own, foreign }
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
  await (await world.as(officerOf(park))).done(feeds.renewFeed)
  const of = { batchId, unitId: countyId, kind: 'half-year-summary', period: '2026H1' }
  const body = { ...of, until: '2026-09-05', reason: `${park.name}的县补报` }
  await (await world.as('省经信厅·处室')).done(calendar.grantException, { body })
}

/** The table of the second period, explained and submitted. */
async function fileReturn({ world, park }: Side): Promise<void> {
  const manager = await world.as(`${park.name}·负责人`)
  const filingId = await openOf(manager, park, 'target-table', { period: '2026Q2' })
  await explainAndSubmit(world, park, filingId)
}

/** Reasons for every figure behind time, then the submission. */
export async function explainAndSubmit(world: World, park: Park, filingId: string, submit = true): Promise<number> {
  const manager = await world.as(`${park.name}·负责人`)
  const params = { filingId }
  const { rows } = await manager.done(returns.showTable, { params })
  const reasons = Object.fromEntries(rows.map((row) => [row.indicator, `${park.name}本期为 0，将在下半年加快`]))
  await writeSections(manager, filingId, { reasons: { reasons } })
  const { sections } = await manager.done(course.showFiling, { params })
  const revision = sections[0]?.revision ?? 0
  if (submit) await manager.done(acts.submitFiling, { params, body: { revisions: { reasons: revision } } })
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
