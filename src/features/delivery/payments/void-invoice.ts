import { command } from '../../../platform/command.ts'
import { notFound } from '../../../platform/errors.ts'
import { both, refuse } from '../../../policy/guide/refuse.ts'
import * as policy from '../../../policy/money/voiding.ts'
import { paperTaken } from '../../../policy/records/money-papers.ts'
import { cleanInvoiceNumbers, invoiceKeys } from '../../../policy/services/invoice-numbers.ts'
import { dayOf } from '../../../shared/dates.ts'
import { isRefusal } from '../../../shared/refusal.ts'
import { bindFile, paperUse } from '../../programme/files/public.ts'
import { lockService, saveStep } from '../services/public.ts'
import { elsewhere, usedBy } from './number-use.ts'
import { saidBy } from './read-invoice.ts'
import * as payments from './store.ts'
import * as contract from './void-contract.ts'

export const voidInvoice = command(
  contract.voidInvoice,
  async ({ params, body }, acting) => {
    const { tx, actor, now, files } = acting
    const asked = await payments.heldInvoice(tx, params.invoiceId)
    if (!asked) throw notFound({ zh: '发票', en: 'invoice' })
    const held = await lockService(tx, asked.serviceId)
    // Read again behind the lock: somebody may have drawn up a payment meanwhile.
    const invoice = (await payments.heldInvoice(tx, params.invoiceId)) ?? asked
    const red = body.kind === 'red-letter'
    const { reason, voidedOn } = body
    const { code, number } = cleanInvoiceNumbers({ ...body, digitalNumber: '' })
    const keys = invoiceKeys({ code, number, digitalNumber: '' })
    const voiding = { kind: body.kind, code, number, fileId: body.fileId, reason, on: voidedOn }
    const after = policy.voidInvoice(held.service, invoice.number, voiding, {
      paymentState: invoice.paymentState,
      issuedOn: invoice.issuedOn,
      usedBy: red && number !== '' ? await usedBy(tx, keys) : null,
      today: dayOf(now),
      sumFen: invoice.totalFen,
      fileSays: red ? await saidBy(tx, files, body.fileId) : null,
      fileUse: red ? await paperUse(tx, body.fileId, 'red-letter') : null,
      paidFen: (await payments.standingOf(tx, held.service.id)).paidFen,
    })
    if (isRefusal(after)) throw after
    if (red) await bindFile(tx, body.fileId, held.scope, 'fileId')
    const redLetterNo = red ? keys.number : null
    await payments.insertVoid(tx, {
      invoiceId: invoice.id,
      kind: body.kind,
      redLetterNo,
      fileId: red ? body.fileId : null,
      reason: reason.trim(),
      voidedOn,
      recordedBy: actor.accountId,
      recordedAt: now,
      scope: held.scope,
    })
    const detail = { invoiceId: invoice.id, number: invoice.number, kind: body.kind, redLetterNo, reason, voidedOn }
    const { state } = await saveStep(tx, acting, held, after, 'service.invoice-voided', { voided: detail })
    return { invoiceId: invoice.id, state }
  },
  {
    invoice_voids_red_letter_no_key: () =>
      refuse('payments.invoice-used-before', 'G3.4', both('other', elsewhere), 'number'),
    paper_used_once: paperTaken('G3.4', 'fileId', 'red-letter'),
    invoice_voids_pkey: () => refuse('payments.invoice-voided', 'G3.4'),
  },
)
