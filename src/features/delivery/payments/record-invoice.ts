import { command } from '../../../platform/command.ts'
import { both, refuse } from '../../../policy/guide/refuse.ts'
import { paperTaken } from '../../../policy/records/money-papers.ts'
import { cleanInvoiceNumbers, invoiceKeys } from '../../../policy/services/invoice-numbers.ts'
import * as policy from '../../../policy/services/service-steps.ts'
import { dayOf } from '../../../shared/dates.ts'
import { isRefusal } from '../../../shared/refusal.ts'
import { paperUse } from '../../programme/files/public.ts'
import { bindEvidence } from '../evidence/public.ts'
import { lockService, saveStep } from '../services/public.ts'
import * as contract from './contract.ts'
import { elsewhere, usedBy } from './number-use.ts'
import { partiesOf } from './parties.ts'
import { saidBy } from './read-invoice.ts'
import * as payments from './store.ts'

export const recordInvoice = command(
  contract.recordInvoice,
  async ({ params, body }, acting) => {
    const { tx, actor, now, newId, record, files } = acting
    const held = await lockService(tx, params.serviceId)
    const { service, scope, pilot, period } = held
    const { agency, buyers } = await partiesOf(tx, held)
    const invoice = {
      ...body,
      ...cleanInvoiceNumbers(body),
    }
    const invoiced = policy.recordInvoice(service, invoice, {
      agencyName: agency?.name ?? '',
      buyers,
      usedBy: await usedBy(tx, invoiceKeys(invoice)),
      fileId: body.fileId,
      fileSays: await saidBy(tx, files, body.fileId),
      fileUse: await paperUse(tx, body.fileId, 'invoice'),
      period,
      today: dayOf(now),
      edition: pilot.edition,
    })
    if (isRefusal(invoiced)) throw invoiced
    const proven = { serviceId: service.id, scope, day: body.issuedOn }
    await bindEvidence(tx, acting, proven, [{ fileId: body.fileId, proof: 'invoice', field: 'fileId' }])
    const id = newId()
    await payments.insertInvoice(tx, { ...invoice, id, serviceId: service.id, by: actor.accountId, at: now, scope })
    // Where the park owes nothing on it, there is nothing to wait for.
    const after = policy.settleIfPaid(invoiced, (await payments.standingOf(tx, service.id)).paidFen)
    const { state } = await saveStep(tx, { now, record }, held, after, 'service.invoiced', {
      invoice: { id, ...invoice },
    })
    return { invoiceId: id, state }
  },
  {
    invoices_number_key: usedElsewhere,
    invoices_digital_number_key: usedElsewhere,
    paper_used_once: paperTaken('G3.4', 'fileId', 'invoice'),
  },
)

function usedElsewhere() {
  return refuse('payments.invoice-used-before', 'G3.4', both('other', elsewhere), 'number')
}
