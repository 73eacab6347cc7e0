import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Park } from '../../database/demo/programme.ts'
import { endpoints } from '../../src/app.ts'
import { submitPractice } from '../../src/features/delivery/practices/contract.ts'
import { showService } from '../../src/features/delivery/services/contract.ts'
import * as orders from '../../src/features/delivery/services/order-contract.ts'
import { proposeCloseOut } from '../../src/features/oversight/close-out/contract.ts'
import * as contract from '../../src/features/oversight/standing/contract.ts'
import { showPilot } from '../../src/features/programme/pilots/contract.ts'
import { dayOf } from '../../src/shared/dates.ts'
import { enterprisesOf, managerOf, officerOf, paper, serviceAt } from '../support/services.ts'
import { closePilot, settledPilot } from '../support/settled.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
let park: Park
let standing: Park
let before: Map<string, unknown>
beforeAll(async () => {
  world = await startWorld()
  park = (await settledPilot(world)).park
}, 300_000)
afterAll(() => world.stop())

const manager = () => world.as(managerOf(park))
const parkId = async () => (await (await manager()).done(showPilot, { params: { pilotId: park.pilotId } })).parkId

/** Services are in the list of services; documents bear their moment, and their pages are compared. */
const apart = /^\/api\/services|\.docx$|\.xlsx$|workbook$/

/** Every page without an address of its own, as bureaus of county and province see it. */
async function pages(): Promise<Map<string, unknown>> {
  const seen = new Map<string, unknown>()
  for (const who of ['省经信厅·处室', '省财政厅·处室', '嘉善县经信局·经办', '嘉善县财政局·负责人', managerOf(park)]) {
    const client = await world.as(who)
    for (const { route } of endpoints) {
      if (route.method !== 'GET' || route.path.includes(':') || apart.test(route.path)) continue
      const { status, raw } = (await client.send('GET', route.path)) as unknown as { status: number; raw: Buffer }
      seen.set(`${who} ${route.path}`, status === 200 ? JSON.stringify(raw.toString('utf8')) : status)
    }
  }
  return seen
}

it('is not opened while a pilot runs, nor by anybody but the leader of the park and its county (G6.1)', async () => {
  const params = { parkId: await parkId() }
  const early = await (await manager()).call(contract.openStanding, { params })
  expect([early.status, early.body.error]).toMatchObject([422, { code: 'standing.pilot-runs', clause: 'G6.1' }])
  await closePilot(world, park)
  for (const who of [officerOf(park), '嘉善县财政局·负责人', '省经信厅·负责人'])
    expect((await (await world.as(who)).call(contract.openStanding, { params })).status).toBe(403)
})

it('goes on with the enterprises, agencies and products of the plan, once', async () => {
  before = await pages()
  const params = { parkId: await parkId() }
  const client = await manager()
  const { pilotId } = await client.done(contract.openStanding, { params })
  standing = { ...park, pilotId }
  expect(await client.done(contract.showStanding, { params })).toMatchObject({ pilotId, actions: [{ allowed: false }] })
  const again = await client.call(contract.openStanding, { params })
  expect([again.status, again.body.error]).toMatchObject([422, { code: 'standing.open-already', clause: 'G6.1' }])
  const names = async (of: Park) => (await enterprisesOf(world, of)).map(({ name }) => name)
  expect(await names(standing)).toEqual(expect.arrayContaining(await names(park)))
})

it('serves a firm to its confirmation, without a fund line', async () => {
  const serviceId = await serviceAt(world, standing, 'confirmed', { complete: true, unpaid: true })
  const shown = await (await world.as(officerOf(park))).done(showService, { params: { serviceId } })
  expect(shown).toMatchObject({ state: 'confirmed', countedOn: null, standing: true })
})

it('is in no table, indicator, list or sum of anybody', async () => {
  const after = await pages()
  const changed = [...after].filter(([key, page]) => page !== before.get(key)).map(([key]) => key)
  // The park itself is told what comes next in its services, and keeps the registers of its firms.
  // The trail tells of every act to those who read it.
  const trail = changed.filter((page) => page.endsWith('/api/audit/events'))
  const own = changed.filter((page) => !page.endsWith('/api/standing-services') && !trail.includes(page))
  expect(own).toEqual(['inbox', 'registers'].map((page) => `${managerOf(park)} /api/${page}`))
  expect(trail).toHaveLength(3)
  expect(changed).toHaveLength(own.length + trail.length + 5)
})

it('answers every page and act that knows a pilot, and has nothing to file', async () => {
  const broken: string[] = []
  for (const who of [managerOf(park), officerOf(park), '嘉善县经信局·经办', '嘉善县财政局·负责人', '省经信厅·处室']) {
    const client = await world.as(who)
    for (const { route } of endpoints) {
      const path = route.path.replace(':pilotId', standing.pilotId).replace(':no', '1')
      if (path === route.path || path.includes(':')) continue
      const { status } = await client.send(route.method, path, route.method === 'GET' ? undefined : {})
      if (status >= 500) broken.push(`${who} ${route.method} ${route.path}`)
    }
  }
  expect(broken).toEqual([])
  const economy = await world.as('嘉善县经信局·经办')
  const close = await economy.call(proposeCloseOut, { params: { pilotId: standing.pilotId }, body: { remark: '结项' } })
  expect([close.status, close.body.error?.code]).toEqual([422, 'closing.condition-open'])
  const practice = { sort: 'mechanism' as const, title: '长效机制', on: dayOf(world.now) }
  const fileId = await paper(world, officerOf(park), '长效机制')
  const officer = await world.as(officerOf(park))
  const submitted = await officer.call(submitPractice, {
    params: { pilotId: standing.pilotId },
    body: { ...practice, fileId },
  })
  expect([submitted.status, submitted.body.error?.code]).toEqual([422, 'services.standing'])
})

it('takes nothing from an award: by rule, and by the database (G6.1)', async () => {
  const serviceId = await serviceAt(world, standing, 'selected', { kind: 'talent' })
  const client = await world.as(officerOf(park))
  const { products } = await client.done(orders.showChoices, { params: { serviceId } })
  const priceFen = products[0]?.agreedPriceFen ?? 0
  const fileId = await paper(world, officerOf(park), '服务合同')
  const body = { contractNo: 'HT-1', signedOn: dayOf(world.now), lineId: null, fileId, priceFen }
  const shares = { provincialFen: priceFen, parkFen: 0, enterpriseFen: 0 }
  const no = await client.call(orders.signContract, { params: { serviceId }, body: { ...body, ...shares } })
  expect([no.status, no.body.error]).toMatchObject([422, { code: 'services.no-fund-line', clause: 'G3.6' }])
  const refused = 'outside counting and award'
  const tables = ['tranches', 'planned_tranches', 'payee_accounts', 'ledger_accounts', 'ledger_entries', 'measures']
  for (const table of [...tables, 'filings', 'evaluations', 'close_outs'])
    await expect(world.sql(`insert into ${table} (pilot_id) values ($1)`, [standing.pilotId]), table).rejects.toThrow(
      refused,
    )
  for (const table of ['contracts', 'payments'])
    await expect(
      world.sql(`insert into ${table} (pilot_id, provincial_fen) values ($1, 1)`, [standing.pilotId]),
      table,
    ).rejects.toThrow(refused)
  await expect(
    world.sql('update services set counted_on = opened_on where pilot_id = $1', [standing.pilotId]),
  ).rejects.toThrow(refused)
  await expect(
    world.sql(
      `insert into pilots (id, batch_id, park_id, county_id, scope, award_fen, standing, admitted_on, runs_from, runs_to)
       select gen_random_uuid(), (select id from batches b where b.standing limit 1), park_id, county_id, scope, 1, true, admitted_on, runs_from, runs_to
         from pilots where id = $1`,
      [park.pilotId],
    ),
  ).rejects.toThrow('pilots_standing_without_award')
})
