import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import type { County, Park } from '../../../../database/demo/programme.ts'
import {
  approvePrepared,
  invoice,
  invoiceBody,
  invoicedPark,
  prepare,
  receiptBody,
  shown,
} from '../../../../tests/support/payments.ts'
import { fundOf, managerOf, officerOf, paper, serviceAt } from '../../../../tests/support/services.ts'
import { walked } from '../../../../tests/support/walked.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import { showService } from '../services/contract.ts'
import * as orders from '../services/order-contract.ts'
import * as contract from './contract.ts'

let world: World
let county: County & { park: Park }
let park: Park
let paying: Awaited<ReturnType<typeof invoicedPark>>['paying']
let serviceId: string
beforeAll(async () => {
  world = await startWorld()
  ;({ county, park, paying, serviceId } = await invoicedPark(world))
})
afterAll(() => world.stop())

describe('the bank’s receipt (G3.4)', () => {
  it('has a number that proves no other payment of the account', async () => {
    world.setClock('2026-06-25')
    const [first, second] = [await paying.invoiced(), await paying.invoiced()]
    const pay = async (on: string, receiptNo: string) => {
      const paymentId = await prepare(world, park, on)
      await approvePrepared(world, park, paymentId)
      return { paymentId, answer: await paying.receive(paymentId, { receiptNo }) }
    }
    expect((await pay(first, 'HD-T1-001')).answer.status).toBe(200)
    const { paymentId, answer } = await pay(second, ' hd－t1—001')
    expect(answer.body.error).toMatchObject({
      code: 'payments.receipt-number-used',
      clause: 'G3.4',
      fields: [{ field: 'receiptNo' }],
    })
    expect(answer.body.error.zh).toContain((await shown(world, park, first)).no)
    for (const receiptNo of ['HDT1001', 'HD T1/001', 'hd_t1.001', 'ＨＤＴ１００１']) {
      const other = await paying.receive(paymentId, { receiptNo })
      expect([receiptNo, other.body.error.code]).toEqual([receiptNo, 'payments.receipt-number-used'])
    }
    const bare = `update payments set state = 'paid', receipt_no = 'hd t1 001', receipt_file = $2, paid_on = '2026-06-25', receipt_at = now(), receipt_by = prepared_by where id = $1`
    const proof = (await receiptBody(world, park)).fileId
    await expect(world.sql(bare, [paymentId, proof])).rejects.toThrow(/payments_receipt_no_key/)
    const past = `update payments set state = 'paid', receipt_no = 'HD-T1-001', receipt_file = $2, paid_on = '2026-06-25', receipt_at = now(), receipt_by = prepared_by where id = $1`
    const { fileId } = await receiptBody(world, park)
    await expect(world.sql(past, [paymentId, fileId])).rejects.toThrow(/payments_receipt_no_key/)
    expect((await paying.receive(paymentId)).status).toBe(200)
  })

  it('is complete, after the invoice, not of tomorrow, and not before the approval', async () => {
    world.setClock('2026-06-25')
    const paymentId = await prepare(world, park, serviceId)
    expect((await paying.receive(paymentId)).body.error).toMatchObject({ code: 'common.not-in-state', clause: 'G3.6' })
    await approvePrepared(world, park, paymentId)
    const refused: [object, string, string][] = [
      [{ paidOn: '2026-06-26' }, 'common.day-in-future', 'paidOn'],
      [{ paidOn: '2026-06-19' }, 'payments.paid-before-invoice', 'paidOn'],
      [{ paidOn: '2026-06-31' }, 'common.bad-day', 'paidOn'],
      [{ receiptNo: ' ' }, 'payments.receipt-number-missing', 'receiptNo'],
      [{ fileId: '0198a000-0000-7000-8000-000000000000' }, 'common.invalid', 'fileId'],
      [{ fileId: undefined }, 'common.invalid', 'fileId'],
      [{ fileId: null }, 'common.invalid', 'fileId'],
    ]
    for (const [change, code, field] of refused) {
      const answer = await paying.receive(paymentId, change)
      expect(answer.status).toBe(422)
      expect(answer.body.error).toMatchObject({ code, fields: [{ field }] })
    }
    const used = (await shown(world, park, serviceId)).invoices[0]?.file.fileId ?? ''
    expect((await paying.receive(paymentId, { fileId: used })).body.error.fields).toMatchObject([{ field: 'fileId' }])
    const body = await receiptBody(world, park)
    for (const other of [officerOf(park), '嘉善县财政局·经办']) {
      const answer = await (await world.as(other)).call(contract.recordReceipt, { params: { paymentId }, body })
      expect(answer.status).toBe(403)
    }
    expect((await paying.receive(paymentId, { paidOn: '2026-06-20' })).body.state).toBe('paid')
    const view = await shown(world, park, serviceId, '嘉善县财政局·经办')
    expect(view).toMatchObject({ state: 'paid', owedFen: 1_900_000, paidFen: 1_900_000 })
    expect(view.payments[0]).toMatchObject({
      state: 'paid',
      paidOn: '2026-06-20',
      receiptFile: { name: '银行回单.pdf' },
    })
    expect((await paying.draw(serviceId)).body.error).toMatchObject({ code: 'payments.nothing-owed', clause: 'G3.6' })
  })

  it('makes a service with all its papers count, from the day the bank paid, however late it is keyed in', async () => {
    world.setClock('2026-06-28')
    const on = await serviceAt(world, park, 'confirmed', { kind: 'management-upgrade', enterprise: 3, complete: true })
    const counted = async () =>
      (await (await world.as(fundOf(park))).done(showService, { params: { serviceId: on } })).countedOn
    await invoice(world, park, on)
    const paymentId = await prepare(world, park, on)
    await approvePrepared(world, park, paymentId)
    world.setClock('2026-07-02')
    const before = await (await world.as(fundOf(park))).done(showService, { params: { serviceId: on } })
    expect(before.missing.map(({ proof }) => proof)).toContain('bank-receipt')
    expect(before.countedOn).toBeNull()
    expect((await paying.receive(paymentId, { paidOn: '2026-06-30' })).status).toBe(200)
    expect(await counted()).toBe('2026-06-30')
    const closed = await (await world.as(officerOf(park))).call(orders.closeService, {
      params: { serviceId: on },
      body: {},
    })
    expect(closed.body).toMatchObject({ state: 'closed' })
  })
})

describe('money in parts', () => {
  it('is paid part by part, and the service is paid with the last', async () => {
    const on = await paying.invoiced()
    const first = (await paying.draw(on, { provincialFen: 1_000_000, parkFen: 0 })).body.paymentId
    await approvePrepared(world, park, first)
    await paying.receive(first)
    expect(await shown(world, park, on)).toMatchObject({
      state: 'invoiced',
      paidFen: 1_000_000,
      limits: { invoiceFen: 900_000, provincialFen: 800_000, parkFen: 100_000 },
    })
    const over = await paying.draw(on, { provincialFen: 800_001, parkFen: 0 })
    expect(over.body.error.code).toBe('payments.above-contract-share')
    const second = (await paying.draw(on, { provincialFen: 800_000, parkFen: 100_000 })).body.paymentId
    await approvePrepared(world, park, second)
    await paying.receive(second)
    expect(await shown(world, park, on)).toMatchObject({ state: 'paid', paidFen: 1_900_000 })
  })

  it('follows the invoices: a further one is paid by a further payment', async () => {
    const on = await serviceAt(world, park, 'confirmed', { kind: 'talent', enterprise: 0 })
    const client = await world.as(fundOf(park))
    const enter = async (sumFen: number) =>
      client.done(contract.recordInvoice, {
        params: { serviceId: on },
        body: { ...(await invoiceBody(world, park, on)), sumFen },
      })
    const pay = async (provincialFen: number, parkFen: number, invoiceId?: string) => {
      const drawn = await paying.draw(on, { provincialFen, parkFen, ...(invoiceId ? { invoiceId } : {}) })
      if (drawn.status !== 200) return drawn.body.error.code
      await approvePrepared(world, park, drawn.body.paymentId)
      await paying.receive(drawn.body.paymentId)
      return (await shown(world, park, on)).state
    }
    const one = await enter(900_000)
    expect(await pay(900_001, 0)).toBe('payments.above-invoice')
    expect(await pay(900_000, 0)).toBe('paid')
    const two = await enter(1_000_000)
    expect(two.state).toBe('invoiced')
    expect(await pay(900_000, 100_000, one.invoiceId)).toBe('payments.above-invoice')
    expect(await pay(900_000, 100_000, two.invoiceId)).toBe('paid')
    // The enterprise's own share: nothing for the park to pay, so the service stays paid.
    expect((await enter(100_000)).state).toBe('paid')
  })

  it('leaves the provincial money alone where the park alone pays', async () => {
    const on = await serviceAt(world, park, 'selected', { kind: 'supply-chain', enterprise: 2 })
    const officer = await world.as(officerOf(park))
    const shares = { priceFen: 500_000, provincialFen: 0, parkFen: 300_000, enterpriseFen: 200_000 }
    const fileId = await paper(world, officerOf(park), '服务合同')
    const signedOn = '2026-07-02'
    const terms = { contractNo: 'HT-OWN-1', signedOn, lineId: null, fileId, ...shares }
    await officer.done(orders.signContract, { params: { serviceId: on }, body: terms })
    await world.sql(`update services set state = 'confirmed' where id = $1`, [on])
    await invoice(world, park, on)
    const paymentId = await prepare(world, park, on)
    const ledger = async () => (await world.sql<{ n: number }>('select count(*)::int as n from ledger_entries'))[0]?.n
    const before = await ledger()
    await approvePrepared(world, park, paymentId)
    expect((await paying.receive(paymentId)).body.state).toBe('paid')
    expect(await ledger()).toBe(before)
    expect(await shown(world, park, on)).toMatchObject({
      state: 'paid',
      contract: { purpose: null },
      limits: { lineFen: 0 },
    })
  })
})

describe('the list of payments', () => {
  const list = async (by: string, search: z.input<typeof contract.listPayments.search> = {}) =>
    (await world.as(by)).call(contract.listPayments, { params: { pilotId: park.pilotId }, search })

  it('shows all of a pilot, newest first, by state and page, with the sums of all', async () => {
    const all = (await list('嘉善县财政局·经办')).body
    expect(all.total).toBe(all.payments.length)
    expect(all.payments.map(({ preparedAt }) => preparedAt)).toEqual(
      all.payments
        .map(({ preparedAt }) => preparedAt)
        .toSorted()
        .reverse(),
    )
    const paid = (await list(fundOf(park), { state: 'paid' })).body
    expect(new Set(paid.payments.map(({ state }) => state))).toEqual(new Set(['paid']))
    expect(paid.provincialFen).toBe(paid.payments.reduce((sum, one) => sum + one.provincialFen, 0))
    expect(paid.parkFen).toBe(paid.payments.reduce((sum, one) => sum + one.parkFen, 0))
    const second = (await list('省财政厅·处室', { page: 2, pageSize: 3 })).body
    expect(second.total).toBe(all.total)
    expect(second.payments).toEqual(all.payments.slice(3, 6))
    for (const sort of [undefined, 'payeeName', '-provincialFen', 'paidOn', '-state'] as const) {
      const whole = (await list(fundOf(park), { ...(sort ? { sort } : {}) })).body.payments.map((one) => one.paymentId)
      const found = await walked(async (asked) => {
        const { payments, placed } = (await list(fundOf(park), { ...(sort ? { sort } : {}), ...asked })).body
        return { ids: payments.map((one) => one.paymentId), placed }
      }, all.total)
      expect(found, sort).toEqual({ forwards: whole, backwards: whole })
    }
    expect((await list(fundOf(park), { page: 9_999 })).body.payments).toEqual([])
    expect((await list(fundOf(park), { page: 0 })).status).toBe(422)
    expect((await list(fundOf(park), { state: 'lost' as 'paid' })).status).toBe(422)
  })

  it('is nobody’s outside', async () => {
    for (const foreign of ['海宁市财政局·经办', fundOf(county.second), managerOf(county.foreign)])
      expect((await list(foreign)).status).toBe(404)
    const view = await (await world.as('海宁市财政局·经办')).call(contract.showPayments, { params: { serviceId } })
    expect(view.status).toBe(404)
    const empty = await (await world.as(fundOf(county.second))).call(contract.listPayments, {
      params: { pilotId: county.second.pilotId },
    })
    expect(empty.body).toMatchObject({ total: 0, provincialFen: 0, payments: [] })
  })
})
