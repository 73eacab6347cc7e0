import { cleanCode, sameName } from '../../shared/clean.ts'
import { addDays, type Day, isDay } from '../../shared/dates.ts'
import { type Fen, formatYuan, isFen } from '../../shared/money.ts'
import type { Refusal } from '../../shared/refusal.ts'
import type { Text } from '../../shared/words.ts'
import type { Edition, Period } from '../editions/edition.ts'
import { both, refuse } from '../guide/refuse.ts'
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
  if (!isInvoiceNumber(code, number)) return refuse('payments.bad-invoice-number', 'G3.4', {}, 'number')
  if (digitalNumber === '') return null
  // a second number of 20 digits without a code is another invoice
  const sound = code !== '' && isInvoiceNumber('', digitalNumber)
  return sound ? null : refuse('payments.bad-digital-number', 'G3.4', {}, 'digitalNumber')
}

/** `buyers`: credit codes of the park and of the enterprise. `usedBy`: what an invoice of one of these keys was entered for before, or null. */
export type InvoiceFacts = {
  readonly contract: Contract
  readonly agencyUscc: string
  readonly agencyName: string
  readonly buyers: readonly string[]
  readonly invoicedFen: Fen
  readonly usedBy: Text | null
  readonly period: Period
  readonly today: Day
  readonly edition: Edition
}

/** Why an invoice cannot stand for a contract, or null. */
export function checkInvoice(invoice: Invoice, facts: InvoiceFacts): Refusal | null {
  const { contract, period, today } = facts
  const misread = checkNumbers(invoice)
  if (misread) return misread
  if (facts.usedBy !== null)
    return refuse('payments.invoice-used-before', 'G3.4', both('other', facts.usedBy), 'number')
  if (invoice.sellerUscc !== facts.agencyUscc) {
    return refuse(
      'payments.seller-is-not-the-agency',
      'G3.4',
      { seller: invoice.sellerUscc, agency: facts.agencyUscc },
      'sellerUscc',
    )
  }
  if (invoice.sellerName.trim() === '') return refuse('payments.seller-name-missing', 'G3.4', {}, 'sellerName')
  if (!sameName(invoice.sellerName, facts.agencyName)) {
    const names = { seller: invoice.sellerName, agency: facts.agencyName }
    return refuse('payments.seller-name-differs', 'G3.4', names, 'sellerName')
  }
  if (!facts.buyers.includes(invoice.buyerUscc)) return refuse('payments.buyer-is-a-stranger', 'G3.4', {}, 'buyerUscc')
  if (!isDay(invoice.issuedOn)) return refuse('common.bad-day', null, { day: invoice.issuedOn }, 'issuedOn')
  if (invoice.issuedOn > today)
    return refuse('common.day-in-future', 'G3.4', { day: invoice.issuedOn, today }, 'issuedOn')
  if (invoice.issuedOn < contract.signedOn) {
    return refuse(
      'payments.invoice-before-contract',
      'G3.4',
      { day: invoice.issuedOn, signed: contract.signedOn },
      'issuedOn',
    )
  }
  const last = addDays(period.to, facts.edition.settlement.graceDays)
  if (invoice.issuedOn > last)
    return refuse('payments.invoice-after-period', 'G3.2', { day: invoice.issuedOn, last }, 'issuedOn')
  if (!isFen(invoice.sumFen) || invoice.sumFen <= 0) return refuse('common.amount-not-positive', 'G3.4', {}, 'sumFen')
  const sum = facts.invoicedFen + invoice.sumFen
  if (sum > contract.priceFen) {
    return refuse(
      'payments.invoices-above-contract',
      'G3.4',
      { sum: formatYuan(sum), price: formatYuan(contract.priceFen) },
      'sumFen',
    )
  }
  return null
}

/** Whether the buyer is named as the one whose credit code it carries: `buyers` are the park and the enterprise. */
export function checkBuyerName(
  { buyerUscc, buyerName }: { readonly buyerUscc: string; readonly buyerName: string },
  buyers: readonly { readonly uscc: string; readonly name: string }[],
): Refusal | null {
  const buyer = buyers.find(({ uscc }) => uscc === buyerUscc)
  if (!buyer || sameName(buyerName, buyer.name)) return null
  return refuse('payments.buyer-name-differs', 'G3.4', { named: buyerName, buyer: buyer.name }, 'buyerName')
}
