import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as play from '../../database/demo/evaluations.ts'
import { draftPlan, type Park } from '../../database/demo/programme.ts'
import { endpoints } from '../../src/app.ts'
import * as activities from '../../src/features/delivery/activities/contract.ts'
import * as services from '../../src/features/delivery/services/contract.ts'
import * as acts from '../../src/features/filings/evaluations/act-contract.ts'
import * as evaluations from '../../src/features/filings/evaluations/contract.ts'
import { trancheWord } from '../../src/features/money/funds/tranche-contract.ts'
import * as files from '../../src/features/programme/files/contract.ts'
import * as pilots from '../../src/features/programme/pilots/contract.ts'
import { address } from '../../src/shared/route.ts'
import { inside } from '../support/inside.ts'
import { servedPilot } from '../support/returns.ts'
import { officerOf, paper, photo } from '../support/services.ts'
import { startWorld, type World } from '../support/world.ts'
import { keyOf } from './sample.ts'

const economy = '嘉善县经信局·经办'
const [free, bound, silent, late] = ['甲', '乙', '丙', '丁'].map((one) => `嘉善县·评审专家${one}`) as [
  string,
  string,
  string,
  string,
]
const seat = { employer: '浙江工业大学', from: '2027-01-20', to: '2027-02-10' }

let world: World
let park: Park
let other: Park
let served = ''
let evaluationId = ''
beforeAll(async () => {
  world = await startWorld()
  const county = await servedPilot(world)
  park = county.park
  other = county.second
  served = county.late
  await draftPlan(world, other)
  world.setClock('2027-01-20')
  evaluationId = await play.openEvaluation(world, park, play.midTerm, '2026-12-31')
  await play.evaluateItself(world, park, evaluationId)
  const officer = await world.as(economy)
  for (const name of [free, bound, silent, late]) {
    await play.openExpert(world, county.countyId, name)
    const { experts } = await officer.done(evaluations.listExperts)
    const accountId = experts.find((one) => one.name === name)?.accountId ?? ''
    const days = name === late ? { from: '2027-01-21' } : {}
    await officer.done(acts.nameExpert, { params: params(), body: { accountId, ...seat, ...days } })
  }
  for (const [name, declared] of [[free, 'free'] as const, [bound, 'bound'] as const])
    await (await world.as(name)).done(acts.declare, { params: params(), body: { declared, reason: '曾任顾问' } })
})
afterAll(() => world.stop())

const params = () => ({ evaluationId })
const statusOf = async (who: string, url: string) => (await (await world.as(who)).get(url)).status
const pilotOf = (of: Park) => address(pilots.showPilot, { pilotId: of.pilotId })

it('opens every page of the pilot’s records, each to whoever declared to be bound to nobody (G5.3)', async () => {
  const ids = await world.sql<Record<string, string>>(
    `select p.id as "pilotId", p.id as "pilot", s.id as "serviceId", s.enterprise_id as "enterpriseId", 'T1' as indicator, '1' as no,
            (select id from activities where pilot_id = p.id limit 1) as "activityId",
            (select id from filings where pilot_id = p.id and kind = 'plan') as "filingId",
            (select file_id from evidence e where e.service_id = s.id limit 1) as "fileId"
       from pilots p join services s on s.pilot_id = p.id where s.id = $1`,
    [served],
  )
  const named = ids[0] ?? {}
  const doors = endpoints.filter(({ route }) => route.bySeat)
  expect(doors.length).toBeGreaterThan(20)
  for (const { route } of doors) {
    const search = /^\/api\/services(?:\/export)?$/.test(route.path) ? { pilotId: park.pilotId } : {}
    const url = address(route, named, search)
    const [officer, expert] = [await statusOf(economy, url), await statusOf(free, url)]
    // What a county is not shown, or shown as nothing, is the same for whom it seated.
    expect([keyOf(route), expert]).toEqual([keyOf(route), officer])
    for (const name of [bound, silent, late])
      expect([keyOf(route), await statusOf(name, url)]).toEqual([keyOf(route), 403])
  }
  expect(await (await world.as(free)).done(pilots.showPilot, { params: { pilotId: park.pilotId } })).toMatchObject({
    seat: evaluationId,
  })
  expect(await (await world.as(economy)).done(pilots.showPilot, { params: { pilotId: park.pilotId } })).toMatchObject({
    seat: null,
  })
})

it('opens nothing of another pilot, of no pilot, and no list of several', async () => {
  const foreignFile = await paper(world, officerOf(other), '选定记录')
  for (const url of [
    pilotOf(other),
    address(files.showFile, { fileId: foreignFile }),
    address(services.listServices),
    address(services.listServices, {}, { pilotId: other.pilotId }),
    address(services.listServices, {}, { place: park.pilotId }),
    address(services.listServices, {}, { enterprise: park.pilotId }),
    address(services.exportServices, {}, { enterprise: park.pilotId }),
    address(services.exportServices, {}, { pilotId: other.pilotId }),
    address(services.exportServices),
    address(pilots.listPilots),
    // It prints the account that is paid to, whole.
    address(trancheWord, { pilotId: park.pilotId, no: 1 }),
    address(evaluations.listPilotEvaluations, { pilotId: park.pilotId }),
  ])
    expect([url, await statusOf(free, url)]).toEqual([url, 403])
  const shown = await (await world.as(free)).done(evaluations.showEvaluation, { params: params() })
  expect(shown.seesRecords).toBe(true)
  expect((await (await world.as(silent)).done(evaluations.showEvaluation, { params: params() })).seesRecords).toBe(
    false,
  )
})

it('tells no finding, which may name another pilot of the park', async () => {
  const [{ id } = { id: '' }] = await world.sql<{ id: string }>('select id from activities where pilot_id = $1', [
    park.pilotId,
  ])
  const seen = async (who: string) =>
    (await (await world.as(who)).done(activities.showActivity, { params: { activityId: id } })).findings
  // Taken long before the activity was held.
  const fileId = await photo(world, officerOf(park), new Date('2026-01-05T09:00:00+08:00'))
  const body = { papers: [{ proof: 'photo' as const, fileId }] }
  await (await world.as(officerOf(park))).done(activities.addActivityEvidence, { params: { activityId: id }, body })
  expect((await seen(economy)).length).toBeGreaterThan(0)
  expect(await seen(free)).toEqual([])
})

it('opens on the days of the seat alone, and no more once it is taken back', async () => {
  for (const [day, status] of [
    ['2027-01-19', 403],
    ['2027-02-10', 200],
    ['2027-02-11', 403],
    ['2027-01-21', 200],
  ] as const) {
    world.setClock(day)
    expect([day, await statusOf(free, pilotOf(park))]).toEqual([day, status])
  }
  const { seats } = await (await world.as(economy)).done(evaluations.showEvaluation, { params: params() })
  const accountId = seats.find(({ name }) => name === free)?.accountId ?? ''
  const body = { accountId, reason: '核查发现其近三年为园区做过顾问' }
  await (await world.as(economy)).done(acts.takeSeatBack, { params: params(), body })
  expect(await statusOf(free, pilotOf(park))).toBe(403)
})

it('is narrowed by the database itself: a seat never shows more than the session does, and nothing beside its pilot', async () => {
  const county = park.scope.split('/').slice(0, 3).join('/')
  const seen = (entered: string) =>
    inside(world, `${county}/`, async (tx) => {
      await sql`select set_config('app.seat', ${entered}, true)`.execute(tx)
      const { rows } = await sql<{ id: string }>`select id from pilots order by id`.execute(tx)
      return rows.map(({ id }) => id)
    })
  expect(await seen('')).toEqual([park.pilotId, other.pilotId].sort())
  expect(await seen(park.scope)).toEqual([park.pilotId])
  expect(await seen('33/')).toEqual([])
  // Whose session has no seat enters none.
  const entered = await inside(world, `${county}/`, (tx) =>
    sql<{ scope: string | null }>`select enter_seat(array[${park.pilotId}]::uuid[], '2027-01-21') as scope`.execute(tx),
  )
  expect(entered.rows).toEqual([{ scope: null }])
})
