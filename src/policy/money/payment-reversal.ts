import { type Day, isDay } from '../../shared/dates.ts'
import { isRefusal, type Refusal } from '../../shared/refusal.ts'
import type { Text } from '../../shared/words.ts'
import { checkReason } from '../guide/reasons.ts'
import { allRefusals, refuse, refuseDay } from '../guide/refuse.ts'
import { checkPaper, type PaperUse, type UnfitPaper } from '../records/money-papers.ts'
import { type Service, step } from '../services/service.ts'
import { receiptUsed } from './bank-receipt.ts'
import { mayStep, type Payment, type PaymentAction } from './payment.ts'

export const reversalKinds = ['returned', 'entered-wrongly'] as const
/** Why a paid payment stands no longer: its money came back, or the receipt was keyed in for it by mistake. */
export type ReversalKind = (typeof reversalKinds)[number]

export const reversalKindNames: Readonly<Record<ReversalKind, Text>> = {
  returned: { zh: '资金已退回账户', en: 'The money came back' },
  'entered-wrongly': { zh: '回单登记有误', en: 'The receipt was entered wrongly' },
}

const actionOf: Readonly<Record<ReversalKind, PaymentAction>> = { returned: 'return', 'entered-wrongly': 'correct' }

/** What is said of it. `receiptNo`, `fileId`, `on`: of the bank's paper about the return; empty where there is none. */
export type PaymentReversal = {
  readonly kind: ReversalKind
  readonly receiptNo: string
  readonly fileId: string
  readonly on: Day
  readonly reason: string
}

/** `receiptBy`: the account that keyed in the receipt. `usedBy`: the payment that the number of the return proves already. */
export type ReversalFacts = {
  readonly by: string
  readonly receiptBy: string | null
  readonly today: Day
  readonly usedBy: Parameters<typeof receiptUsed>[1]
  /** What the bytes of the file prove already. */
  readonly fileUse: PaperUse | UnfitPaper | null
}

/**
 * A paid payment is undone by new entries, never edited (G3.6). Money that came back is proven by the bank's own paper (G3.4); that a
 * receipt was entered wrongly is said by another person than entered it. A correct payment is then prepared anew.
 */
export function reversePayment(payment: Payment, reversal: PaymentReversal, facts: ReversalFacts): Payment | Refusal {
  const closed = mayStep(payment, actionOf[reversal.kind])
  if (closed) return closed
  const no = allRefusals(
    reversal.kind === 'returned' ? checkReturn(payment, reversal, facts) : mayCorrect(facts),
    checkReason(reversal.reason, 'common.reason-missing', 'G3.6'),
  )
  return no ?? { ...payment, state: reversal.kind }
}

/** Whoever keyed the receipt in does not say alone that it was wrong: without a paper of the bank it takes two (G3.6). */
function mayCorrect({ by, receiptBy }: ReversalFacts): Refusal | null {
  return by === receiptBy ? refuse('payments.corrected-by-same-person', 'G3.6', {}, 'kind') : null
}

function checkReturn(payment: Payment, reversal: PaymentReversal, facts: ReversalFacts): Refusal | null {
  const { fileId } = reversal
  const receiptNo = reversal.receiptNo.trim()
  return allRefusals(
    receiptNo === '' ? refuse('payments.return-number-missing', 'G3.4', {}, 'receiptNo') : null,
    facts.usedBy && receiptUsed(receiptNo, facts.usedBy, 'payments.return-number-used'),
    checkReturnDay(payment, reversal, facts),
    fileId === '' ? refuse('payments.return-file-missing', 'G3.4', {}, 'fileId') : null,
    checkPaper(facts.fileUse, 'G3.4', 'fileId'),
  )
}

function checkReturnDay({ paidOn }: Payment, { on: day }: PaymentReversal, { today }: ReversalFacts): Refusal | null {
  const field = 'returnedOn'
  if (!isDay(day)) return refuseDay(day, null, field)
  if (day > today) return refuse('common.day-in-future', 'G3.4', { day, today }, field)
  return paidOn && day < paidOn ? refuse('payments.returned-before-paid', 'G3.4', { day, paid: paidOn }, field) : null
}

/** The day on which its entries are booked: a receipt that was wrong never counted, money that came back counted until that day. */
export function reversalDay(payment: Payment, { kind, on }: PaymentReversal): Day {
  return kind === 'returned' ? on : (payment.paidOn ?? on)
}

/** The service of a payment that stands no longer is open for a new one, also when it was closed. */
export function reopenForPayment(service: Service): Service | Refusal {
  const state = step(service, 'reverse-payment')
  return isRefusal(state) ? state : { ...service, state }
}
