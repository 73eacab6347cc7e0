import { command } from '../../../platform/command.ts'
import { refuse } from '../../../policy/guide/refuse.ts'
import { receiptUsed } from '../../../policy/money/bank-receipt.ts'
import * as policy from '../../../policy/money/payment-reversal.ts'
import { paperTaken } from '../../../policy/records/money-papers.ts'
import { restOf } from '../../../policy/services/service-steps.ts'
import { dayOf } from '../../../shared/dates.ts'
import { isRefusal } from '../../../shared/refusal.ts'
import { postEntry, undoEntry } from '../../money/funds/public.ts'
import { bindFile, paperUse } from '../../programme/files/public.ts'
import { paidShares, saveStep } from '../services/public.ts'
import { lockedPayment } from './locked-payment.ts'
import { insertReversal, paymentOfReceipt } from './receipt-store.ts'
import * as contract from './reversal-contract.ts'

/** A paid payment stands no longer: its entries are mirrored, and its service is open for another payment (G3.6). */
export const reversePayment = command(
  contract.reversePayment,
  async ({ params, body }, acting) => {
    const { tx, actor, now, newId, record } = acting
    const { held, payment } = await lockedPayment(tx, params.paymentId)
    const { pilot, service } = held
    const { kind, receiptNo, fileId } = body
    const isReturn = kind === 'returned'
    const reversal = { kind, receiptNo, fileId, on: body.returnedOn, reason: body.reason }
    const after = policy.reversePayment(payment, reversal, {
      by: actor.accountId,
      receiptBy: payment.receiptBy,
      today: dayOf(now),
      usedBy: isReturn && receiptNo !== '' ? await paymentOfReceipt(tx, pilot.id, receiptNo) : null,
      fileUse: isReturn ? await paperUse(tx, fileId, 'bank-return') : null,
    })
    if (isRefusal(after)) throw after
    const opened = policy.reopenForPayment(service)
    if (isRefusal(opened)) throw opened
    const { heldFen } = restOf(service, await paidShares(tx, service.id))
    if (isReturn) await bindFile(tx, fileId, payment.scope, 'fileId')
    await insertReversal(tx, {
      id: newId(),
      paymentId: payment.id,
      pilotId: pilot.id,
      kind,
      receiptNo: isReturn ? receiptNo : null,
      fileId: isReturn ? fileId : null,
      returnedOn: isReturn ? body.returnedOn : null,
      reason: body.reason.trim(),
      recordedBy: actor.accountId,
      recordedAt: now,
      scope: payment.scope,
    })
    const book = { pilot, subject: payment.id, memo: body.reason.trim(), by: actor.accountId, at: now, newId }
    if (payment.provincialFen > 0) {
      const bookedOn = policy.reversalDay(payment, reversal)
      await undoEntry(tx, { ...book, bookedOn, kind: 'pay' })
      await undoEntry(tx, { ...book, bookedOn, kind: 'approve-payment' })
    }
    // What its closing gave back to the fund line is committed again: the rest of the contract is open as it was.
    const lineId = service.contract?.fundLineId ?? null
    if (service.state === 'closed' && lineId !== null && heldFen > 0) {
      const entry = { kind: 'commit', lineId, amountFen: heldFen } as const
      await postEntry(tx, { ...book, subject: service.id, bookedOn: dayOf(now), entry })
    }
    record('payment.reversed', { subject: payment.id, scope: payment.scope, before: payment, after })
    await saveStep(tx, acting, held, opened, 'service.payment-reversed', { paymentId: payment.id, kind })
    return { paymentId: payment.id, state: kind }
  },
  {
    paper_used_once: paperTaken('G3.4', 'fileId', 'bank-return'),
    payments_receipt_no_key: ({ body }) => receiptUsed(body.receiptNo, null, 'payments.return-number-used'),
    payment_reversals_receipt_no_key: ({ body }) => receiptUsed(body.receiptNo, null, 'payments.return-number-used'),
    ledger_own_within_spent: () => refuse('payments.returned-made-good', null),
  },
)
