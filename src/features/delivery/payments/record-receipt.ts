import { command } from '../../../platform/command.ts'
import * as policy from '../../../policy/money/bank-receipt.ts'
import { paperTaken } from '../../../policy/records/money-papers.ts'
import { settleIfPaid } from '../../../policy/services/service-steps.ts'
import { dayOf, isDay } from '../../../shared/dates.ts'
import { isRefusal } from '../../../shared/refusal.ts'
import { bankedSince, postEntry } from '../../money/funds/public.ts'
import { paperUse } from '../../programme/files/public.ts'
import { bindEvidence } from '../evidence/public.ts'
import { saveStep } from '../services/public.ts'
import * as contract from './contract.ts'
import { lockedPayment } from './locked-payment.ts'
import { paymentOfReceipt } from './receipt-store.ts'
import * as payments from './store.ts'

/** The bank has paid: the ledger books it, and the service is paid once nothing is open on its invoices. */
export const recordReceipt = command(
  contract.recordReceipt,
  async ({ params, body }, acting) => {
    const { tx, actor, now, newId, record } = acting
    const { held, payment } = await lockedPayment(tx, params.paymentId)
    const { pilot, service } = held
    const invoices = await payments.invoicesOf(tx, { serviceId: service.id, paymentId: null })
    const issuedOn = invoices.find(({ invoiceId }) => invoiceId === payment.invoiceId)?.issuedOn ?? body.paidOn
    const bankedFen = isDay(body.paidOn) ? await bankedSince(tx, pilot.id, body.paidOn) : 0
    const fileUse = await paperUse(tx, body.fileId, 'bank-receipt')
    const usedBy = body.receiptNo === '' ? null : await paymentOfReceipt(tx, pilot.id, body.receiptNo)
    const facts = { today: dayOf(now), issuedOn, fileUse, bankedFen, usedBy }
    const after = policy.recordReceipt(payment, { ...body, ...facts })
    if (isRefusal(after)) throw after
    const proven = { serviceId: service.id, scope: payment.scope, day: body.paidOn }
    await bindEvidence(tx, acting, proven, [{ fileId: body.fileId, proof: 'bank-receipt', field: 'fileId' }])
    await payments.savePayment(tx, after, payment.approvedAt, { receiptAt: now, receiptBy: actor.accountId })
    const { provincialFen, fundLineId } = after
    if (provincialFen > 0 && fundLineId !== null) {
      const entry = { kind: 'pay', lineId: fundLineId, amountFen: provincialFen } as const
      const who = { by: actor.accountId, at: now, newId, bookedOn: body.paidOn }
      await postEntry(tx, { pilot, entry, subject: payment.id, memo: body.receiptNo, ...who })
    }
    record('payment.paid', { subject: payment.id, scope: payment.scope, before: payment, after })
    const settled = settleIfPaid(service, (await payments.standingOf(tx, service.id)).paidFen)
    const kind = settled.state === 'paid' ? 'service.paid' : 'service.part-paid'
    await saveStep(tx, { now, record }, held, settled, kind, { paymentId: payment.id })
    return { paymentId: payment.id, state: after.state }
  },
  {
    paper_used_once: paperTaken('G3.4', 'fileId', 'bank-receipt'),
    payments_receipt_no_key: ({ body }) => policy.receiptUsed(body.receiptNo, null),
  },
)
