import { command } from '../../../platform/command.ts'
import * as policy from '../../../policy/money/payment.ts'
import { dayOf } from '../../../shared/dates.ts'
import { isRefusal } from '../../../shared/refusal.ts'
import { postEntry } from '../../money/funds/public.ts'
import * as contract from './contract.ts'
import { lockedPayment } from './locked-payment.ts'
import { savePayment } from './store.ts'

export const cancelPayment = command(
  contract.cancelPayment,
  async ({ params, body }, { tx, actor, now, newId, record }) => {
    const { held, payment } = await lockedPayment(tx, params.paymentId)
    const after = policy.cancelPayment(payment, body)
    if (isRefusal(after)) throw after
    await savePayment(tx, after, payment.approvedAt, { cancelled: { by: actor.accountId, at: now } })
    if (payment.state === 'approved' && payment.provincialFen > 0) {
      const entry = { kind: 'cancel-payment', amountFen: payment.provincialFen } as const
      const who = { by: actor.accountId, at: now, newId, bookedOn: dayOf(now) }
      await postEntry(tx, { pilot: held.pilot, entry, subject: payment.id, memo: body.reason, ...who })
    }
    record('payment.cancelled', { subject: payment.id, scope: payment.scope, before: payment, after })
    return { paymentId: payment.id, state: after.state }
  },
)
