import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Park } from '../../database/demo/programme.ts'
import * as payments from '../../src/features/delivery/payments/contract.ts'
import * as orders from '../../src/features/delivery/services/order-contract.ts'
import * as visits from '../../src/features/delivery/services/visit-contract.ts'
import type { Route } from '../../src/shared/route.ts'
import { invoiceBody, invoicedPark, paymentBody } from '../support/payments.ts'
import { fundOf, officerOf, paper, serviceAt } from '../support/services.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
let park: Park
let serviceId = ''
beforeAll(async () => {
  world = await startWorld()
  ;({ park, serviceId } = await invoicedPark(world))
})
afterAll(() => world.stop())

/** Every field that is told of, at the first attempt. */
async function told(by: string, route: Route, on: string, body: object): Promise<string[]> {
  const answer = await (await world.as(by)).call(route, { params: { serviceId: on }, body } as never)
  const { error } = answer.body as unknown as { error: { fields: { field: string; zh: string; en: string }[] } }
  expect(answer.status).toBe(422)
  for (const { zh, en } of error.fields) expect([zh, en].every(Boolean)).toBe(true)
  return error.fields.map(({ field }) => field).sort()
}

it('a payment: an invoice of another service, a share below zero, another payee and no purpose', async () => {
  const body = { ...(await paymentBody(world, park, serviceId)), invoiceId: serviceId, provincialFen: -5 }
  const asked = { ...body, payeeName: '另一家机构', purpose: '' }
  expect(await told(fundOf(park), payments.preparePayment, serviceId, asked)).toEqual([
    'invoiceId',
    'payeeName',
    'provincialFen',
    'purpose',
  ])
  const over = { ...asked, provincialFen: 10_000_000_001, parkFen: 99_999_999_999 }
  expect(await told(fundOf(park), payments.preparePayment, serviceId, over)).toContain('parkFen')
})

it('an invoice: of nothing, too long a name, no file, a bad day and a stranger as buyer', async () => {
  const on = await serviceAt(world, park, 'confirmed', { kind: 'talent', enterprise: 1 })
  const body = { ...(await invoiceBody(world, park, on)), sumFen: 0, fileId: '', issuedOn: '二〇二六年六月二十日左右' }
  const asked = { ...body, sellerName: '某'.repeat(101), buyerUscc: '91330421MA20000' }
  expect(await told(fundOf(park), payments.recordInvoice, on, asked)).toEqual([
    'buyerUscc',
    'fileId',
    'issuedOn',
    'sellerName',
    'sumFen',
  ])
  expect(await told(fundOf(park), payments.recordInvoice, on, { ...asked, sumFen: 10_000_000_001 })).toContain('fileId')
})

it('a contract: shares that do not add up, a number that is used, no file', async () => {
  const { contractNo } = (
    await world.sql<{ contractNo: string }>(`select contract_no as "contractNo" from contracts where service_id = $1`, [
      serviceId,
    ])
  )[0] ?? { contractNo: '' }
  const on = await serviceAt(world, park, 'selected', { kind: 'supply-chain', enterprise: 2 })
  const terms = { contractNo, signedOn: '2026-06-20', lineId: null, fileId: '', priceFen: 500_000, provincialFen: 0 }
  const fields = async (change: object) =>
    told(officerOf(park), orders.signContract, on, { ...terms, parkFen: 1, enterpriseFen: 2, ...change })
  expect(await fields({})).toEqual(['contractNo', 'fileId', 'provincialFen'])
  expect(await fields({ parkFen: -5, enterpriseFen: 500_005 })).toEqual(['contractNo', 'fileId', 'parkFen'])
})

it('a delivery: a text that is too long, what was put right left out, a day that is none, a paper of another kind', async () => {
  const on = await serviceAt(world, park, 'disputed', { kind: 'talent', enterprise: 3 })
  await (await world.as(officerOf(park))).done(visits.resumeService, { params: { serviceId: on } })
  const fileId = await paper(world, officerOf(park), '证书')
  const asked = {
    title: '果'.repeat(201),
    remedy: '',
    deliveredOn: '2026-02-30',
    files: [{ proof: 'certificate', fileId }],
  }
  expect(await told(officerOf(park), visits.deliver, on, asked)).toEqual([
    'deliveredOn',
    'files.0.proof',
    'remedy',
    'title',
  ])
  const blank = { ...asked, title: '', deliveredOn: '2026年2月30日前后的某一天' }
  expect(await told(officerOf(park), visits.deliver, on, blank)).toEqual([
    'deliveredOn',
    'files.0.proof',
    'remedy',
    'title',
  ])
  const visit = { visitedOn: '2026-02-30', way: 'on-site', place: '车间'.repeat(80), content: '' }
  expect(await told(officerOf(park), visits.recordVisit, on, visit)).toEqual(['content', 'place', 'visitedOn'])
})

it('nothing of an act that is told of its shape is ever written', async () => {
  const on = await serviceAt(world, park, 'under-way', { kind: 'financing', enterprise: 4 })
  const before = await world.sql('select count(*)::int as n from audit_events')
  const visit = { visitedOn: '2026-06-20', way: 'on-site', place: '车间'.repeat(80), content: '走访企业' }
  expect(await told(officerOf(park), visits.recordVisit, on, visit)).toEqual(['place'])
  expect(await world.sql('select count(*)::int as n from audit_events')).toEqual(before)
})
