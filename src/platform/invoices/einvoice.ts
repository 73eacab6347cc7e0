import { cleanCode, cleanName } from '../../shared/clean.ts'
import { type Day, readDay } from '../../shared/dates.ts'
import { type Fen, parseYuan } from '../../shared/money.ts'
import { isUnkeepable } from '../../shared/uscc.ts'
import { createXmlScanner, XmlBroken } from '../workbook/xml.ts'

/** What the file of a fully digital invoice says; empty or null where it does not. It proves nothing by itself. */
export type EInvoice = {
  /** The 20 digits, or the 8 beside a code. */
  readonly number: string
  /** 10 or 12 digits on an older kind; empty on a fully digital one. */
  readonly code: string
  readonly issuedOn: Day | null
  /** With tax. */
  readonly sumFen: Fen | null
  readonly sellerName: string
  readonly sellerUscc: string
  readonly buyerName: string
  readonly buyerUscc: string
  /** A red-letter invoice: it takes an earlier one back. */
  readonly isRed: boolean
}

const places = {
  number: 'TaxSupervisionInfo/InvoiceNumber',
  id: 'Header/EIid',
  issuedOn: 'EInvoiceData/BasicInformation/RequestTime',
  sum: 'EInvoiceData/BasicInformation/TotalTax-includedAmount',
  sellerName: 'EInvoiceData/SellerInformation/SellerName',
  sellerUscc: 'EInvoiceData/SellerInformation/SellerIdNum',
  buyerName: 'EInvoiceData/BuyerInformation/BuyerName',
  buyerUscc: 'EInvoiceData/BuyerInformation/BuyerIdNum',
  issue: 'Header/InherentLabel/InIssuType/LabelCode',
} as const
type Place = keyof typeof places
const placeOf = new Map<string, Place>(Object.entries(places).map(([place, path]) => [path, place as Place]))

/** Longer texts are no number, name or sum. */
const maxText = 200

/**
 * Reads the tax administration's own XML (root `EInvoice`). Elements are found by their whole path, because a line of the
 * invoice repeats the names of its head. Null for any other file, and for one that holds several invoices, of which none is
 * the one that is meant.
 */
export function readEInvoice(data: Buffer): EInvoice | null {
  const text = decoded(data)
  const found = text === null ? null : placesIn(text)
  if (!found) return null
  const of = (place: Place) => (found.get(place) ?? '').trim()
  const number = cleanCode(of('number'))
  return saying({
    number: /^\d{20}$/.test(number) ? number : of('id'),
    issuedOn: of('issuedOn').slice(0, 10),
    sumFen: parseYuan(of('sum')),
    sellerName: of('sellerName'),
    sellerUscc: of('sellerUscc'),
    buyerName: of('buyerName'),
    buyerUscc: of('buyerUscc'),
    isRed: of('issue') === 'N',
  })
}

/** The texts of a file, cleaned. What is below nothing takes an earlier invoice back, whatever the file says of its kind. */
export function saying(
  texts: Readonly<Record<Exclude<keyof EInvoice, 'sumFen' | 'isRed' | 'code'>, string>> & {
    readonly code?: string
    readonly sumFen: Fen | null
    readonly isRed?: boolean
  },
): EInvoice {
  const { sumFen } = texts
  return {
    number: cleanCode(texts.number),
    code: cleanCode(texts.code ?? ''),
    issuedOn: readDay(texts.issuedOn),
    sumFen,
    sellerName: cleanName(texts.sellerName),
    sellerUscc: usccOf(texts.sellerUscc),
    buyerName: cleanName(texts.buyerName),
    buyerUscc: usccOf(texts.buyerUscc),
    isRed: texts.isRed === true || (sumFen !== null && sumFen < 0),
  }
}

/** A natural person stands on an invoice with a number of their own, which is handed to nobody. */
function usccOf(text: string): string {
  const code = cleanCode(text)
  return isUnkeepable(code, false) ? '' : code
}

/** The texts at the places that are read; null where the root is another one or a place occurs twice. */
function placesIn(text: string): Map<Place, string> | null {
  const found = new Map<Place, string>()
  const path: string[] = []
  let place: Place | undefined
  let isOurs = true
  const scanner = createXmlScanner({
    open(name) {
      path.push(name)
      if (path.length === 1) isOurs = isOurs && name === 'EInvoice'
      place = placeOf.get(path.slice(1).join('/'))
      if (place && found.has(place)) isOurs = false
      if (place) found.set(place, '')
    },
    close() {
      path.pop()
      place = undefined
    },
    text(piece) {
      if (place) found.set(place, `${found.get(place) ?? ''}${piece}`.slice(0, maxText))
    },
  })
  try {
    scanner.write(text)
    scanner.end()
  } catch (error) {
    if (error instanceof XmlBroken) return null
    throw error
  }
  return isOurs && found.size > 0 ? found : null
}

/** UTF-8, UTF-16 with its mark, or GB18030 as some tools write it. */
function decoded(data: Buffer): string | null {
  const mark = data.subarray(0, 2).toString('hex')
  if (mark === 'fffe' || mark === 'feff') return new TextDecoder(mark === 'fffe' ? 'utf-16le' : 'utf-16be').decode(data)
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(data)
    } catch {
      // not in this encoding
    }
  }
  return null
}
