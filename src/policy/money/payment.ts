import { sameName } from '../../shared/clean.ts'
import type { Day } from '../../shared/dates.ts'
import { type Fen, formatYuan, isFen } from '../../shared/money.ts'
import type { Refusal } from '../../shared/refusal.ts'
import type { Text } from '../../shared/words.ts'
import { type Edition, forbiddenUse } from '../editions/edition.ts'
import { checkReason } from '../guide/reasons.ts'
import { allRefusals, both, type RefusalCode, refuse } from '../guide/refuse.ts'
import { type Lifecycle, nextState, notInState } from '../lifecycle.ts'

export const paymentStates = ['prepared', 'approved', 'paid', 'cancelled', 'returned', 'entered-wrongly'] as const
/** `returned`: the bank paid it and the money came back; `entered-wrongly`: its receipt was none of it. Both count for nothing. */
export type PaymentState = (typeof paymentStates)[number]
export type PaymentAction = 'approve' | 'record-receipt' | 'cancel' | 'return' | 'correct'

/** Those that take a share of their invoice and of the contract; the others have ended without one. */
export const standingPayments = ['prepared', 'approved', 'paid'] as const satisfies readonly PaymentState[]

export function isStanding(state: PaymentState): boolean {
  return standingPayments.some((one) => one === state)
}

export const paymentLifecycle: Lifecycle<PaymentState, PaymentAction> = {
  prepared: { approve: 'approved', cancel: 'cancelled' },
  approved: { 'record-receipt': 'paid', cancel: 'cancelled' },
  paid: { return: 'returned', correct: 'entered-wrongly' },
  cancelled: {},
  returned: {},
  'entered-wrongly': {},
}

export const paymentStateNames: Readonly<Record<PaymentState, Text>> = {
  prepared: { zh: '待批准', en: 'prepared' },
  approved: { zh: '待支付', en: 'approved' },
  paid: { zh: '已支付', en: 'paid' },
  cancelled: { zh: '已取消', en: 'cancelled' },
  returned: { zh: '已退回', en: 'returned' },
  'entered-wrongly': { zh: '登记有误', en: 'entered wrongly' },
}

const actionNames: Readonly<Record<PaymentAction, Text>> = {
  approve: { zh: '批准', en: 'approve it' },
  'record-receipt': { zh: '登记回单', en: 'record its receipt' },
  cancel: { zh: '取消', en: 'cancel it' },
  return: { zh: '登记退回', en: 'record its return' },
  correct: { zh: '更正', en: 'correct it' },
}

/** One transfer to one agency for one invoice. Fen. `…By` are account ids. `fundLineId`: null where there is no provincial money. */
export type Payment = {
  readonly id: string
  readonly serviceId: string
  readonly invoiceKey: string
  readonly fundLineId: string | null
  readonly state: PaymentState
  readonly provincialFen: Fen
  readonly parkFen: Fen
  readonly payeeName: string
  readonly purpose: string
  readonly preparedBy: string
  readonly approvedBy: string | null
  readonly receiptNo: string | null
  readonly receiptFileId: string | null
  readonly paidOn: Day | null
  readonly cancelReason: string
}

/**
 * What a payment is held against. `other…`: other payments of the invoice or the contract that stand;
 * `reservedFen`: other payments of the line that wait. `line`: null when the contract takes no provincial money.
 */
export type PaymentFacts = {
  readonly invoice: {
    readonly key: string
    readonly sumFen: Fen
    readonly sellerName: string
    readonly otherPaymentsFen: Fen
    readonly issuedOn: Day
  }
  readonly contract: {
    readonly provincialFen: Fen
    readonly otherProvincialFen: Fen
    readonly parkFen: Fen
    readonly otherParkFen: Fen
  }
  readonly line: { readonly id: string; readonly committedFen: Fen; readonly reservedFen: Fen } | null
  readonly cashFen: Fen
  readonly edition: Edition
}

/** Whether a payment may be drawn up at all. `open`: one of this service waits. `owedFen`: what the park still owes on the invoices. */
export function mayPrepare(given: {
  readonly invoiced: boolean
  readonly open: boolean
  readonly owedFen: Fen
}): Refusal | null {
  if (!given.invoiced) return refuse('payments.no-invoice', 'G3.4')
  if (given.open) return refuse('payments.one-at-a-time', 'G3.6')
  return given.owedFen > 0 ? null : refuse('payments.nothing-owed', 'G3.6')
}

/** A payment is drawn up: payee = seller, not over the invoice, contract share, line or cash, never for a forbidden use (G3.4, G3.6, G4.4). */
export function preparePayment(
  given: Pick<Payment, 'id' | 'serviceId' | 'provincialFen' | 'parkFen' | 'payeeName' | 'purpose'> & {
    readonly by: string
  },
  facts: PaymentFacts,
): Payment | Refusal {
  const { id, serviceId, provincialFen, parkFen, by } = given
  const payment: Payment = {
    id,
    serviceId,
    invoiceKey: facts.invoice.key,
    fundLineId: facts.line?.id ?? null,
    state: 'prepared',
    provincialFen,
    parkFen,
    payeeName: given.payeeName.trim(),
    purpose: given.purpose.trim(),
    preparedBy: by,
    approvedBy: null,
    receiptNo: null,
    receiptFileId: null,
    paidOn: null,
    cancelReason: '',
  }
  return checkPayment(payment, facts) ?? payment
}

/** The manager approves, who is not the one that prepared it; everything is checked again, for balances have moved (G3.6). */
export function approvePayment(
  payment: Payment,
  given: { readonly by: string },
  facts: PaymentFacts,
): Payment | Refusal {
  const state = nextState(paymentLifecycle, payment.state, 'approve')
  if (!state) return refused(payment, 'approve')
  const no = mayApprove(payment, given.by) ?? checkPayment(payment, facts)
  return no ?? { ...payment, state, approvedBy: given.by }
}

/** Whether the payment stands where this step may be taken; null when it does. */
export function mayStep(payment: Payment, action: PaymentAction): Refusal | null {
  return nextState(paymentLifecycle, payment.state, action) ? null : refused(payment, action)
}

export function mayApprove(payment: Payment, by: string): Refusal | null {
  return payment.preparedBy === by ? refuse('payments.preparer-cannot-approve', 'G3.6') : null
}

/** Before the bank has paid; afterwards it is reversed (`payment-reversal.ts`). */
export function cancelPayment(payment: Payment, given: { readonly reason: string }): Payment | Refusal {
  const state = nextState(paymentLifecycle, payment.state, 'cancel')
  if (!state) return refused(payment, 'cancel')
  const cancelReason = given.reason.trim()
  const no = checkReason(cancelReason, 'common.reason-missing', 'G3.6')
  if (no) return no
  return { ...payment, state, cancelReason }
}

function checkPayment(payment: Payment, facts: PaymentFacts): Refusal | null {
  const { payeeName, purpose } = payment
  const { sellerName } = facts.invoice
  const use = forbiddenUse(facts.edition, purpose)
  const names = { payee: payeeName, seller: sellerName }
  return allRefusals(
    badShares(payment),
    checkLimits(payment, facts),
    payeeName === '' ? refuse('payments.payee-missing', 'G3.4', {}, 'payeeName') : null,
    sameName(payeeName, sellerName)
      ? null
      : refuse('payments.payee-is-not-the-seller', 'G3.4', names, ['payeeName', 'invoiceId']),
    purpose === '' ? refuse('payments.purpose-missing', 'G4.4', {}, 'purpose') : null,
    use ? refuse('payments.forbidden-use', use.clause, both('use', use), 'purpose') : null,
  )
}

const shares = ['provincialFen', 'parkFen'] as const

function badShares({ provincialFen, parkFen }: Payment): Refusal | null {
  const sound = (amount: Fen) => isFen(amount) && amount >= 0
  const total = provincialFen + parkFen
  return allRefusals(
    sound(provincialFen) ? null : refuse('services.bad-amount', 'G3.6', {}, 'provincialFen'),
    sound(parkFen) ? null : refuse('services.bad-amount', 'G3.6', {}, 'parkFen'),
    isFen(total) && total === 0 ? refuse('common.amount-not-positive', 'G3.6', {}, shares) : null,
  )
}

function checkLimits({ provincialFen, parkFen }: Payment, facts: PaymentFacts): Refusal | null {
  const open = openAmounts(facts)
  const total = provincialFen + parkFen
  const over = (limit: Fen, amount: Fen, code: RefusalCode, field: Parameters<typeof refuse>[3]) =>
    amount > limit ? refuse(code, 'G3.6', { amount: formatYuan(amount), limit: formatYuan(limit) }, field) : null
  return allRefusals(
    over(open.provincialFen, provincialFen, 'payments.above-contract-share', 'provincialFen'),
    over(open.lineFen, provincialFen, 'payments.above-committed-line', 'provincialFen'),
    over(open.cashFen, provincialFen, 'payments.above-cash', 'provincialFen'),
    // What hangs on one field alone comes first: it is told even while the other is unreadable.
    isFen(total) ? over(open.invoiceFen, total, 'payments.above-invoice', [...shares, 'invoiceId']) : null,
    over(open.parkFen, parkFen, 'payments.above-park-share', 'parkFen'),
  )
}

/** What is still open on the invoice, on both shares of the contract, on the fund line and in the account; fen, never below zero. */
export function openAmounts({ invoice, contract, line, cashFen }: Omit<PaymentFacts, 'edition'>) {
  const left = (amount: Fen) => Math.max(0, amount)
  return {
    invoiceFen: left(invoice.sumFen - invoice.otherPaymentsFen),
    provincialFen: left(contract.provincialFen - contract.otherProvincialFen),
    parkFen: left(contract.parkFen - contract.otherParkFen),
    lineFen: line ? left(line.committedFen - line.reservedFen) : 0,
    cashFen: left(cashFen),
  }
}

function refused(payment: Payment, action: PaymentAction): Refusal {
  return notInState(paymentStateNames[payment.state], actionNames[action], 'G3.6')
}
