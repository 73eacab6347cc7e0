import { afterAll, beforeAll, expect, it } from 'vitest'
import { approve, demoCounty, draftPlan, type Park, submitPlan } from '../../database/demo/programme.ts'
import { samplePlan, sampleUscc } from '../../database/demo/sample-plan.ts'
import { features } from '../../src/app.ts'
import * as accounts from '../../src/features/accounts/contract.ts'
import * as funds from '../../src/features/funds/contract.ts'
import * as pilots from '../../src/features/pilots/contract.ts'
import * as plans from '../../src/features/plans/contract.ts'
import * as returns from '../../src/features/returns/contract.ts'
import * as reviews from '../../src/features/reviews/contract.ts'
import * as units from '../../src/features/units/contract.ts'
import { demoPassword } from '../../src/opening.ts'
import { checkEdition } from '../../src/policy/check-edition.ts'
import { batchPeriod, knowEdition, returnPeriods } from '../../src/policy/edition.ts'
import type { PlanContent } from '../../src/policy/plan.ts'
import { receive, recommend, release } from '../support/funded.ts'
import { payFor } from '../support/paid.ts'
import { openReturn, showReturn, submitReturn } from '../support/returns.ts'
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
  knowEdition(thirdEdition)
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
  const economy = await world.as('嘉善县经信局·经办')
  const { tranches } = await economy.done(funds.showFunds, { params: { pilotId: park.pilotId } })
  return tranches
}

it('is sound, and has days and periods of its own', () => {
  expect(checkEdition(thirdEdition)).toEqual([])
  expect(batchPeriod(thirdEdition, firstYear)).toEqual({ from: '2026-07-01', to: '2028-06-30' })
  const periods = returnPeriods(thirdEdition, firstYear)
  expect([periods.length, periods[0], periods.at(-1)]).toEqual([24, '2026M07', '2028M06'])
})

it('admits by its own tiers and divisions', async () => {
  const economy = await world.as('省经信厅·处室')
  const body = { edition: thirdEdition.id, firstYear, name: '虚构批次' }
  batchId = (await economy.done(pilots.createBatch, { body })).batchId
  const unit = await newPark(countyId, '嘉善新月科创园', sampleUscc(77))
  const outside = await newPark(otherCountyId, '上城新月园', sampleUscc(78))
  const admit = (parkId: string, fen: number) =>
    economy.call(pilots.admitPilot, { body: { batchId, parkId, awardFen: fen } })
  expect((await admit(outside.unitId, awardFen)).body.error).toMatchObject({ code: 'funds.division-excluded' })
  expect((await admit(unit.unitId, 500_000_000)).body.error).toMatchObject({ code: 'funds.award-outside-tiers' })
  const admitted = await admit(unit.unitId, awardFen)
  expect(admitted.status).toBe(200)
  park = {
    parkId: unit.unitId,
    pilotId: admitted.body.pilotId,
    name: unit.name,
    scope: unit.scope,
    uscc: unit.uscc ?? '',
  }
  const admin = await world.administrator()
  for (const [post, title] of [
    ['park-manager', '负责人'],
    ['service-officer', '服务专员'],
    ['fund-officer', '资金专员'],
  ] as const)
    await admin.done(accounts.createAccount, {
      body: { unitId: unit.unitId, post, name: `${unit.name}·${title}`, password: demoPassword },
    })
})

it('takes its plan from both bureaus in its own order', async () => {
  world.setClock('2026-07-02')
  await draftPlan(world, park, plan())
  await submitPlan(world, park)
  const economy = await world.as('嘉善县经信局·经办')
  const { filingId } = await economy.done(plans.showPlan, { params: { pilotId: park.pilotId } })
  const early = await economy.call(reviews.giveOpinion, {
    params: { filingId },
    body: { verdict: 'approve', versionNo: 1, marks: [] },
  })
  expect(early.body.error).toMatchObject({ code: 'review.not-your-turn', clause: 'G3.1' })
  await approve(world, park, '嘉善县财政局·经办')
  await approve(world, park, '嘉善县经信局·经办')
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
  const early = await officer.call(returns.openReturn, { params, body: { period: '2026M07' } })
  expect(early.body.error).toMatchObject({ code: 'returns.period-not-over' })
  world.setClock('2026-08-03')
  const again = await world.as(`${park.name}·服务专员`)
  const quarterly = await again.call(returns.openReturn, { params, body: { period: '2026Q3' } })
  expect(quarterly.body.error).toMatchObject({ code: 'returns.no-return-owed' })
  const filingId = await openReturn(world, park, '2026M07')
  const { rows } = await showReturn(world, filingId, `${park.name}·服务专员`)
  expect(rows.map((row) => row.indicator)).toEqual(['P1', 'P3', 'S1', 'F1'])
  expect(rows.find((row) => row.indicator === 'P3')).toMatchObject({ total: 1 })
  await submitReturn(world, park, filingId)
  const economy = await world.as('嘉善县经信局·经办')
  await economy.done(returns.acceptReturn, { params: { filingId }, body: { versionNo: 1, reductions: [] } })
  const { periods } = await economy.done(returns.listReturns, { params })
  expect(periods).toHaveLength(24)
  expect(periods[0]).toMatchObject({ period: '2026M07', state: 'accepted', dueOn: '2026-08-05' })
  expect(periods[0]?.timeliness).toMatchObject({ state: 'on-time' })
})

it('pays the rest, and both halves are the award', async () => {
  await recommend(world, park, 2)
  await release(world, park, 2)
  await receive(world, park, 2)
  const paid = (await moneyOf()).map((tranche) => tranche.amountFen ?? 0)
  expect(paid).toEqual([awardFen / 2, awardFen / 2])
  expect(world.faults).toEqual([])
})

it('every page answers for everybody beside it: none asks for a duty or a grade that it does not know', async () => {
  const people = ['省经信厅·处室', '嘉善县经信局·负责人', `${park.name}·负责人`]
  const search: Readonly<Record<string, string>> = {
    '/api/tables': `?batchId=${batchId}&period=2026M07`,
    '/api/province': `?batchId=${batchId}`,
    '/api/filings': `?batchId=${batchId}`,
  }
  const paths = features
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
  expect(world.faults).toEqual([])
}, 60_000)
