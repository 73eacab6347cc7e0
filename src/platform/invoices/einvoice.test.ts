import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatYuan } from '../../shared/money.ts'
import { readEInvoice } from './einvoice.ts'

type Given = {
  number?: string
  sum?: string
  time?: string
  issue?: string
  head?: string
  tail?: string
  body?: string
}

/** As the tax administration writes it, with a line whose sum must not pass for that of the head. */
function einvoice({
  number = '26332000000000000001',
  sum = '19000.00',
  time = '2026-06-05',
  ...more
}: Given = {}): string {
  return `${more.head ?? '<?xml version="1.0" encoding="UTF-8"?>'}<EInvoice><Header><EIid>${number}</EIid><InherentLabel>
<InIssuType><LabelCode>${more.issue ?? 'Y'}</LabelCode></InIssuType></InherentLabel></Header><EInvoiceData>
<SellerInformation><SellerIdNum>91330421MA2000019J</SellerIdNum><SellerName>归谷联数科技服务机构</SellerName></SellerInformation>
<BuyerInformation><BuyerIdNum>91330421MA2000027E</BuyerIdNum><BuyerName>嘉善归谷智造园</BuyerName></BuyerInformation>
<BasicInformation><TotalTax-includedAmount>${sum}</TotalTax-includedAmount><RequestTime>${time}</RequestTime></BasicInformation>
<IssuItemInformation><TotaltaxIncludedAmount>1.00</TotaltaxIncludedAmount></IssuItemInformation>${more.body ?? ''}</EInvoiceData>
<TaxSupervisionInfo><InvoiceNumber>${number}</InvoiceNumber><IssueTime>2026-06-09 08:00:00</IssueTime></TaxSupervisionInfo>
</EInvoice>${more.tail ?? ''}`
}
const read = (text: string) => readEInvoice(Buffer.from(text))

test('an invoice as the tax administration writes it', () => {
  expect(read(einvoice({ time: '2026-06-05 10:11:12' }))).toEqual({
    number: '26332000000000000001',
    code: '',
    issuedOn: '2026-06-05',
    sumFen: 1_900_000,
    sellerName: '归谷联数科技服务机构',
    sellerUscc: '91330421MA2000019J',
    buyerName: '嘉善归谷智造园',
    buyerUscc: '91330421MA2000027E',
    isRed: false,
  })
})

test('numbers, codes and names are cleaned, and the number of a person is handed to nobody', () => {
  const text = einvoice({ number: ' 2633 2000 0000 0000 0001\u200b', time: '2026年6月5日' })
  const written = text
    .replace('91330421MA2000019J', '9133 0421-ma2000019j')
    .replace('91330421MA2000027E', '990199189912310078')
  expect(read(written.replace('嘉善归谷智造园', ' 嘉善\u200b归谷 智造园(甲)'))).toMatchObject({
    number: '26332000000000000001',
    code: '',
    issuedOn: '2026-06-05',
    sellerUscc: '91330421MA2000019J',
    buyerUscc: '',
    buyerName: '嘉善归谷智造园（甲）',
  })
})

test('whatever number, sum and day, they are read as written', () => {
  const twenty = fc.stringMatching(/^[0-9]{20}$/)
  const fen = fc.integer({ min: 1, max: 100_000_000_00 })
  fc.assert(
    fc.property(twenty, fen, (number, sum) => {
      const invoice = read(einvoice({ number, sum: formatYuan(sum).replaceAll(',', '') }))
      expect([invoice?.number, invoice?.sumFen]).toEqual([number, sum])
    }),
  )
})

test('a byte order mark, no prolog, a style sheet, a namespace and GB18030 change nothing', () => {
  const style = '<?xml version="1.0"?><?xml-stylesheet type="text/xsl" href="einvoice.xsl"?>'
  for (const head of ['\uFEFF<?xml version="1.0"?>', '', style])
    expect(read(einvoice({ head }))?.sumFen).toBe(1_900_000)
  const prefixed = einvoice().replaceAll(/<(\/?)([A-Z])/g, '<$1e:$2')
  expect(read(prefixed)?.number).toBe('26332000000000000001')
  const chinese = Buffer.from([0xbc, 0xce, 0xc9, 0xc6])
  const [before = '', after = ''] = einvoice().split('嘉善归谷智造园')
  const seller = /归谷联数科技服务机构/
  const gbk = Buffer.concat([Buffer.from(before.replace(seller, 'A')), chinese, Buffer.from(after)])
  expect(readEInvoice(gbk)?.buyerName).toBe('嘉善')
})

test('a red-letter invoice is known, its sum below nothing', () => {
  expect(read(einvoice({ issue: 'N', sum: '-19000.00' }))).toMatchObject({ isRed: true, sumFen: -1_900_000 })
  expect(read(einvoice({ sum: '-19000.00' }))).toMatchObject({ isRed: true, sumFen: -1_900_000 })
})

test('what is missing or no day or sum is left open', () => {
  expect(read(einvoice({ time: '', sum: '***' }))).toMatchObject({ issuedOn: null, sumFen: null })
})

test('several invoices in one file, another root, and what is broken are not read', () => {
  const second = '<BasicInformation><TotalTax-includedAmount>5.00</TotalTax-includedAmount></BasicInformation>'
  expect(read(einvoice({ body: second }))).toBeNull()
  expect(read('<xbrl><Header><EIid>26332000000000000001</EIid></Header></xbrl>')).toBeNull()
  expect(read(einvoice().slice(0, -20))).toBeNull()
  expect(readEInvoice(Buffer.from('%PDF-1.7'))).toBeNull()
  expect(readEInvoice(Buffer.alloc(0))).toBeNull()
})
