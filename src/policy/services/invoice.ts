import { cleanCode, sameName } from '../../shared/clean.ts'
import { addDays, type Day, isDay } from '../../shared/dates.ts'
import { type Fen, formatYuan, isFen } from '../../shared/money.ts'
import type { Refusal } from '../../shared/refusal.ts'
import type { Text } from '../../shared/words.ts'
import type { Edition, Period } from '../editions/edition.ts'
import { allRefusals, both, refuse, refuseDay } from '../guide/refuse.ts'
import { checkPaper, type PaperUse } from '../records/money-papers.ts'
import type { Contract, Invoice } from './service.ts'

type Numbers = Pick<Invoice, 'code' | 'number' | 'digitalNumber'>

/** A number of 20 digits without a code, or one of 8 digits with a code of 10 or 12. */
export function isInvoiceNumber(code: string, number: string): boolean {
  return code === '' ? /^\d{20}$/.test(number) : /^(\d{10}|\d{12})$/.test(code) && /^\d{8}$/.test(number)
}

/** Numbers as they were typed, cleaned; one of 20 digits that stands beside a code is the fully digital one, in either field. */
export function cleanInvoiceNumbers(typed: Numbers): Numbers {
  const [code, number, digitalNumber] = [typed.code, typed.number, typed.digitalNumber].map(cleanCode) as Triple
  if (code === '' && (number === '' || number === digitalNumber))
    return { code, number: digitalNumber, digitalNumber: '' }
  const swapped = code !== '' && number.length === 20 && digitalNumber.length === 8
  return swapped ? { code, number: digitalNumber, digitalNumber: number } : { code, number, digitalNumber }
}

type Triple = [code: string, number: string, digitalNumber: string]

/**
 * What makes an invoice the same one, whatever file it comes in; each is unique across the province. `number`: the 20 digits,
 * or code and number joined. `digital`: the 20 digits, which the paper of a fully digital invoice has, too; null on one without.
 */
export type InvoiceKeys = { readonly number: string; readonly digital: string | null }

export function invoiceKeys({ code, number, digitalNumber }: Numbers): InvoiceKeys {
  return code === '' ? { number, digital: number } : { number: code + number, digital: digitalNumber || null }
}

function checkNumbers({ code, number, digitalNumber }: Numbers): Refusal | null {
  if (!isInvoiceNumber(code, number))
    return refuse('payments.bad-invoice-number', 'G3.4', {}, ['number', 'code', 'digitalNumber'])
  if (digitalNumber === '') return null
  // a second number of 20 digits without a code is another invoice
  const sound = code !== '' && isInvoiceNumber('', digitalNumber)
  return sound ? null : refuse('payments.bad-digital-number', 'G3.4', {}, ['digitalNumber', 'code', 'number'])
}

/** An invoice as it comes in, with the name that it gives its buyer. */
export type NamedInvoice = Invoice & { readonly buyerName: string }
type Buyer = { readonly uscc: string; readonly name: string }

/** `buyers`: the park and the enterprise. `usedBy`: what an invoice of one of these keys was entered for before, or null. */
export type InvoiceFacts = {
  readonly contract: Contract
  readonly agencyUscc: string
  readonly agencyName: string
  readonly buyers: readonly Buyer[]
  readonly invoicedFen: Fen
  readonly usedBy: Text | null
  /** The scan; empty while there is none. */
  readonly fileId: string
  /** What the same bytes prove already. */
  readonly fileUse: PaperUse | null
  readonly period: Period
  readonly today: Day
  readonly edition: Edition
}

/** All that keeps an invoice from standing for a contract, or null. */
export function checkInvoice(invoice: NamedInvoice, facts: InvoiceFacts): Refusal | null {
  return allRefusals(
    checkNumbers(invoice),
    facts.usedBy === null
      ? null
      : refuse('payments.invoice-used-before', 'G3.4', both('other', facts.usedBy), [
          'number',
          'code',
          'digitalNumber',
        ]),
    checkIssueDay(invoice.issuedOn, facts),
    checkSum(invoice.sumFen, facts),
    checkSeller(invoice, facts),
    checkBuyer(invoice, facts.buyers),
    facts.fileId === '' ? refuse('payments.invoice-file-missing', 'G3.4', {}, 'fileId') : null,
    checkPaper(facts.fileUse, 'G3.4', 'fileId'),
  )
}

function checkSeller({ sellerUscc, sellerName }: Invoice, { agencyUscc, agencyName }: InvoiceFacts): Refusal | null {
  const codes = { seller: sellerUscc, agency: agencyUscc }
  const names = { seller: sellerName, agency: agencyName }
  return allRefusals(
    sellerUscc === agencyUscc ? null : refuse('payments.seller-is-not-the-agency', 'G3.4', codes, 'sellerUscc'),
    sellerName.trim() === '' ? refuse('payments.seller-name-missing', 'G3.4', {}, 'sellerName') : null,
    sameName(sellerName, agencyName) ? null : refuse('payments.seller-name-differs', 'G3.4', names, 'sellerName'),
  )
}

function checkIssueDay(day: Day, { contract, today, period, edition }: InvoiceFacts): Refusal | null {
  const field = 'issuedOn'
  if (!isDay(day)) return refuseDay(day, null, field)
  if (day > today) return refuse('common.day-in-future', 'G3.4', { day, today }, field)
  if (day < contract.signedOn)
    return refuse('payments.invoice-before-contract', 'G3.4', { day, signed: contract.signedOn }, field)
  const last = addDays(period.to, edition.settlement.graceDays)
  return day > last ? refuse('payments.invoice-after-period', 'G3.2', { day, last }, field) : null
}

function checkSum(sumFen: Fen, { contract, invoicedFen }: InvoiceFacts): Refusal | null {
  if (!isFen(sumFen) || sumFen <= 0) return refuse('common.amount-not-positive', 'G3.4', {}, 'sumFen')
  const all = invoicedFen + sumFen
  if (all <= contract.priceFen) return null
  const sums = { sum: formatYuan(all), price: formatYuan(contract.priceFen) }
  return refuse('payments.invoices-above-contract', 'G3.4', sums, 'sumFen')
}

/** The buyer is the park or the enterprise, and is named as its credit code says. */
function checkBuyer({ buyerUscc, buyerName }: NamedInvoice, buyers: readonly Buyer[]): Refusal | null {
  const buyer = buyers.find(({ uscc }) => uscc === buyerUscc)
  if (!buyer) return refuse('payments.buyer-is-a-stranger', 'G3.4', {}, 'buyerUscc')
  if (sameName(buyerName, buyer.name)) return null
  return refuse('payments.buyer-name-differs', 'G3.4', { named: buyerName, buyer: buyer.name }, [
    'buyerName',
    'buyerUscc',
  ])
}
