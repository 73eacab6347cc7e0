import { afterAll, beforeAll, expect, it } from 'vitest'
import { approve, demoCounty, draftPlan, openAccount, type Park, submitPlan } from '../../database/demo/programme.ts'
import { samplePlan, sampleUscc } from '../../database/demo/sample-plan.ts'
import { endpoints } from '../../src/app.ts'
import * as acts from '../../src/features/filings/course/act-contract.ts'
import * as course from '../../src/features/filings/course/contract.ts'
import * as returns from '../../src/features/filings/return/contract.ts'
import * as funds from '../../src/features/money/funds/contract.ts'
import * as pilots from '../../src/features/programme/pilots/contract.ts'
import * as units from '../../src/features/programme/units/contract.ts'
import { checkEdition } from '../../src/policy/editions/check-edition.ts'
import { batchPeriod, registerEdition, returnPeriods } from '../../src/policy/editions/edition.ts'
import type { PlanContent } from '../../src/policy/plan/plan.ts'
import { abilitiesOf, askedAbout, economy, finance, planFilingOf, seenBy } from '../support/edited-worlds.ts'
import { receive, recommend, release } from '../support/funded.ts'
import { payFor } from '../support/paid.ts'
import { acceptReturn, openReturn, showReturn, submitReturn } from '../support/returns.ts'
import { serviceAt } from '../support/services.ts'
import { thirdEdition } from '../support/third-edition.ts'
import { startWorld, type World } from '../support/world.ts'

const firstYear = 2026
const awardFen = 100_000_000

let world: World
let park: Park
let countyId: string
let otherCountyId: string
let batchId: string

beforeAll(async () => {
  registerEdition(thirdEdition)
  world = await startWorld({ at: '2026-06-20T09:00:00+08:00' })
  const county = await demoCounty(world)
  countyId = county.countyId
  const admin = await world.administrator()
  const { units: counties } = await admin.done(units.listUnits, { search: { kind: 'county' } })
  otherCountyId = counties.find((one) => one.code?.startsWith('3301'))?.unitId ?? ''
})
afterAll(() => world.stop())

async function newPark(parentId: string, name: string, uscc: string) {
  const admin = await world.administrator()
  return admin.done(units.registerUnit, { body: { kind: 'park', parentId, name, uscc } })
}

/** The sample plan inside this edition's period, which begins in July. */
function plan(): PlanContent {
  const content = samplePlan('嘉善新月科创园', { awardFen, edition: thirdEdition })
  const quarters = { fromQuarter: '2026Q3', toQuarter: '2028Q2' }
  return { ...content, services: { rows: content.services.rows.map((row) => ({ ...row, ...quarters })) } }
}

async function moneyOf() {
  const { tranches } = await (await world.as(economy)).done(funds.showFunds, { params: { pilotId: park.pilotId } })
  return tranches
}

it('is sound, and has days and periods of its own', () => {
  expect(checkEdition(thirdEdition)).toEqual([])
  expect(batchPeriod(thirdEdition, firstYear)).toEqual({ from: '2026-07-01', to: '2028-06-30' })
  const periods = returnPeriods(thirdEdition, firstYear)
  expect([periods.length, periods[0], periods.at(-1)]).toEqual([24, '2026M07', '2028M06'])
})

it('admits by its own tiers and divisions', async () => {
  const province = await world.as('省经信厅·处室')
  const body = { edition: thirdEdition.id, firstYear, name: '虚构批次' }
  batchId = (await province.done(pilots.createBatch, { body })).batchId
  const unit = await newPark(countyId, '嘉善新月科创园', sampleUscc(77))
  const outside = await newPark(otherCountyId, '上城新月园', sampleUscc(78))
  const admit = (parkId: string, fen: number) =>
    province.call(pilots.admitPilot, { body: { batchId, parkId, awardFen: fen } })
  expect((await admit(outside.unitId, awardFen)).body.error).toMatchObject({ code: 'funds.division-excluded' })
  expect((await admit(unit.unitId, 500_000_000)).body.error).toMatchObject({ code: 'funds.award-outside-tiers' })
  const admitted = await admit(unit.unitId, awardFen)
  expect(admitted.status).toBe(200)
  park = {
    batchId,
    parkId: unit.unitId,
    pilotId: admitted.body.pilotId,
    name: unit.name,
    scope: unit.scope,
    uscc: unit.uscc ?? '',
  }
  for (const [post, title] of [
    ['park-manager', '负责人'],
    ['service-officer', '服务专员'],
    ['fund-officer', '资金专员'],
  ] as const)
    await openAccount(world, unit.unitId, post, `${unit.name}·${title}`)
})

it('takes its plan from both bureaus in its own order', async () => {
  world.setClock('2026-07-02')
  await draftPlan(world, park, plan())
  await submitPlan(world, park)
  const filingId = await planFilingOf(world, park)
  expect(await askedAbout(world, park, '服务方案')).toEqual({ [finance]: 'filing.review-county-finance G3.1' })
  expect(await seenBy(world, economy, filingId)).toMatchObject({
    seats: ['county-finance', 'county-economy'],
    order: 'in-turn',
    waiting: [{ zh: '县级财政部门' }],
  })
  expect(await abilitiesOf(world, economy, filingId)).toMatchObject({ 'give-opinion': 'G3.1' })
  const early = await (await world.as(economy)).call(acts.giveOpinion, {
    params: { filingId },
    body: { verdict: 'approve', versionNo: 1, marks: [] },
  })
  expect(early.body.error).toMatchObject({ code: 'review.not-your-turn', clause: 'G3.1' })
  await approve(world, park, finance)
  expect(await askedAbout(world, park, '服务方案')).toEqual({ [economy]: 'filing.review-county-economy G3.1' })
  expect(await abilitiesOf(world, economy, filingId)).toMatchObject({ 'give-opinion': true })
  await approve(world, park, economy)
  expect(await askedAbout(world, park, '服务方案')).toEqual({})
})

it('pays half, and the other half once a service is under way', async () => {
  expect(await moneyOf()).toMatchObject([
    { no: 1, minFen: awardFen / 2, maxFen: awardFen / 2 },
    { no: 2, open: false },
  ])
  world.setClock('2026-07-08')
  await recommend(world, park, 1)
  await release(world, park, 1)
  await receive(world, park, 1)
  expect((await moneyOf())[1]).toMatchObject({ no: 2, open: false })
  world.setClock('2026-07-20')
  await payFor(world, park, await serviceAt(world, park, 'confirmed', { complete: true, priceFen: 2_000_000 }))
})

it('has its table every month: opened, submitted, accepted, late by its own days', async () => {
  const officer = await world.as(`${park.name}·服务专员`)
  const params = { pilotId: park.pilotId }
  const duty = { batchId, unitId: park.parkId, kind: 'target-table' as const }
  const early = await officer.call(course.openFiling, { body: { ...duty, period: '2026M07' } })
  expect(early.body.error).toMatchObject({ code: 'filing.period-not-over', clause: 'G3.5' })
  world.setClock('2026-08-03')
  const again = await world.as(`${park.name}·服务专员`)
  const quarterly = await again.call(course.openFiling, { body: { ...duty, period: '2026Q3' } })
  expect(quarterly.body.error).toMatchObject({ code: 'filing.period-not-owed', clause: 'G3.5' })
  const filingId = await openReturn(world, park, '2026M07')
  const { rows } = await showReturn(world, filingId, `${park.name}·服务专员`)
  expect(rows.map((row) => row.indicator)).toEqual(['P1', 'P3', 'S1', 'F1'])
  expect(rows.find((row) => row.indicator === 'P3')).toMatchObject({ total: 1 })
  await submitReturn(world, park, filingId)
  expect(await askedAbout(world, park, '服务月报表')).toEqual({ [economy]: 'filing.review-county-economy G3.5' })
  await acceptReturn(world, filingId)
  expect(await askedAbout(world, park, '服务月报表')).toEqual({})
  const { periods } = await (await world.as(economy)).done(returns.listReturns, { params })
  expect(periods).toHaveLength(24)
  expect(periods[0]).toMatchObject({ period: '2026M07', state: 'approved', dueOn: '2026-08-05' })
  expect(periods[0]?.standing).toMatchObject({ state: 'on-time' })
})

it('pays the rest, and both halves are the award', async () => {
  await recommend(world, park, 2)
  await release(world, park, 2)
  await receive(world, park, 2)
  const paid = (await moneyOf()).map((tranche) => tranche.amountFen ?? 0)
  expect(paid).toEqual([awardFen / 2, awardFen / 2])
})

it('every page answers for everybody beside it: none asks for a duty or a grade that it does not know', async () => {
  const people = ['省经信厅·处室', '嘉善县经信局·负责人', `${park.name}·负责人`]
  const search: Readonly<Record<string, string>> = {
    '/api/tables': `?batchId=${batchId}&period=2026M07`,
    '/api/province': `?batchId=${batchId}`,
    '/api/filings': `?batchId=${batchId}`,
  }
  const paths = endpoints
    .filter(({ route }) => route.method === 'GET')
    .map(({ route }) => route.path.replace(':pilotId', park.pilotId).replace(':batchId', batchId))
    .filter((path) => !path.includes(':'))
  expect(paths.length).toBeGreaterThan(25)
  const silent: string[] = []
  for (const name of people) {
    const client = await world.as(name)
    for (const path of paths) {
      const { status } = await client.get(path + (search[path] ?? ''))
      if (status >= 500) silent.push(`${name} ${path}: ${status}`)
    }
  }
  expect(silent).toEqual([])
}, 60_000)
