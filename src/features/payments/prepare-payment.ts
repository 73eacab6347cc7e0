import { command } from '../../platform/command.ts'
import * as policy from '../../policy/payment.ts'
import { refuse } from '../../policy/refuse.ts'
import { isRefusal } from '../../shared/refusal.ts'
import { lockService } from '../services/public.ts'
import * as contract from './contract.ts'
import { paymentFacts } from './payment-facts.ts'
import { insertPayment, invoiceIdOf } from './store.ts'

export const preparePayment = command(
  contract.preparePayment,
  async ({ params, body }, { tx, actor, now, newId, record }) => {
    const { service, pilot, scope } = await lockService(tx, params.serviceId)
    const facts = await paymentFacts(tx, { service, pilot, paymentId: null })
    const given = { id: newId(), serviceId: service.id, ...body, by: actor.accountId }
    const payment = policy.preparePayment(given, facts)
    if (isRefusal(payment)) throw payment
    const invoiceId = await invoiceIdOf(tx, service.id)
    await insertPayment(tx, { ...payment, pilotId: pilot.id, invoiceId, scope, at: now })
    record('payment.prepared', { subject: payment.id, scope, after: payment })
    return { paymentId: payment.id, state: payment.state }
  },
  { one_live_payment: () => refuse('payments.one-at-a-time', 'G3.6') },
)
