import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { County, Park } from '../../../../database/demo/programme.ts'
import { approvePrepared, invoice, invoicedPark, prepare, shown } from '../../../../tests/support/payments.ts'
import { fundOf, managerOf, officerOf, serviceAt } from '../../../../tests/support/services.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as contract from './contract.ts'

let world: World
let county: County & { park: Park }
let park: Park
let paying: Awaited<ReturnType<typeof invoicedPark>>['paying']
/** An invoiced service, on which every refusal is tried. */
let serviceId: string
beforeAll(async () => {
  world = await startWorld()
  ;({ county, park, paying, serviceId } = await invoicedPark(world))
})
afterAll(() => world.stop())

type Change = Parameters<typeof paying.draw>[1]

describe('drawing up a payment', () => {
  it.each<[string, Change, string, string, string[]]>([
    ['wages (G4.4)', { purpose: '服务专员工资' }, 'payments.forbidden-use', 'G4.4', ['purpose']],
    ['a banquet, spelled apart (G4.4)', { purpose: '接 待 费' }, 'payments.forbidden-use', 'G4.4', ['purpose']],
    ['no purpose (G4.4)', { purpose: ' ' }, 'payments.purpose-missing', 'G4.4', ['purpose']],
    ['a person (G3.4)', { payeeName: '张三' }, 'payments.payee-is-not-the-seller', 'G3.4', ['payeeName']],
    [
      'the park itself (G3.4)',
      { payeeName: '嘉善归谷智造园' },
      'payments.payee-is-not-the-seller',
      'G3.4',
      ['payeeName'],
    ],
    [
      'more than the invoice (G3.6)',
      { parkFen: 100_001 },
      'payments.above-invoice',
      'G3.6',
      ['provincialFen', 'parkFen'],
    ],
    [
      'more than the contract’s share (G3.6)',
      { provincialFen: 1_800_001, parkFen: 0 },
      'payments.above-contract-share',
      'G3.6',
      ['provincialFen'],
    ],
    [
      'more than the park’s share (G3.6)',
      { provincialFen: 0, parkFen: 100_001 },
      'payments.above-park-share',
      'G3.6',
      ['parkFen'],
    ],
    ['nothing (G3.6)', { provincialFen: 0, parkFen: 0 }, 'common.amount-not-positive', 'G3.6', ['provincialFen']],
  ])('is refused for %s', async (_, change, code, clause, fields) => {
    const answer = await paying.draw(serviceId, change)
    expect(answer.status).toBe(422)
    expect(answer.body.error).toMatchObject({ code, clause })
    expect(answer.body.error.fields.map(({ field }) => field)).toEqual(fields)
    expect((await shown(world, park, serviceId)).payments).toEqual([])
  })

  it.each<[object, string]>([
    [{ provincialFen: -1 }, 'provincialFen'],
    [{ parkFen: 0.5 }, 'parkFen'],
    [{ provincialFen: 9_007_199_254_740_992 }, 'provincialFen'],
    [{ provincialFen: '100' }, 'provincialFen'],
    [{ invoiceId: '0198a000-0000-7000-8000-000000000000' }, 'invoiceId'],
  ])('names the field of %o', async (change, field) => {
    const answer = await paying.draw(serviceId, change as Change)
    expect(answer.status).toBe(422)
    expect(new Set(answer.body.error.fields.map((one) => one.field))).toEqual(new Set([field]))
  })

  it('comes after the invoice, and says so beforehand', async () => {
    const early = await serviceAt(world, park, 'confirmed', { enterprise: 1 })
    expect((await paying.draw(early)).body.error).toMatchObject({ code: 'payments.no-invoice', clause: 'G3.4' })
    expect(await paying.ability(early, 'prepare-payment', fundOf(park))).toMatchObject({
      allowed: false,
      clause: 'G3.4',
    })
  })

  it('is for the park’s fund officer, on its own services', async () => {
    for (const bureau of [
      '嘉善县经信局·经办',
      '嘉善县财政局·经办',
      '嘉善县财政局·负责人',
      '省财政厅·处室',
      officerOf(park),
    ])
      expect((await paying.draw(serviceId, {}, bureau)).status).toBe(403)
    for (const foreign of [fundOf(county.second), fundOf(county.foreign), managerOf(county.foreign)])
      expect((await paying.draw(serviceId, {}, foreign)).status).toBe(404)
    expect(await paying.ability(serviceId, 'prepare-payment', '嘉善县财政局·经办')).toMatchObject({ allowed: false })
    expect(await paying.ability(serviceId, 'prepare-payment', fundOf(park))).toMatchObject({ allowed: true })
  })

  it('holds what it asks for on the line, one payment at a time', async () => {
    const on = await paying.invoiced()
    const before = (await shown(world, park, on)).limits
    const { paymentId } = (await paying.draw(on)).body
    expect((await paying.draw(on)).body.error).toMatchObject({ code: 'payments.one-at-a-time', clause: 'G3.6' })
    const view = await shown(world, park, on)
    expect(view.limits).toEqual(before)
    expect(view.invoices[0]?.openFen).toBe(0)
    expect(view.payments).toMatchObject([{ paymentId, state: 'prepared', preparedByName: fundOf(park) }])
    const { lineFen } = (await shown(world, park, await invoicedOnTheSameLine(on))).limits ?? { lineFen: 0 }
    expect(lineFen).toBe(before?.lineFen)
    expect((await paying.cancel(paymentId, '改日支付')).status).toBe(200)
  })

  async function invoicedOnTheSameLine(on: string): Promise<string> {
    const { kind } = await shown(world, park, on)
    const id = await serviceAt(world, park, 'confirmed', { kind, enterprise: 4 })
    await invoice(world, park, id)
    return id
  }
})

describe('approving a payment', () => {
  it('is another’s than who prepared it, in the rule and in the database (G3.6)', async () => {
    const on = await paying.invoiced()
    const mine = (await paying.draw(on, {}, managerOf(park))).body.paymentId
    const own = await paying.approve(mine)
    expect(own.body.error).toMatchObject({ code: 'payments.preparer-cannot-approve', clause: 'G3.6' })
    expect(await paying.ability(on, 'approve', managerOf(park))).toMatchObject({ allowed: false, clause: 'G3.6' })
    const same = `update payments set state = 'approved', approved_by = prepared_by, approved_at = now() where id = $1`
    await expect(world.sql(same, [mine])).rejects.toThrow(/check/)
    const nobody = `update payments set state = 'approved' where id = $1`
    await expect(world.sql(nobody, [mine])).rejects.toThrow(/check/)
    expect((await paying.cancel(mine, '由资金专员编制', managerOf(park))).status).toBe(200)
    const theirs = await prepare(world, park, on)
    expect(await paying.ability(on, 'approve', managerOf(park))).toMatchObject({ allowed: true })
    expect((await paying.approve(theirs)).body.state).toBe('approved')
    expect((await paying.approve(theirs)).body.error).toMatchObject({ code: 'common.not-in-state', clause: 'G3.6' })
    expect((await paying.receive(theirs)).status).toBe(200)
  })

  it('is the manager’s alone, in the own park', async () => {
    const paymentId = await prepare(world, park, serviceId)
    for (const other of [fundOf(park), officerOf(park), '嘉善县财政局·负责人', '省财政厅·处室'])
      expect((await paying.approve(paymentId, other)).status).toBe(403)
    for (const foreign of [managerOf(county.second), managerOf(county.foreign)])
      expect((await paying.approve(paymentId, foreign)).status).toBe(404)
    expect((await paying.cancel(paymentId, '试', fundOf(county.foreign))).status).toBe(404)
    const none = { paymentId: '0198a000-0000-7000-8000-000000000000' }
    const missing = await (await world.as(managerOf(park))).call(contract.approvePayment, { params: none })
    expect(missing.status).toBe(404)
    expect((await paying.cancel(paymentId, '改日再付')).status).toBe(200)
  })

  it('doubled by two clicks is one approval', async () => {
    const paymentId = await prepare(world, park, serviceId)
    const manager = await world.as(managerOf(park))
    const twice = await Promise.all(
      [1, 2].map(() =>
        manager.call(contract.approvePayment, { params: { paymentId }, idempotencyKey: 'click-0000000001' }),
      ),
    )
    expect(twice.map(({ status }) => status)).toEqual([200, 200])
    expect(twice[0]?.body).toEqual(twice[1]?.body)
    const entries = `select count(*)::int as n from ledger_entries where subject = $1 and kind = 'approve-payment'`
    expect(await world.sql(entries, [paymentId])).toEqual([{ n: 1 }])
    expect((await paying.cancel(paymentId, '账号有误')).status).toBe(200)
  })
})

describe('cancelling a payment', () => {
  it('needs a reason, gives the money back, and makes way for another', async () => {
    const first = await prepare(world, park, serviceId)
    await approvePrepared(world, park, first)
    expect((await paying.cancel(first, ' ')).body.error).toMatchObject({
      code: 'common.reason-missing',
      fields: [{ field: 'reason' }],
    })
    const cash = async () => (await shown(world, park, serviceId)).limits?.cashFen ?? 0
    const held = await cash()
    expect((await paying.cancel(first, '收款账号有误')).body.state).toBe('cancelled')
    expect(await cash()).toBe(held + 1_800_000)
    expect((await paying.cancel(first, '再取消一次')).body.error.code).toBe('common.not-in-state')
    expect((await paying.approve(first)).body.error.code).toBe('common.not-in-state')
    const second = await prepare(world, park, serviceId)
    const { payments } = await shown(world, park, serviceId)
    expect(payments[0]).toMatchObject({ paymentId: second, state: 'prepared', cancelReason: '' })
    expect(payments.find(({ paymentId }) => paymentId === first)).toMatchObject({
      state: 'cancelled',
      cancelReason: '收款账号有误',
      cancelledByName: fundOf(park),
      cancelledAt: world.now.toISOString(),
    })
    expect((await paying.cancel(second, '改日再付')).status).toBe(200)
  })

  it('ends when the bank has paid', async () => {
    const on = await paying.invoiced()
    const paymentId = await prepare(world, park, on)
    await approvePrepared(world, park, paymentId)
    expect((await paying.receive(paymentId)).status).toBe(200)
    expect((await paying.cancel(paymentId, '退回重付')).body.error).toMatchObject({
      code: 'common.not-in-state',
      clause: 'G3.6',
    })
    expect(await paying.ability(on, 'cancel', fundOf(park))).toMatchObject({ allowed: false })
  })
})
