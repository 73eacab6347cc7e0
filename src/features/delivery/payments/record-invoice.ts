import { command } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { both, refuse } from '../../../policy/guide/refuse.ts'
import { checkBuyerName, cleanInvoiceNumbers, type InvoiceKeys, invoiceKeys } from '../../../policy/services/invoice.ts'
import * as policy from '../../../policy/services/service-steps.ts'
import { dayOf } from '../../../shared/dates.ts'
import { isRefusal } from '../../../shared/refusal.ts'
import type { Text } from '../../../shared/words.ts'
import { bindEvidence } from '../evidence/public.ts'
import { lockService, saveStep } from '../services/public.ts'
import * as contract from './contract.ts'
import { partiesOf } from './parties.ts'
import * as payments from './store.ts'

/** The words for an invoice that is entered somewhere already; where, only its own park can see. */
const elsewhere: Text = { zh: '本省其他记录', en: 'another record in the province' }

export const recordInvoice = command(
  contract.recordInvoice,
  async ({ params, body }, acting) => {
    const { tx, actor, now, newId, record } = acting
    const held = await lockService(tx, params.serviceId)
    const { service, scope, pilot, period } = held
    const { agency, buyers } = await partiesOf(tx, held)
    const invoice = {
      ...body,
      ...cleanInvoiceNumbers(body),
    }
    const invoiced = policy.recordInvoice(service, invoice, {
      agencyName: agency?.name ?? '',
      buyers: buyers.map(({ uscc }) => uscc),
      usedBy: await usedBy(tx, invoiceKeys(invoice)),
      period,
      today: dayOf(now),
      edition: pilot.edition,
    })
    if (isRefusal(invoiced)) throw invoiced
    const misnamed = checkBuyerName(invoice, buyers)
    if (misnamed) throw misnamed
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
  { invoices_number_key: usedElsewhere, invoices_digital_number_key: usedElsewhere },
)

function usedElsewhere() {
  return refuse('payments.invoice-used-before', 'G3.4', both('other', elsewhere), 'number')
}

/** What an invoice with one of these numbers was entered for before: a service inside the reader's scope by its number, any other without a word on where. */
async function usedBy(tx: Tx, keys: InvoiceKeys): Promise<Text | null> {
  if (!(await payments.invoiceUsed(tx, keys))) return null
  const mine = await payments.serviceOfInvoice(tx, keys)
  return mine ? { zh: `服务 ${mine.no}`, en: `service ${mine.no}` } : elsewhere
}
