import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoCounty, openAccount, type Park, parkPosts } from '../../../../database/demo/programme.ts'
import { samplePlan } from '../../../../database/demo/sample-plan.ts'
import { sentLists } from '../../../../tests/support/lists.ts'
import { enterprisesOf, managerOf, officerOf, serviceAt } from '../../../../tests/support/services.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import type { StandingLists } from '../../../policy/plan/standing-lists.ts'
import * as services from '../../delivery/services/contract.ts'
import * as orders from '../../delivery/services/order-contract.ts'
import * as pilots from '../../programme/pilots/contract.ts'
import * as units from '../../programme/units/contract.ts'
import * as contract from './contract.ts'

let world: World
let standing: Park
let running: Park
const economyOf = '嘉善县经信局·经办'
const economy = () => world.as(economyOf)
const manager = () => world.as(managerOf(standing))

beforeAll(async () => {
  world = await startWorld()
  const { countyId, batchId, first } = await demoCounty(world)
  running = first
  const admin = await world.administrator()
  const name = '嘉善常态园'
  const { unitId: parkId, scope } = await admin.done(units.registerUnit, {
    body: { kind: 'park', parentId: countyId, name },
  })
  for (const [post, title] of parkPosts) await openAccount(world, parkId, post, `${name}·${title}`)
  standing = { batchId, parkId, pilotId: '', name, scope, uscc: '' }
})
afterAll(() => world.stop())

/** The lists in force, changed as told. */
async function change(how: (lists: StandingLists) => Partial<StandingLists>, who = officerOf(standing)) {
  const client = await world.as(who)
  const params = { pilotId: standing.pilotId }
  const { no: basedOn, enterprises, agencies } = await client.done(contract.showLists, { params })
  const body = { basedOn, ...sentLists({ enterprises, agencies, ...how({ enterprises, agencies }) }) }
  return client.call(contract.changeLists, { params, body })
}

const sample = samplePlan('嘉善常态园', { enterprises: 3 })
const [enterprise] = sample.enterprises.rows
if (!enterprise) throw new Error('a sample plan has enterprises')

describe('a park that never had a pilot (G6.1)', () => {
  it('is listed with what it may do, beside the parks whose pilot runs', async () => {
    const { parks } = await (await manager()).done(contract.listStanding)
    expect(parks).toMatchObject([
      { parkName: standing.name, state: 'open', pilotId: null, lastBatch: null, actions: [{ allowed: true }] },
    ])
    const inCounty = (await (await economy()).done(contract.listStanding, { search: { state: 'in-pilot' } })).parks
    expect(inCounty.map(({ parkName, actions }) => [parkName, actions[0]?.clause])).toContainEqual([
      running.name,
      'G6.1',
    ])
    const none = await (await manager()).done(pilots.listPilotsOfPark, { params: { parkId: standing.parkId } })
    expect(none.pilots).toEqual([])
  })

  it('begins by its own word or by that of its county, and by nobody else', async () => {
    const params = { parkId: standing.parkId }
    for (const who of [officerOf(standing), '嘉善县财政局·负责人', '省经信厅·处室'])
      expect((await (await world.as(who)).call(contract.openStanding, { params })).status).toBe(403)
    const foreign = await (await world.as(managerOf(running))).call(contract.openStanding, { params })
    expect(foreign.status).toBe(404)
    const { pilotId } = await (await economy()).done(contract.openStanding, { params })
    standing = { ...standing, pilotId }
    const shown = await (await manager()).done(pilots.showPilot, { params: { pilotId } })
    expect(shown).toMatchObject({ standing: true, awardFen: 0, batchName: '常态化服务·2026年起', countyName: '嘉善县' })
    const own = await (await manager()).done(pilots.listPilotsOfPark, { params })
    expect(own.pilots).toMatchObject([{ pilotId, standing: true, closed: false }])
    const again = await (await manager()).call(contract.openStanding, { params })
    expect([again.status, again.body.error?.code]).toEqual([422, 'standing.open-already'])
  })

  it('begins with empty lists, enters its own and serves by them to the confirmation', async () => {
    const params = { pilotId: standing.pilotId }
    const lists = await (await manager()).done(contract.showLists, { params })
    expect(lists).toMatchObject({ no: 1, enterprises: { rows: [] }, agencies: { agencies: [], products: [] } })
    expect((await change(() => ({}))).body.error?.code).toBe('standing.lists-unchanged')
    const { enterprises, agencies } = sample
    expect((await change(() => ({ enterprises, agencies }))).body).toMatchObject({ no: 2 })
    expect(await enterprisesOf(world, standing)).toHaveLength(3)
    const serviceId = await serviceAt(world, standing, 'confirmed', { complete: true, unpaid: true })
    const shown = await (await world.as(officerOf(standing))).done(services.showService, { params: { serviceId } })
    expect(shown).toMatchObject({ state: 'confirmed', countedOn: null, standing: true })
    const listed = await (await manager()).done(services.listServices)
    expect(listed.services.map(({ standing: is }) => is)).toEqual([true])
  })
})

describe('the lists of standing service (G6.1)', () => {
  it('are told all that is wrong with them at once, by field, and nothing is written', async () => {
    const no = await change(({ enterprises, agencies }) => ({
      enterprises: { rows: [...enterprises.rows, { ...enterprise, id: 'new', name: '' }] },
      agencies: {
        ...agencies,
        products: agencies.products.map((row, i) =>
          i === 0 ? { ...row, agreedPriceFen: 1 + (row.marketPriceFen ?? 0) } : row,
        ),
      },
    }))
    expect(no.status).toBe(422)
    const fields = no.body.error?.fields.map(({ field }: { field: string }) => field).sort()
    expect(fields).toEqual([
      expect.stringMatching(/^agencies\.products\.0\./),
      'enterprises.rows.3.name',
      'enterprises.rows.3.uscc',
    ])
    expect((await (await manager()).done(contract.showLists, { params: { pilotId: standing.pilotId } })).no).toBe(2)
  })

  it('keep a row what it is, and what a service not yet closed stands on', async () => {
    const turned = await change(({ enterprises: { rows } }) => ({
      enterprises: {
        rows: rows.map((row, i) =>
          i === 0
            ? { ...row, uscc: sample.enterprises.rows[0]?.uscc === row.uscc ? '91330421MA2C70007B' : row.uscc }
            : row,
        ),
      },
    }))
    expect(turned.body.error?.fields.map(({ field }: { field: string }) => field)).toContain('enterprises.rows.0.uscc')
    const left = await change(() => ({
      enterprises: { rows: [] },
      agencies: { agencies: [], products: [], fewAgenciesReasons: {} },
    }))
    const said = left.body.error?.fields.map(({ field }: { field: string }) => field)
    expect(said).toEqual(expect.arrayContaining(['enterprises.rows', 'agencies.agencies', 'agencies.products']))
  })

  it('let an enterprise go that nobody serves, and take it back as the one it was; a large one may come', async () => {
    const before = await enterprisesOf(world, standing)
    // Services are of the first by its code.
    const gone = before.sort((a, b) => a.uscc.localeCompare(b.uscc)).at(-1)
    await change(({ enterprises: { rows } }) => ({
      enterprises: { rows: rows.filter(({ uscc }) => uscc !== gone?.uscc) },
    }))
    expect(await enterprisesOf(world, standing)).toHaveLength(2)
    const back = sample.enterprises.rows.filter(({ uscc }) => uscc === gone?.uscc)
    const large = back.map((row) => ({ ...row, id: 'again', staff: 5000, revenueWan: 900_000, assetsWan: 900_000 }))
    const kept = await change(
      ({ enterprises: { rows } }) => ({ enterprises: { rows: [...rows, ...large] } }),
      economyOf,
    )
    expect(kept.status).toBe(200)
    const after = await enterprisesOf(world, standing)
    expect(after.find(({ uscc }) => uscc === gone?.uscc)?.enterpriseId).toBe(gone?.enterpriseId)
  })

  it('take new products, which can be chosen, and end old ones, which cannot any more', async () => {
    const added = await change(({ agencies }) => {
      const products = agencies.products.filter(({ serviceKind }) => serviceKind === 'talent')
      return {
        agencies: {
          ...agencies,
          products: [
            ...agencies.products.filter((row) => row !== products[0]),
            ...products.slice(0, 1).map((row) => ({ ...row, id: 'new-product', name: '人才引进陪跑' })),
          ],
        },
      }
    })
    expect(added.status).toBe(200)
    const serviceId = await serviceAt(world, standing, 'needed', { kind: 'talent' })
    const { products } = await (await world.as(officerOf(standing))).done(orders.showChoices, { params: { serviceId } })
    expect(products.map(({ name }) => name)).toContain('人才引进陪跑')
  })

  it('are not changed over a version that another has made, nor for a pilot that runs', async () => {
    const client = await world.as(officerOf(standing))
    const params = { pilotId: standing.pilotId }
    const { enterprises, agencies, no } = await client.done(contract.showLists, { params })
    const body = { basedOn: no - 1, enterprises: { rows: enterprises.rows.slice(1) }, agencies }
    const late = await client.call(contract.changeLists, { params, body })
    expect([late.status, late.body.error?.code]).toEqual([422, 'standing.lists-stale'])
    const other = await world.as(officerOf(running))
    const ofPilot = await other.call(contract.changeLists, { params: { pilotId: running.pilotId }, body })
    expect(ofPilot.status).toBe(404)
  })
})
