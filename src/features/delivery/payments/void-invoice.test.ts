import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { invoice, invoiceBody, invoicedPark, newNumber, prepare, shown } from '../../../../tests/support/payments.ts'
import { fundOf, officerOf, paper, serviceAt } from '../../../../tests/support/services.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as services from '../services/contract.ts'
import * as payments from './contract.ts'
import * as contract from './void-contract.ts'

let world: World
let on: Awaited<ReturnType<typeof invoicedPark>>
beforeAll(async () => {
  world = await startWorld()
  on = await invoicedPark(world)
})
afterAll(() => world.stop())

const red = async (number = newNumber()) => ({
  kind: 'red-letter' as const,
  number,
  fileId: await paper(world, fundOf(on.park), '红字发票'),
  reason: '销售方名称开错',
  voidedOn: '2026-06-20',
})
const voiding = async (invoiceId: string, body: object, by = fundOf(on.park)) =>
  (await world.as(by)).call(contract.voidInvoice, { params: { invoiceId }, body: body as never })
const record = async (serviceId: string, change: object = {}) => {
  const body = { ...(await invoiceBody(world, on.park, serviceId)), ...change }
  return (await world.as(fundOf(on.park))).call(payments.recordInvoice, { params: { serviceId }, body })
}
const standingOf = async (serviceId: string) =>
  (await world.as(officerOf(on.park))).done(services.showService, { params: { serviceId } })

describe('an invoice is voided (G3.4)', () => {
  it('by its red-letter invoice: it counts nowhere, stays in sight, and is issued again within the contract and paid', async () => {
    const serviceId = await serviceAt(world, on.park, 'confirmed', { kind: 'talent', enterprise: 1 })
    const price = (await shown(world, on.park, serviceId)).contract?.priceFen ?? 0
    const first = await invoice(world, on.park, serviceId)
    expect((await record(serviceId, { sumFen: price })).body.error.code).toBe('payments.invoices-above-contract')
    const body = await red()
    expect((await voiding(first, body)).body).toEqual({ invoiceId: first, state: 'confirmed' })
    const after = await shown(world, on.park, serviceId)
    expect(after).toMatchObject({ owedFen: 0, limits: null, state: 'confirmed' })
    expect(after.invoices[0]).toMatchObject({ openFen: 0, voided: { redLetterNo: body.number, reason: body.reason } })
    const { evidence, invoices } = await standingOf(serviceId)
    expect([evidence.filter(({ proof }) => proof === 'invoice'), invoices]).toEqual([[], []])
    for (const number of [after.invoices[0]?.number, body.number])
      expect((await record(serviceId, { number })).body.error.code).toBe('payments.invoice-used-before')
    expect((await record(serviceId)).status).toBe(200)
    const paymentId = await prepare(world, on.park, serviceId)
    expect((await on.paying.approve(paymentId)).status).toBe(200)
    expect((await on.paying.receive(paymentId)).status).toBe(200)
    expect((await standingOf(serviceId)).state).toBe('paid')
    expect((await voiding(first, await red())).body.error).toMatchObject({
      code: 'payments.invoice-voided',
      clause: 'G3.4',
    })
  })

  it('as entered wrongly: its number is free for the right entry, and the same file raises no doubt', async () => {
    const serviceId = await serviceAt(world, on.park, 'confirmed', { kind: 'financing', enterprise: 2 })
    const body = await invoiceBody(world, on.park, serviceId)
    const client = await world.as(fundOf(on.park))
    const params = { serviceId }
    const { invoiceId } = await client.done(payments.recordInvoice, { params, body: { ...body, sumFen: 100 } })
    const wrong = { kind: 'entered-wrongly', reason: '金额录错', voidedOn: '2026-06-20' }
    expect((await voiding(invoiceId, wrong)).status).toBe(200)
    const again = { ...body, fileId: await paper(world, fundOf(on.park), '电子发票') }
    expect((await client.call(payments.recordInvoice, { params, body: again })).status).toBe(200)
    expect((await shown(world, on.park, serviceId)).invoices.map(({ voided }) => voided?.kind ?? null)).toEqual([
      'entered-wrongly',
      null,
    ])
  })

  it('never while a payment hangs on it, in the rule and in the database (G3.6)', async () => {
    const serviceId = await on.paying.invoiced()
    const invoiceId = (await shown(world, on.park, serviceId)).invoices[0]?.invoiceId ?? ''
    const paymentId = await prepare(world, on.park, serviceId)
    const { error } = (await voiding(invoiceId, await red())).body
    expect(error).toMatchObject({ code: 'payments.invoice-has-payment', clause: 'G3.6' })
    const row = `insert into invoice_voids (invoice_id, kind, reason, voided_on, recorded_by, recorded_at, scope)
      select id, 'entered-wrongly', '强行作废', issued_on, recorded_by, recorded_at, scope from invoices where id = $1`
    await expect(world.sql(row, [invoiceId])).rejects.toThrow(/payment hangs/)
    await expect(world.sql("update invoices set standing = 'red-letter' where id = $1", [invoiceId])).rejects.toThrow()
    expect((await on.paying.cancel(paymentId, '发票须重开')).status).toBe(200)
    expect((await voiding(invoiceId, await red())).status).toBe(200)
    await expect(
      world.sql("update payments set state = 'prepared', cancel_reason = '' where id = $1", [paymentId]),
    ).rejects.toThrow(/voided/)
  })

  it('names all that is missing at once', async () => {
    const serviceId = await on.paying.invoiced()
    const invoiceId = (await shown(world, on.park, serviceId)).invoices[0]?.invoiceId ?? ''
    const body = { kind: 'red-letter', number: '123', fileId: '', reason: ' ', voidedOn: '2026-06-01' }
    const { error } = (await voiding(invoiceId, body)).body
    expect(error.fields.map(({ field }) => field)).toEqual(['number', 'voidedOn', 'reason', 'fileId'])
    const bare = await record(serviceId, { number: '1', issuedOn: '2026-13-01', sumFen: 0, sellerName: '', fileId: '' })
    expect(bare.body.error.fields.map(({ field }) => field)).toEqual([
      'number',
      'issuedOn',
      'sumFen',
      'sellerName',
      'fileId',
    ])
    expect((await voiding(invoiceId, await red(), '嘉善县经信局·经办')).status).toBe(403)
    expect((await voiding(invoiceId, await red(), fundOf(on.county.foreign))).status).toBe(404)
  })

  it('or paid, by whoever comes first of two at the same moment', async () => {
    const serviceId = await on.paying.invoiced()
    const invoiceId = (await shown(world, on.park, serviceId)).invoices[0]?.invoiceId ?? ''
    const answers = await Promise.all([voiding(invoiceId, await red()), on.paying.draw(serviceId)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422])
  })

  it('with a number that one of two at the same moment takes', async () => {
    const ids = []
    for (const serviceId of [await on.paying.invoiced(), await on.paying.invoiced()])
      ids.push((await shown(world, on.park, serviceId)).invoices[0]?.invoiceId ?? '')
    const number = newNumber()
    const bodies = [await red(number), await red(number)]
    const answers = await Promise.all(ids.map((id, at) => voiding(id, bodies[at] ?? {})))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422])
  })
})
