import type { Permission } from '../../../../policy/people/roles.ts'
import type { PaymentsView, PaymentView } from '../contract.ts'

export type MoneyStep = 'wait' | 'invoice' | 'prepare' | 'approve' | 'receipt' | 'paid' | 'none' | 'over'

/** The payment that is not finished; there is at most one. */
export function waitingPayment({ payments }: PaymentsView): PaymentView | null {
  return payments.find(({ state }) => state === 'prepared' || state === 'approved') ?? null
}

/** What comes next for the money of a service. */
export function moneyStep(view: PaymentsView): MoneyStep {
  const { state, contract, owedFen, paidFen } = view
  const invoices = standingInvoices(view)
  if (state === 'cancelled') return 'over'
  const waiting = waitingPayment(view)
  if (waiting) return waiting.state === 'prepared' ? 'approve' : 'receipt'
  if (contract && contract.provincialFen + contract.parkFen === 0) return 'none'
  if (invoices.length > 0) return owedFen > paidFen ? 'prepare' : 'paid'
  return state === 'confirmed' ? 'invoice' : 'wait'
}

/** Whose step it is, by the permission it needs. */
export const stepPermissions: Readonly<Partial<Record<MoneyStep, Permission>>> = {
  invoice: 'service.invoice',
  prepare: 'payment.prepare',
  approve: 'payment.approve',
  receipt: 'payment.record-receipt',
}

/** The invoices that count: a voided one is on record, and counts nowhere (G3.4). */
export const standingInvoices = ({ invoices }: PaymentsView): PaymentsView['invoices'] =>
  invoices.filter(({ voided }) => voided === null)
