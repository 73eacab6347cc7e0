import { afterAll, beforeAll, expect, it } from 'vitest'
import { invoice, invoiceBody, invoicedPark, newNumber, shown } from '../../../../tests/support/payments.ts'
import { fundOf, serviceAt } from '../../../../tests/support/services.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as contract from './contract.ts'
import { voidInvoice } from './void-contract.ts'

let world: World
let on: Awaited<ReturnType<typeof invoicedPark>>
beforeAll(async () => {
  world = await startWorld()
  on = await invoicedPark(world)
})
afterAll(() => world.stop())

type Says = { number: string; sum?: string; day?: string; seller?: string; buyer?: string }

async function uploaded({ number, sum = '19000.00', day = '2026-06-20', seller = '', buyer = '' }: Says) {
  const xml = `<EInvoice><EInvoiceData><SellerInformation><SellerName>${seller}</SellerName></SellerInformation>
<BuyerInformation><BuyerName>${buyer}</BuyerName></BuyerInformation><BasicInformation>
<TotalTax-includedAmount>${sum}</TotalTax-includedAmount><RequestTime>${day}</RequestTime></BasicInformation>
</EInvoiceData><TaxSupervisionInfo><InvoiceNumber>${number}</InvoiceNumber></TaxSupervisionInfo></EInvoice>`
  return (await world.as(fundOf(on.park))).upload('发票.xml', Buffer.from(xml))
}

it('an invoice is what its file says; every difference is told with both values (G3.4)', async () => {
  const serviceId = await serviceAt(world, on.park, 'confirmed', { kind: 'talent', enterprise: 2 })
  const body = await invoiceBody(world, on.park, serviceId)
  const record = async (fileId: string) =>
    (await world.as(fundOf(on.park))).call(contract.recordInvoice, {
      params: { serviceId },
      body: { ...body, fileId },
    })
  const other = { number: newNumber(), sum: '99999.00', day: '2026-06-19', seller: '另一家机构', buyer: '另一家企业' }
  const refused = (await record(await uploaded(other))).body.error
  expect(refused).toMatchObject({ code: 'payments.file-says-other', clause: 'G3.4' })
  const fields = ['number', 'sumFen', 'issuedOn', 'sellerName', 'buyerName']
  expect(refused.fields.map(({ field }) => field)).toEqual(fields)
  expect(refused.fields[1]?.zh).toContain('99,999.00 元，填写的是 19,000.00 元')
  const red = (await record(await uploaded({ number: body.number, sum: '-19000.00' }))).body.error
  expect(red).toMatchObject({ code: 'payments.file-is-red', fields: [{ field: 'fileId' }] })
  const whole = `<EInvoice><EInvoiceData><BasicInformation><TotalTax-includedAmount>100.00</TotalTax-includedAmount>
</BasicInformation></EInvoiceData><TaxSupervisionInfo><InvoiceNumber>${body.number}</InvoiceNumber></TaxSupervisionInfo></EInvoice>`
  const upload = async (content: Buffer) => (await world.as(fundOf(on.park))).upload('发票.xml', content)
  for (const broken of [
    whole.slice(0, -12),
    whole.replace('100.00', '一百'),
    whole.replaceAll('EInvoice>', 'EInvoices>'),
  ])
    expect((await record(await upload(Buffer.from(broken)))).body.error).toMatchObject({
      code: 'payments.file-unreadable',
      fields: [{ field: 'fileId' }],
    })
  const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(whole, 'utf16le')])
  expect((await record(await upload(wide))).body.error).toMatchObject({ code: 'payments.file-says-other' })
  const right = await uploaded({ number: body.number, seller: body.sellerName, buyer: body.buyerName })
  expect((await record(right)).status).toBe(200)
})

it('a red-letter invoice is the one that its file says, and its number is known by its service', async () => {
  const serviceId = await serviceAt(world, on.park, 'confirmed', { kind: 'financing', enterprise: 3 })
  const invoiceId = await invoice(world, on.park, serviceId)
  const { no } = await shown(world, on.park, serviceId)
  const number = newNumber()
  const take = async (invoiceOf: string, fileId: string) =>
    (await world.as(fundOf(on.park))).call(voidInvoice, {
      params: { invoiceId: invoiceOf },
      body: { kind: 'red-letter', code: '', number, fileId, reason: '销售方名称开错', voidedOn: '2026-06-20' },
    })
  const black = await take(invoiceId, await uploaded({ number }))
  expect(black.body.error).toMatchObject({ code: 'payments.file-is-not-red', fields: [{ field: 'fileId' }] })
  const partial = await take(invoiceId, await uploaded({ number: newNumber(), sum: '-1.00' }))
  expect(partial.body.error.fields.map(({ field }) => field)).toEqual(['number', 'fileId'])
  expect((await take(invoiceId, await uploaded({ number, sum: '-19000.00' }))).status).toBe(200)
  const next = await invoice(world, on.park, serviceId)
  const again = await take(next, await uploaded({ number, sum: '-19000.00', buyer: '甲' }))
  expect(again.body.error.zh).toContain(`服务 ${no} 的红字发票`)
})
