import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makePdf } from '../../../../database/demo/photos.ts'
import {
  approvePrepared,
  invoiceBody,
  invoicedPark,
  prepare,
  receiptBody,
  shown,
} from '../../../../tests/support/payments.ts'
import { fundOf, managerOf, officerOf, paper, serviceAt } from '../../../../tests/support/services.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import { exportEntries, listEntries, showFunds } from '../../money/funds/contract.ts'
import { showService } from '../services/contract.ts'
import { closeService } from '../services/order-contract.ts'
import { recordInvoice } from './contract.ts'
import { reversePayment } from './reversal-contract.ts'
import { voidInvoice } from './void-contract.ts'
import { actWords as words } from './words.ts'

let world: World
let on: Awaited<ReturnType<typeof invoicedPark>>
beforeAll(async () => {
  world = await startWorld()
  on = await invoicedPark(world)
})
afterAll(() => world.stop())

let count = 0
const back = async (change: object = {}) => ({
  kind: 'returned',
  receiptNo: `TH-${++count}`,
  fileId: await paper(world, fundOf(on.park), '银行退款回单'),
  returnedOn: '2026-06-25',
  reason: '收款账号有误，银行退汇',
  ...change,
})
const wrong = { kind: 'entered-wrongly', reason: '这张回单属于另一笔付款' }
const reverse = async (paymentId: string, body: object, by = fundOf(on.park)) =>
  (await world.as(by)).call(reversePayment, { params: { paymentId }, body: body as never })

/** The same bytes under another name. */
const scan = async (title: string) =>
  (await world.as(fundOf(on.park))).upload(`${title}-${++count}.pdf`, makePdf({ title, lines: ['同一份'] }))

/** A service whose invoice the bank has paid. */
async function paid(change: object = {}) {
  world.setClock('2026-06-25')
  const serviceId = await on.paying.invoiced()
  const paymentId = await prepare(world, on.park, serviceId)
  await approvePrepared(world, on.park, paymentId)
  const receipt = { ...(await receiptBody(world, on.park)), ...change }
  expect((await on.paying.receive(paymentId, receipt)).status).toBe(200)
  return { serviceId, paymentId, receipt }
}
const pilotId = async (serviceId: string) => (await shown(world, on.park, serviceId)).pilotId
async function money(serviceId: string) {
  const client = await world.as(fundOf(on.park))
  return (await client.done(showFunds, { params: { pilotId: await pilotId(serviceId) } })).money
}
const stateOf = async (serviceId: string) =>
  (await world.as(officerOf(on.park))).done(showService, { params: { serviceId } })

describe('money that came back (G3.4, G3.6)', () => {
  it('is booked back, counts no longer, and the payment is made again', async () => {
    const before = await money(on.serviceId)
    const { serviceId, paymentId, receipt } = await paid()
    const body = await back()
    expect((await reverse(paymentId, body)).body).toEqual({ paymentId, state: 'returned' })
    expect((await money(serviceId)).spentFen).toBe(before.spentFen)
    expect((await stateOf(serviceId)).state).toBe('invoiced')
    const view = await shown(world, on.park, serviceId)
    expect(view.payments[0]).toMatchObject({
      state: 'returned',
      reversal: { receiptNo: body.receiptNo, returnedOn: '2026-06-25' },
    })
    expect([view.paidFen, view.invoices[0]?.openFen]).toEqual([0, view.owedFen])
    const { entries } = await (await world.as(fundOf(on.park))).done(listEntries, { params: { pilotId: view.pilotId } })
    const names = ['冲正·批准付款', '冲正·支付']
    expect(entries.slice(0, 2).map(({ kind, name, bookedOn }) => [kind, name.zh, bookedOn])).toEqual(
      names.map((name) => ['reverse', name, '2026-06-25']),
    )
    const about = { params: { pilotId: view.pilotId }, search: { kind: 'reverse' as const } }
    const book = new ExcelJS.Workbook()
    await book.xlsx.load((await (await world.as(fundOf(on.park))).call(exportEntries, about)).raw as never)
    const told = book.worksheets[0]?.getColumn(2).values.filter((value) => String(value).startsWith('冲正'))
    expect([...new Set(told)].sort()).toEqual([...names].sort())
    const again = await prepare(world, on.park, serviceId)
    await approvePrepared(world, on.park, again)
    for (const receiptNo of [receipt.receiptNo, body.receiptNo])
      expect((await on.paying.receive(again, { receiptNo })).body.error.code).toBe('payments.receipt-number-used')
    expect((await on.paying.receive(again)).status).toBe(200)
    expect((await stateOf(serviceId)).state).toBe('paid')
    expect((await money(serviceId)).spentFen).toBeGreaterThan(before.spentFen)
  })

  it('after the service was closed opens it again, with what its fund line held', async () => {
    const { serviceId, paymentId } = await paid()
    const before = await money(serviceId)
    const closing = await (await world.as(officerOf(on.park))).call(closeService, { params: { serviceId }, body: {} })
    expect(closing.status).toBe(200)
    expect((await reverse(paymentId, await back())).status).toBe(200)
    expect((await stateOf(serviceId)).state).toBe('invoiced')
    expect((await money(serviceId)).committedFen).toBe(before.committedFen)
  })

  it('after a part was closed with a reason commits the rest again, so that closing it gives it back once', async () => {
    world.setClock('2026-06-25')
    const serviceId = await serviceAt(world, on.park, 'confirmed', { kind: 'financing', enterprise: 3, complete: true })
    const start = await money(serviceId)
    const client = await world.as(fundOf(on.park))
    const part = { ...(await invoiceBody(world, on.park, serviceId)), sumFen: 100_000 }
    await client.done(recordInvoice, { params: { serviceId }, body: part })
    const paymentId = (await on.paying.draw(serviceId, { provincialFen: 100_000, parkFen: 0 })).body.paymentId
    await approvePrepared(world, on.park, paymentId)
    expect((await on.paying.receive(paymentId)).status).toBe(200)
    const officer = await world.as(officerOf(on.park))
    const close = () => officer.call(closeService, { params: { serviceId }, body: { reason: '其余部分企业不再需要' } })
    expect((await close()).status).toBe(200)
    const closed = await money(serviceId)
    expect(closed.committedFen).toBeLessThan(start.committedFen)
    expect((await reverse(paymentId, await back())).status).toBe(200)
    expect((await money(serviceId)).committedFen).toBe(start.committedFen)
    const again = (await on.paying.draw(serviceId, { provincialFen: 100_000, parkFen: 0 })).body.paymentId
    await approvePrepared(world, on.park, again)
    expect((await on.paying.receive(again)).status).toBe(200)
    expect((await close()).status).toBe(200)
    expect(await money(serviceId)).toEqual(closed)
  })

  it('and the invoice may be taken back by its seller then, not before', async () => {
    const { serviceId, paymentId } = await paid()
    const invoiceId = (await shown(world, on.park, serviceId)).invoices[0]?.invoiceId ?? ''
    const voiding = async () =>
      (await world.as(fundOf(on.park))).call(voidInvoice, {
        params: { invoiceId },
        body: { kind: 'entered-wrongly', reason: '开票金额有误', voidedOn: '2026-06-25' },
      })
    expect((await voiding()).body.error.code).toBe('payments.invoice-has-payment')
    expect((await reverse(paymentId, await back())).status).toBe(200)
    expect((await voiding()).status).toBe(200)
  })

  it('names all that is missing, and is nobody else’s to say', async () => {
    const { paymentId, receipt } = await paid({ fileId: await scan('回单') })
    const { error } = (await reverse(paymentId, { kind: 'returned', reason: ' ', returnedOn: '2026-06-01' })).body
    expect(error.fields.map(({ field }) => field)).toEqual(['receiptNo', 'returnedOn', 'fileId', 'reason'])
    for (const [field, { zh }] of [['receiptNo', words.returnNo] as const, ['fileId', words.returnFile] as const])
      expect(error.fields.find((one) => one.field === field)?.zh).toContain(zh)
    expect((await reverse(paymentId, await back({ receiptNo: receipt.receiptNo }))).body.error.code).toBe(
      'payments.return-number-used',
    )
    expect((await reverse(paymentId, await back({ fileId: await scan('回单') }))).body.error.code).toBe(
      'common.paper-used-before',
    )
    expect((await reverse(paymentId, await back(), '嘉善县财政局·经办')).status).toBe(403)
    expect((await reverse(paymentId, await back(), fundOf(on.county.foreign))).status).toBe(404)
    const answers = await Promise.all([reverse(paymentId, await back()), reverse(paymentId, await back())])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422])
  })
})

describe('a receipt that was entered wrongly (G3.6)', () => {
  it('of a day before the approval is booked back without an account below zero on any day', async () => {
    world.setClock('2026-06-25')
    const serviceId = await on.paying.invoiced()
    world.setClock('2026-06-29')
    const paymentId = await prepare(world, on.park, serviceId)
    await approvePrepared(world, on.park, paymentId)
    expect((await on.paying.receive(paymentId, { paidOn: '2026-06-26' })).status).toBe(200)
    expect((await reverse(paymentId, wrong, managerOf(on.park))).status).toBe(200)
    const days = await world.sql<{ kind: string; on: string }>(
      `select coalesce(o.kind, e.kind) as kind, e.booked_on::text as on from ledger_entries e left join ledger_entries o on o.id = e.reverses
        where e.subject = $1 order by e.seq`,
      [paymentId],
    )
    expect(days.map(({ kind, on: day }) => [kind, day])).toEqual([
      ['approve-payment', '2026-06-29'],
      ['pay', '2026-06-26'],
      ['pay', '2026-06-26'],
      ['approve-payment', '2026-06-29'],
    ])
  })

  it('is corrected by another person, and its number and paper are free for the payment they belong to', async () => {
    const { serviceId, paymentId, receipt } = await paid({ fileId: await scan('错登') })
    expect((await reverse(paymentId, wrong)).body.error).toMatchObject({
      code: 'payments.corrected-by-same-person',
      clause: 'G3.6',
    })
    expect((await reverse(paymentId, wrong, managerOf(on.park))).body).toEqual({ paymentId, state: 'entered-wrongly' })
    const again = await prepare(world, on.park, serviceId)
    await approvePrepared(world, on.park, again)
    expect((await on.paying.receive(again, { receiptNo: receipt.receiptNo, fileId: await scan('错登') })).status).toBe(
      200,
    )
  })
})

it('the database keeps it so (G3.6)', async () => {
  const { paymentId } = await paid()
  const row = `insert into payment_reversals (id, payment_id, pilot_id, kind, reason, recorded_by, recorded_at, scope)
    select gen_random_uuid(), id, pilot_id, 'entered-wrongly', '更正', receipt_by, now(), scope from payments where id = $1`
  await expect(world.sql(row, [paymentId])).rejects.toThrow(/does not correct it alone/)
  for (const change of ["state = 'returned'", "state = 'approved'", 'park_fen = park_fen + 1', "receipt_no = 'X-9'"])
    await expect(world.sql(`update payments set ${change} where id = $1`, [paymentId])).rejects.toThrow()
  expect((await reverse(paymentId, await back())).status).toBe(200)
  await expect(world.sql("update payments set state = 'paid' where id = $1", [paymentId])).rejects.toThrow()
  await expect(world.sql('delete from payment_reversals where payment_id = $1', [paymentId])).rejects.toThrow()
  await expect(world.sql(row.replace('receipt_by,', 'prepared_by,'), [paymentId])).rejects.toThrow()
})
