import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  approve,
  type County,
  demoCounty,
  draftPlan,
  type Park,
  submitPlan,
} from '../../../../database/demo/programme.ts'
import { samplePlan } from '../../../../database/demo/sample-plan.ts'
import { diagnosed, officerOf, paper } from '../../../../tests/support/services.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import type { PlanContent } from '../../../policy/plan/plan.ts'
import * as orders from '../../delivery/services/order-contract.ts'
import * as units from '../../programme/units/contract.ts'

let world: World
let county: County
beforeAll(async () => {
  world = await startWorld()
  county = await demoCounty(world)
})
afterAll(() => world.stop())

async function approved(park: Park, content: PlanContent): Promise<string> {
  await draftPlan(world, park, content)
  await submitPlan(world, park)
  await approve(world, park, '嘉善县经信局·经办')
  return (await approve(world, park, '嘉善县财政局·经办')).state
}

/** What the check lets through, the second approval must be able to write down (G3.1). */
it('takes two enterprises of one name, told apart by their codes, and names as long as they may be written', async () => {
  const plan = samplePlan(county.first.name)
  const [one, two, three] = plan.enterprises.rows
  if (!one || !two || !three) throw new Error('the sample plan has enterprises')
  const rows = [one, { ...two, name: one.name }, { ...three, name: '长'.repeat(200) }]
  expect(await approved(county.first, { ...plan, enterprises: { rows } })).toBe('approved')
  const search = { kind: 'enterprise', parentId: county.first.parkId } as const
  const { units: known } = await (await world.administrator()).done(units.listUnits, { search })
  const inOrder = (found: { uscc: string | null; name: string }[]) =>
    found.map(({ uscc, name }) => `${uscc} ${name}`).sort()
  expect(inOrder(known)).toEqual(inOrder(rows))
})

it('takes a product that costs nothing, as volunteers offer it, and lets it be contracted (G1.1, G3.3)', async () => {
  const plan = samplePlan(county.second.name)
  const { agencies } = plan
  const products = agencies.products.map((product) => ({ ...product, agreedPriceFen: 0, marketPriceFen: 0 }))
  expect(await approved(county.second, { ...plan, agencies: { ...agencies, products } })).toBe('approved')
  const enterpriseId = await diagnosed(world, county.second)
  const officer = officerOf(county.second)
  const client = await world.as(officer)
  const need = {
    pilotId: county.second.pilotId,
    enterpriseId,
    kind: 'intellectual-property' as const,
    need: '专利布局',
  }
  const { serviceId } = await client.done(orders.openNeed, { body: need })
  const params = { serviceId }
  const { products: choices } = await client.done(orders.showChoices, { params })
  const candidates = choices.map((one) => one.productId)
  const choice = { candidates, productId: candidates[0] ?? '', reason: '志愿者免费服务' }
  await client.done(orders.selectProduct, { params, body: choice })
  const fileId = await paper(world, officer, '服务协议')
  const free = { priceFen: 0, provincialFen: 0, parkFen: 0, enterpriseFen: 0, lineId: null }
  const terms = { contractNo: 'ZY-001', signedOn: '2026-04-01', fileId, ...free }
  expect((await client.done(orders.signContract, { params, body: terms })).state).toBe('contracted')
})
