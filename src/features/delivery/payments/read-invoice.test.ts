import { afterAll, beforeAll, expect, it } from 'vitest'
import { fundedPilot } from '../../../../tests/support/funded.ts'
import { fundOf } from '../../../../tests/support/services.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import { readInvoiceFile } from './einvoice-contract.ts'

let world: World
let fund = ''
let foreign = ''
beforeAll(async () => {
  world = await startWorld()
  const county = await fundedPilot(world)
  fund = fundOf(county.park)
  foreign = fundOf(county.foreign)
})
afterAll(() => world.stop())

const xml = `<EInvoice><EInvoiceData><SellerInformation><SellerName>归谷联数科技服务机构</SellerName></SellerInformation>
<BasicInformation><TotalTax-includedAmount>19000.00</TotalTax-includedAmount><RequestTime>2026-06-05</RequestTime></BasicInformation>
</EInvoiceData><TaxSupervisionInfo><InvoiceNumber>26332000000000000001</InvoiceNumber></TaxSupervisionInfo></EInvoice>`

async function read(name: string, content: string, by = fund) {
  const fileId = await (await world.as(fund)).upload(name, Buffer.from(content))
  return (await world.as(by)).call(readInvoiceFile, { params: { fileId } })
}

it('the file of an e-invoice fills the form', async () => {
  const { body } = await read('发票.xml', xml)
  expect(body.invoice).toMatchObject({ number: '26332000000000000001', issuedOn: '2026-06-05', sumFen: 1_900_000 })
})

it('is read past a mark and a stylesheet instruction', async () => {
  const styled = `\ufeff<?xml version="1.0" encoding="UTF-8"?><?xml-stylesheet type="text/xsl" href="einvoice.xsl"?>${xml}`
  expect((await read('发票.xml', styled)).body.invoice).toMatchObject({ number: '26332000000000000001' })
})

it('another file says nothing, and nothing is refused because of it', async () => {
  expect((await read('说明.txt', '发票另寄')).body).toEqual({ invoice: null })
  expect((await read('数据.xml', '<data><a>1</a></data>')).body).toEqual({ invoice: null })
})

it('is not read by who may not record invoices, nor outside the park', async () => {
  expect((await read('发票.xml', `${xml}<!-- 1 -->`, '嘉善县经信局·经办')).status).toBe(403)
  expect((await read('发票.xml', `${xml}<!-- 2 -->`, foreign)).status).toBe(404)
})
