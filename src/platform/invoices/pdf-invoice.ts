import { parseYuan } from '../../shared/money.ts'
import { lastDictionary, type PdfValue } from '../files/pdf-objects.ts'
import { type EInvoice, saying } from './einvoice.ts'
import { both } from './ofd-invoice.ts'

/**
 * What a PDF says in its document information (ISO 32000-2, 14.3.3) of the invoice that it shows, under the names that the tax
 * administration's writers use. Null where there is no number among it, and for a locked PDF, whose texts are ciphers.
 */
export function readPdfInvoice(data: Buffer): EInvoice | null {
  const text = data.toString('latin1')
  if (text.includes('/Encrypt')) return null
  const info = lastDictionary(text, '/Info')
  if (!info) return null
  const of = (name: string) => textOf(info.get(name)).trim()
  if (of('InvoiceNumber') === '') return null
  return saying({
    number: of('InvoiceNumber'),
    code: of('InvoiceCode'),
    issuedOn: of('IssueTime').slice(0, of('IssueTime').includes('年') ? 11 : 10),
    sumFen: parseYuan(of('TotalTax-includedAmount')) ?? both(of('TotalAmWithoutTax'), of('TotalTaxAm')),
    sellerName: of('SellerName'),
    sellerUscc: of('SellerIdNum'),
    buyerName: of('BuyerName'),
    buyerUscc: of('BuyerIdNum'),
  })
}

/** UTF-16 behind its mark, else bytes; UTF-8 where they are that. */
function textOf(value: PdfValue | undefined): string {
  if (!(value instanceof Buffer)) return ''
  if (value[0] === 0xfe && value[1] === 0xff) return new TextDecoder('utf-16be').decode(value)
  return value.toString('utf8')
}
