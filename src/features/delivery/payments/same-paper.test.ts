import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makePdf } from '../../../../database/demo/photos.ts'
import type { County, Park } from '../../../../database/demo/programme.ts'
import { recommend, uploadVoucher } from '../../../../tests/support/funded.ts'
import { approvePrepared, invoiceBody, invoicedPark, shown } from '../../../../tests/support/payments.ts'
import { fundOf, serviceAt } from '../../../../tests/support/services.ts'
import { noticePilot, publish } from '../../../../tests/support/tranches.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as funds from '../../money/funds/contract.ts'
import { uploadFile } from '../../programme/files/contract.ts'
import * as contract from './contract.ts'
import { voidInvoice } from './void-contract.ts'

const finance = '嘉善县财政局·经办'
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

/** The same bytes, uploaded anew under another name. */
const scan = (title: string) => makePdf({ title, lines: ['同一份'] })
const again = async (title: string, by = fundOf(park)) =>
  (await world.as(by)).upload(`${title}-${Math.random()}.pdf`, scan(title))

describe('one paper proves one movement of money (G3.4)', () => {
  it('an invoice file is that of one invoice, and of no receipt; entered wrongly, it is free again', async () => {
    const on = await serviceAt(world, park, 'confirmed', { kind: 'talent', enterprise: 1 })
    const { no } = await shown(world, park, on)
    const client = await world.as(fundOf(park))
    const body = async () => ({ ...(await invoiceBody(world, park, on)), sumFen: 100, fileId: await again('发票') })
    const enter = async (change: object = {}) =>
      client.call(contract.recordInvoice, { params: { serviceId: on }, body: { ...(await body()), ...change } })
    const first = await enter()
    expect(first.status).toBe(200)
    const second = await enter({ sellerName: '' })
    expect(second.body.error.fields.map(({ field }) => field).sort()).toEqual(['fileId', 'sellerName'])
    expect(second.body.error.fields.find(({ field }) => field === 'fileId')?.zh).toContain(`${no} 的发票`)
    const paymentId = (await paying.draw(serviceId)).body.paymentId
    await approvePrepared(world, park, paymentId)
    const asReceipt = await paying.receive(paymentId, { fileId: await again('发票'), receiptNo: ' ' })
    expect(asReceipt.body.error.fields.map(({ field }) => field).sort()).toEqual(['fileId', 'receiptNo'])
    await client.done(voidInvoice, {
      params: { invoiceId: first.body.invoiceId },
      body: { kind: 'entered-wrongly', code: '', number: '', fileId: '', reason: '号码有误', voidedOn: '2026-06-20' },
    })
    expect((await enter()).status).toBe(200)
    expect((await paying.receive(paymentId, { fileId: await again('回单') })).status).toBe(200)
  })

  it('a bank receipt is that of one payment; where it lies elsewhere, not a word about where', async () => {
    const on = await paying.invoiced()
    const paymentId = (await paying.draw(on)).body.paymentId
    await approvePrepared(world, park, paymentId)
    const answer = await paying.receive(paymentId, { fileId: await again('回单') })
    expect(answer.body.error).toMatchObject({
      code: 'common.paper-used-before',
      clause: 'G3.4',
      fields: [{ field: 'fileId' }],
    })
    const twice = `update payments set state = 'paid', receipt_no = '1', receipt_file = $2, paid_on = '2026-06-20', receipt_at = now(), receipt_by = prepared_by where id = $1`
    await expect(world.sql(twice, [paymentId, await again('回单')])).rejects.toThrow(/proves one movement/)
  })

  it('a voucher is that of one release, in the whole province', async () => {
    const other = await noticePilot(world, county)
    await recommend(world, other, 1)
    await publish(world, other, 1)
    world.setClock('2026-07-20')
    const used = await world.sql<{ hash: string }>(
      `select f.hash from tranches t join files f on f.id = t.voucher_file where t.pilot_id = $1`,
      [park.pilotId],
    )
    const voucherFileId = await uploadVoucher(world, finance)
    await world.sql('update files set hash = $2 where id = $1', [voucherFileId, used[0]?.hash])
    // What is kept of the room of units follows uploads alone.
    await world.sql(`update unit_storage s set bytes = coalesce((select sum(size) from (
      select distinct on (f.hash) f.size from files f join accounts a on a.id = f.uploaded_by
       where a.unit_id = s.unit_id and left(f.hash, 1) = s.part order by f.hash, f.size) held), 0)`)
    const body = { voucherNo: '', voucherFileId, paidOn: '2026-07-20' }
    const answer = await (await world.as(finance)).call(funds.releaseTranche, {
      params: { pilotId: other.pilotId, no: 1 },
      body,
    })
    expect(answer.body.error.fields.map(({ field }) => field).sort()).toEqual(['voucherFileId', 'voucherNo'])
    expect(answer.body.error.fields[1]?.zh).toContain(`${county.park.name}第 1 期的拨付凭证`)
  })

  it('a text is no paper: not an invoice, not a receipt, not a voucher, for the database either (G3.4, G4.2)', async () => {
    const text = async () => (await world.as(fundOf(park))).upload('t.txt', Buffer.from('hello'))
    const on = await serviceAt(world, park, 'confirmed', { kind: 'talent', enterprise: 2 })
    const client = await world.as(fundOf(park))
    const bill = { ...(await invoiceBody(world, park, on)), sumFen: 100, fileId: await text() }
    const entered = await client.call(contract.recordInvoice, { params: { serviceId: on }, body: bill })
    expect(entered.body.error).toMatchObject({ code: 'common.paper-of-wrong-kind', fields: [{ field: 'fileId' }] })
    expect(entered.body.error.zh).toContain('PDF 文件、OFD 文件、电子发票 XML、图片')

    const paymentId = (await paying.draw(await paying.invoiced())).body.paymentId
    await approvePrepared(world, park, paymentId)
    const receipt = await paying.receive(paymentId, { fileId: await text() })
    expect(receipt.body.error.code).toBe('common.paper-of-wrong-kind')
    const xml = await client.upload('回单.xml', Buffer.from('<?xml version="1.0"?><a>回单</a>'))
    expect((await paying.receive(paymentId, { fileId: xml })).body.error.code).toBe('common.paper-of-wrong-kind')
    const paid = `update payments set state = 'paid', receipt_no = '7', receipt_file = $2, paid_on = '2026-06-20', receipt_at = now(), receipt_by = prepared_by where id = $1`
    for (const fileId of [await text(), xml])
      await expect(world.sql(paid, [paymentId, fileId])).rejects.toThrow(/a paper that proves money/)
    await expect(
      world.sql('update tranches set voucher_file = $2 where pilot_id = $1 and no = 1', [park.pilotId, xml]),
    ).rejects.toThrow(/a paper that proves money/)
  })

  it('is said when a file is chosen whose bytes are known already', async () => {
    const send = async (name: string, content: Buffer) => {
      const client = await world.as(fundOf(park))
      const answer = await client.send('POST', uploadFile.path, content, { 'x-file-name': encodeURIComponent(name) })
      return answer.body
    }
    expect(await send('a.pdf', scan('回单'))).toMatchObject({ usedBefore: true })
    expect(await send('b.pdf', scan('新的'))).toMatchObject({ usedBefore: false })
  })
})
