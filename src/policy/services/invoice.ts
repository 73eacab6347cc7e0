import { sameName } from '../../shared/clean.ts'
import { addDays, type Day, isDay } from '../../shared/dates.ts'
import { type Fen, formatYuan, isFen } from '../../shared/money.ts'
import type { Refusal } from '../../shared/refusal.ts'
import type { Text } from '../../shared/words.ts'
import type { Edition, Period } from '../editions/edition.ts'
import { allRefusals, both, refuse, refuseDay } from '../guide/refuse.ts'
import { checkPaper, type PaperUse, type UnfitPaper } from '../records/money-papers.ts'
import { checkFileOfInvoice, type FileSays, type Unreadable } from './invoice-file.ts'
import { checkNumbers } from './invoice-numbers.ts'
import type { Contract, Invoice } from './service.ts'

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
  readonly fileUse: PaperUse | UnfitPaper | null
  /** What the file says as an e-invoice; null where it says nothing. */
  readonly fileSays: FileSays | Unreadable | null
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
    checkFileOfInvoice(invoice, facts.fileSays),
  )
}

function checkSeller({ sellerUscc, sellerName }: Invoice, { agencyUscc, agencyName }: InvoiceFacts): Refusal | null {
  const codes = { seller: sellerUscc, agency: agencyUscc }
  const names = { seller: sellerName, agency: agencyName }
  return allRefusals(
    sellerUscc === '' ? refuse('payments.seller-code-missing', 'G3.4', {}, 'sellerUscc') : null,
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
