import { type Fen, parseYuan } from '../../shared/money.ts'
import { bytesOf, openZip, ZipProblem } from '../files/zip.ts'
import { createXmlScanner, XmlBroken } from '../workbook/xml.ts'
import { type EInvoice, saying } from './einvoice.ts'

/** Longer texts are no number, name or sum. */
const maxText = 200
/** Characters; the part that names a document takes a few thousand. */
const maxPart = 1_048_576

/**
 * What an OFD says in its first part (`OFD.xml`) of the invoice that it shows: named texts (`CustomData`), as the tax
 * administration's writers put them there. Null where there is no number among them, or more than one.
 */
export async function readOfdInvoice(data: Buffer): Promise<EInvoice | null> {
  const found = await customData(data)
  if (!found) return null
  const of = (name: string) => (found.get(name) ?? '').trim()
  if (of('发票号码') === '') return null
  return saying({
    number: of('发票号码'),
    code: of('发票代码'),
    issuedOn: of('开票日期'),
    sumFen: parseYuan(of('价税合计')) ?? both(of('合计金额'), of('合计税额')),
    sellerName: of('销售方名称'),
    sellerUscc: of('销售方纳税人识别号'),
    buyerName: of('购买方名称'),
    buyerUscc: of('购买方纳税人识别号'),
  })
}

/** Net and tax; null where either is missing, as on an invoice that shows no tax. */
export function both(net: string, tax: string): Fen | null {
  const [a, b] = [parseYuan(net), parseYuan(tax)]
  return a === null || b === null ? null : a + b
}

async function customData(data: Buffer): Promise<Map<string, string> | null> {
  try {
    const zip = await openZip(bytesOf(data))
    const part = zip.find('OFD.xml')
    if (!part) return null
    const chunks: Buffer[] = []
    let size = 0
    for await (const chunk of zip.open(part)) {
      size += chunk.length
      if (size > maxPart) return null
      chunks.push(chunk)
    }
    return namedTexts(Buffer.concat(chunks).toString('utf8'))
  } catch (error) {
    if (error instanceof ZipProblem || error instanceof XmlBroken) return null
    throw error
  }
}

/** Null where a name occurs twice: the container holds several documents, and none is the one that is meant. */
function namedTexts(xml: string): Map<string, string> | null {
  const found = new Map<string, string>()
  let name: string | null = null
  let isOne = true
  const scanner = createXmlScanner({
    open(element, attribute) {
      name = element === 'CustomData' ? attribute('Name') : null
      if (name === null) return
      if (found.has(name)) isOne = false
      found.set(name, '')
    },
    close() {
      name = null
    },
    text(piece) {
      if (name !== null) found.set(name, `${found.get(name) ?? ''}${piece}`.slice(0, maxText))
    },
  })
  scanner.write(xml)
  scanner.end()
  return isOne ? found : null
}
