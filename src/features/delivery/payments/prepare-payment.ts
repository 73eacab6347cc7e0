import { command } from '../../../platform/command.ts'
import { allRefusals, refuse } from '../../../policy/guide/refuse.ts'
import * as policy from '../../../policy/money/payment.ts'
import { owedOnInvoices } from '../../../policy/services/service-steps.ts'
import { isRefusal } from '../../../shared/refusal.ts'
import { lockService } from '../services/public.ts'
import * as contract from './contract.ts'
import { paymentFacts } from './payment-facts.ts'
import * as payments from './store.ts'

export const preparePayment = command(
  contract.preparePayment,
  async ({ params, body: { invoiceId, ...body } }, { tx, actor, now, newId, record }) => {
    const { service, pilot, scope } = await lockService(tx, params.serviceId)
    const { open, paidFen } = await payments.standingOf(tx, service.id)
    const owedFen = owedOnInvoices(service) - paidFen
    const no = policy.mayPrepare({ invoiced: service.invoices.length > 0, open, owedFen })
    if (no) throw no
    const { facts, invoice, no: otherInvoice } = await paymentFacts(tx, { service, pilot, paymentId: null, invoiceId })
    const given = { id: newId(), serviceId: service.id, ...body, by: actor.accountId }
    const payment = policy.preparePayment(given, facts)
    const wrong = allRefusals(otherInvoice, isRefusal(payment) ? payment : null)
    if (wrong || isRefusal(payment)) throw wrong
    await payments.insertPayment(tx, {
      ...payment,
      pilotId: pilot.id,
      invoiceId: invoice.invoiceId,
      scope,
      at: now,
    })
    record('payment.prepared', { subject: payment.id, scope, after: payment })
    return { paymentId: payment.id, state: payment.state }
  },
  { one_open_payment: () => refuse('payments.one-at-a-time', 'G3.6') },
)
