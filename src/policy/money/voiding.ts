import { type Day, isDay } from '../../shared/dates.ts'
import type { Fen } from '../../shared/money.ts'
import { isRefusal, type Refusal } from '../../shared/refusal.ts'
import type { Text } from '../../shared/words.ts'
import { checkReason } from '../guide/reasons.ts'
import { allRefusals, both, refuse, refuseDay } from '../guide/refuse.ts'
import { checkPaper, type PaperUse, type UnfitPaper } from '../records/money-papers.ts'
import { checkFileOfRedLetter, type FileSays, type Unreadable } from '../services/invoice-file.ts'
import { invoiceKeys, isInvoiceNumber, isIssuedNumber } from '../services/invoice-numbers.ts'
import { type Service, step } from '../services/service.ts'
import { settleIfPaid } from '../services/service-steps.ts'
import { type PaymentState, paymentStateNames } from './payment.ts'

export const voidKinds = ['red-letter', 'entered-wrongly'] as const
/** Why an invoice stands no longer: the seller took it back with a red-letter invoice, or it was keyed in wrongly. */
export type VoidKind = (typeof voidKinds)[number]

export const voidKindNames: Readonly<Record<VoidKind, Text>> = {
  'red-letter': { zh: '红字冲销', en: 'Red-letter invoice' },
  'entered-wrongly': { zh: '登记有误', en: 'Entered wrongly' },
}

/** What is said when an invoice is voided. `code`, `number`, `fileId`: the red-letter invoice's; empty where there is none. */
export type Voiding = {
  readonly kind: VoidKind
  readonly code: string
  readonly number: string
  readonly fileId: string
  readonly reason: string
  readonly on: Day
}

/** `paymentState`: of a payment on the invoice that stands, or null. `usedBy`: what the red-letter number was entered for before, or null. */
export type VoidFacts = {
  readonly paymentState: PaymentState | null
  readonly issuedOn: Day
  readonly usedBy: Text | null
  readonly today: Day
  /** What the bytes of the red-letter invoice prove already. */
  readonly fileUse: PaperUse | UnfitPaper | null
  /** What the file says as an e-invoice, and the sum of the invoice that it takes back. */
  readonly fileSays: FileSays | Unreadable | null
  readonly sumFen: Fen
}

/** Whether anything hangs on an invoice: it is voided only while no payment was drawn up on it, or after that was cancelled (G3.6). */
export function mayVoid(paymentState: PaymentState | null): Refusal | null {
  if (paymentState === null) return null
  return refuse('payments.invoice-has-payment', 'G3.6', both('payment', paymentStateNames[paymentState]))
}

/**
 * All that keeps an invoice from being voided, or null: no payment hangs on it (G3.6), a reason, a day not before it was issued,
 * and for a red-letter invoice its own number and its file (G3.4).
 */
export function checkVoiding(voiding: Voiding, facts: VoidFacts): Refusal | null {
  const { kind, code, number, fileId, reason, on } = voiding
  const red = kind === 'red-letter'
  const { usedBy } = facts
  return (
    mayVoid(facts.paymentState) ??
    allRefusals(
      red ? checkRedNumber(voiding) : null,
      red ? checkIssued(voiding) : null,
      red && usedBy ? refuse('payments.invoice-used-before', 'G3.4', both('other', usedBy), 'number') : null,
      checkVoidDay(on, facts),
      checkReason(reason, 'common.reason-missing', 'G3.4'),
      red && fileId === '' ? refuse('payments.red-letter-file-missing', 'G3.4', {}, 'fileId') : null,
      checkPaper(facts.fileUse, 'G3.4', 'fileId'),
      red ? checkFileOfRedLetter({ code, number, on, sumFen: facts.sumFen }, facts.fileSays) : null,
    )
  )
}

function checkRedNumber({ code, number }: Voiding): Refusal | null {
  if (isInvoiceNumber(code, number)) return null
  return code !== '' && isInvoiceNumber('', number)
    ? refuse('payments.digital-has-no-code', 'G3.4', {}, ['code', 'number'])
    : refuse('payments.bad-red-letter-number', 'G3.4', {}, 'number')
}

function checkIssued({ code, number, on }: Voiding): Refusal | null {
  if (code !== '' || !isInvoiceNumber('', number) || isIssuedNumber(number, on)) return null
  return refuse('payments.no-such-digital-number', 'G3.4', { number }, ['number', 'voidedOn'])
}

function checkVoidDay(day: Day, { issuedOn, today }: VoidFacts): Refusal | null {
  const field = 'voidedOn'
  if (!isDay(day)) return refuseDay(day, null, field)
  if (day > today) return refuse('common.day-in-future', 'G3.4', { day, today }, field)
  return day < issuedOn ? refuse('payments.voided-before-invoice', 'G3.4', { day, issued: issuedOn }, field) : null
}

/**
 * An invoice stands no longer and counts nowhere: the service goes back to where its other invoices leave it (G3.4). `key`: as
 * of `invoiceKeys`. `paidFen`: all that the bank has paid for the service.
 */
export function voidInvoice(
  service: Service,
  key: string,
  voiding: Voiding,
  facts: VoidFacts & { readonly paidFen: Fen },
): Service | Refusal {
  const state = step(service, 'void-invoice')
  if (isRefusal(state)) return state
  const invoices = service.invoices.filter((one) => invoiceKeys(one).number !== key)
  if (invoices.length === service.invoices.length) return refuse('payments.invoice-voided', 'G3.4')
  const no = checkVoiding(voiding, facts)
  if (no) return no
  if (invoices.length === 0) return { ...service, state, invoices }
  return settleIfPaid({ ...service, state: 'invoiced', invoices }, facts.paidFen)
}
