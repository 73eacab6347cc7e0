import { command } from '../../../platform/command.ts'
import * as policy from '../../../policy/money/payment.ts'
import { dayOf } from '../../../shared/dates.ts'
import { isRefusal } from '../../../shared/refusal.ts'
import { postEntry } from '../../money/funds/public.ts'
import * as contract from './contract.ts'
import { lockedPayment } from './locked-payment.ts'
import { paymentFacts } from './payment-facts.ts'
import { savePayment } from './store.ts'

export const approvePayment = command(
  contract.approvePayment,
  async ({ params }, { tx, actor, now, newId, record }) => {
    const { held, payment } = await lockedPayment(tx, params.paymentId)
    const { pilot, service } = held
    const { id: paymentId, invoiceId } = payment
    const { facts } = await paymentFacts(tx, { service, pilot, paymentId, invoiceId, holdingCash: true })
    const after = policy.approvePayment(payment, { by: actor.accountId }, facts)
    if (isRefusal(after)) throw after
    await savePayment(tx, after, now)
    // The park's own share is not provincial money; the ledger follows the provincial share alone.
    if (after.provincialFen > 0) {
      const entry = { kind: 'approve-payment', amountFen: after.provincialFen } as const
      const who = { by: actor.accountId, at: now, newId, bookedOn: dayOf(now) }
      await postEntry(tx, { pilot, entry, subject: paymentId, memo: held.no, ...who })
    }
    record('payment.approved', { subject: paymentId, scope: payment.scope, before: payment, after })
    return { paymentId, state: after.state }
  },
)
