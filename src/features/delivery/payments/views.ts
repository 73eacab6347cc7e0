import type { z } from 'zod'
import type { Actor } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { refuse } from '../../../policy/guide/refuse.ts'
import * as policy from '../../../policy/money/payment.ts'
import { mayVoid } from '../../../policy/money/voiding.ts'
import { abilityOf } from '../../../policy/people/ability.ts'
import { isPost, permits } from '../../../policy/people/roles.ts'
import { step } from '../../../policy/services/service.ts'
import { mayInvoice, owedOnInvoices } from '../../../policy/services/service-steps.ts'
import { isRefusal } from '../../../shared/refusal.ts'
import { readService, type ServiceOfPilot } from '../services/public.ts'
import type { showPayments } from './contract.ts'
import { partiesOf } from './parties.ts'
import { paymentFacts } from './payment-facts.ts'
import { reversalsOf } from './receipt-store.ts'
import { contractPaper, invoiceRows, type PaymentRows, paymentRows } from './shown-rows.ts'
import { lockedShape, standingOf } from './store.ts'

type PaymentsView = z.input<typeof showPayments.reply>

/** Invoices and payments of a service, with what the next step is held against. */
export async function showPaymentsView(tx: Tx, serviceId: string, actor: Actor): Promise<PaymentsView> {
  const held = await readService(tx, serviceId)
  const { service, pilot } = held
  const { agency, buyers } = await partiesOf(tx, held)
  const rows = await paymentRows(tx, serviceId)
  const reversals = await reversalsOf(tx, serviceId)
  const waiting = rows.find(({ state }) => state === 'prepared' || state === 'approved')
  const { paidFen, open } = await standingOf(tx, serviceId)
  const owedFen = owedOnInvoices(service)
  const facts = await factsOf(tx, held, waiting)
  const enterprise = buyers.at(-1)
  const invoiced = service.invoices.length > 0
  return {
    no: held.no,
    kind: service.kind,
    state: service.state,
    pilotId: pilot.id,
    parkName: pilot.parkName,
    enterpriseName: enterprise?.name ?? '',
    agency,
    buyers,
    contract: service.contract && { ...(await contractPaper(tx, serviceId)), ...sharesOf(service.contract) },
    invoices: (await invoiceRows(tx, serviceId)).map((row) => ({
      ...row,
      actions: [abilityOf(actor, 'void-invoice', 'service.invoice', mayVoidNow(service, row, rows))],
    })),
    payments: rows.map((row) => ({ ...shownPayment(row, actor, facts), reversal: reversals.get(row.id) ?? null })),
    owedFen,
    paidFen,
    limits: facts && isPost(actor.post) && permits(actor.post, 'funds.view') ? policy.openAmounts(facts) : null,
    actions: [
      abilityOf(actor, 'record-invoice', 'service.invoice', mayInvoice(service)),
      abilityOf(
        actor,
        'prepare-payment',
        'payment.prepare',
        policy.mayPrepare({ invoiced, open, owedFen: owedFen - paidFen }),
      ),
    ],
  }
}

function mayVoidNow(
  service: ServiceOfPilot['service'],
  { invoiceId, voided }: { readonly invoiceId: string; readonly voided: object | null },
  rows: PaymentRows,
) {
  if (voided) return refuse('payments.invoice-voided', 'G3.4')
  const payment = rows.find((one) => one.invoiceId === invoiceId && policy.isStanding(one.state))
  const no = mayVoid(payment?.state ?? null)
  if (no) return no
  const state = step(service, 'void-invoice')
  return isRefusal(state) ? state : null
}

type Contract = NonNullable<ServiceOfPilot['service']['contract']>

function sharesOf({ number, signedOn, priceFen, provincialFen, parkFen, enterpriseFen }: Contract) {
  return { contractNo: number, signedOn, priceFen, provincialFen, parkFen, enterpriseFen }
}

/** For the payment that waits, or for the next one; null before the first invoice. */
async function factsOf(
  tx: Tx,
  { service, pilot }: ServiceOfPilot,
  waiting: PaymentRows[number] | undefined,
): Promise<policy.PaymentFacts | null> {
  if (!service.contract || service.invoices.length === 0) return null
  const of = { service, pilot, paymentId: waiting?.id ?? null, invoiceId: waiting?.invoiceId }
  return (await paymentFacts(tx, of)).facts
}

function shownPayment(
  row: PaymentRows[number],
  actor: Actor,
  facts: policy.PaymentFacts | null,
): Omit<PaymentsView['payments'][number], 'reversal'> {
  const payment = lockedShape(row)
  const may = (action: policy.PaymentAction) => policy.mayStep(payment, action)
  const approval = may('approve') ?? (facts ? policy.approvePayment(payment, { by: actor.accountId }, facts) : null)
  return {
    paymentId: row.id,
    invoiceId: row.invoiceId,
    state: payment.state,
    provincialFen: row.provincialFen,
    parkFen: row.parkFen,
    payeeName: row.payeeName,
    purpose: row.purpose,
    preparedByName: row.preparedByName,
    preparedAt: row.preparedAt.toISOString(),
    approvedByName: row.approvedByName,
    approvedAt: row.approvedAt?.toISOString() ?? null,
    receiptNo: row.receiptNo,
    receiptFile:
      row.receiptFile === null
        ? null
        : { fileId: row.receiptFile, name: row.receiptName ?? '', size: row.receiptSize ?? 0 },
    paidOn: row.paidOn,
    receiptAt: row.receiptAt?.toISOString() ?? null,
    cancelReason: row.cancelReason,
    cancelledByName: row.cancelledByName,
    cancelledAt: row.cancelledAt?.toISOString() ?? null,
    actions: [
      abilityOf(actor, 'approve', 'payment.approve', approval),
      abilityOf(actor, 'record-receipt', 'payment.record-receipt', may('record-receipt')),
      abilityOf(actor, 'cancel', 'payment.prepare', may('cancel')),
      abilityOf(actor, 'reverse', 'payment.reverse', may('return')),
    ],
  }
}
