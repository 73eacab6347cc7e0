import { expect, test } from 'vitest'
import { makeZip } from '../files/zip-maker.ts'
import { readOfdInvoice } from './ofd-invoice.ts'
import { readPdfInvoice } from './pdf-invoice.ts'

const names = {
  发票号码: '26332000000000000001',
  开票日期: '2026年06月05日',
  合计金额: '18867.92',
  合计税额: '1132.08',
  购买方纳税人识别号: '91330421MA2000027E',
  销售方纳税人识别号: '91330421MA2000019J',
}
const read = {
  number: names.发票号码,
  code: '',
  issuedOn: '2026-06-05',
  sumFen: 2_000_000,
  sellerUscc: '91330421MA2000019J',
  buyerUscc: '91330421MA2000027E',
  sellerName: '',
  buyerName: '',
  isRed: false,
}

function ofd(texts: Readonly<Record<string, string>>, more = ''): Buffer {
  const data = Object.entries(texts).map(([name, text]) => `<ofd:CustomData Name="${name}">${text}</ofd:CustomData>`)
  const xml = `<?xml version="1.0"?><ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016"><ofd:DocBody><ofd:DocInfo>
<ofd:CustomDatas>${data.join('')}${more}</ofd:CustomDatas></ofd:DocInfo></ofd:DocBody></ofd:OFD>`
  return makeZip([{ name: 'OFD.xml', data: Buffer.from(xml) }])
}

function pdf(entries: string, more = ''): Buffer {
  return Buffer.from(`%PDF-1.7\n1 0 obj\n<< ${entries} >>\nendobj\n${more}trailer\n<< /Info 1 0 R >>\n%%EOF`, 'latin1')
}

test('an OFD says in its first part which invoice it shows', async () => {
  expect(await readOfdInvoice(ofd(names))).toEqual(read)
  const whole = { ...names, 价税合计: '-20000.00', 发票代码: '033002100411', 发票号码: '12345678' }
  expect(await readOfdInvoice(ofd(whole))).toMatchObject({ sumFen: -2_000_000, isRed: true, code: '033002100411' })
})

test('an OFD without a number, with several documents, or that is none says nothing', async () => {
  expect(await readOfdInvoice(ofd({ 标题: '合同' }))).toBeNull()
  expect(await readOfdInvoice(ofd(names, '<CustomData Name="发票号码">26332000000000000002</CustomData>'))).toBeNull()
  expect(await readOfdInvoice(makeZip([{ name: 'OFD.xml', data: Buffer.from('<OFD>') }]))).toBeNull()
  expect(await readOfdInvoice(Buffer.from('PK'))).toBeNull()
})

test('a PDF says it in its document information, in bytes or in UTF-16', () => {
  const seller = Buffer.from('\ufeff归谷', 'utf16le').swap16().toString('hex')
  const info = `/InvoiceNumber (26332000000000000001) /IssueTime (2026\\055 06-05) /TotalAmWithoutTax (18867.92)
/TotalTaxAm (1132.08) /SellerIdNum (91330421MA2000019J) /BuyerIdNum (91330421MA2000027E)`.replace('\\055 ', '\\055')
  expect(readPdfInvoice(pdf(info))).toEqual(read)
  expect(readPdfInvoice(pdf(`${info} /SellerName <${seller}> /TotalTax-includedAmount (-5.00)`))).toMatchObject({
    sellerName: '归谷',
    sumFen: -500,
    isRed: true,
  })
})

test('a scan and a locked PDF say nothing', () => {
  expect(readPdfInvoice(pdf('/Producer (scanner)'))).toBeNull()
  expect(readPdfInvoice(Buffer.from('%PDF-1.7\n%%EOF'))).toBeNull()
  expect(readPdfInvoice(pdf('/InvoiceNumber (26332000000000000001)', '/Encrypt 5 0 R\n'))).toBeNull()
})
