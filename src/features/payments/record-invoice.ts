import { command } from '../../platform/command.ts'
import { invoiceKey } from '../../policy/invoice.ts'
import { refuse } from '../../policy/refuse.ts'
import * as policy from '../../policy/service-steps.ts'
import { dayOf } from '../../shared/dates.ts'
import { isRefusal } from '../../shared/refusal.ts'
import { normaliseUscc } from '../../shared/uscc.ts'
import { bindEvidence } from '../findings/public.ts'
import { pilotEnterpriseById } from '../plans/public.ts'
import { lockService, settle } from '../services/public.ts'
import * as contract from './contract.ts'
import * as payments from './store.ts'

/** The words for an invoice that is entered somewhere already; where, only its own park can see. */
const elsewhere = '本省其他记录 · another record in the province'

export const recordInvoice = command(
  contract.recordInvoice,
  async ({ params, body }, acting) => {
    const { tx, actor, now, newId, record } = acting
    const held = await lockService(tx, params.serviceId)
    const { service, scope, pilot, period } = held
    const enterprise = await pilotEnterpriseById(tx, service.enterpriseId)
    const invoice = {
      ...body,
      number: body.number.normalize('NFKC'),
      sellerUscc: normaliseUscc(body.sellerUscc),
      buyerUscc: normaliseUscc(body.buyerUscc),
    }
    const after = policy.recordInvoice(service, invoice, {
      buyers: [pilot.parkUscc ?? '', enterprise?.uscc ?? ''],
      usedBy: (await payments.invoiceUsed(tx, invoiceKey(invoice))) ? elsewhere : null,
      period,
      today: dayOf(now),
      edition: pilot.edition,
    })
    if (isRefusal(after)) throw after
    const proven = { serviceId: service.id, scope, day: body.issuedOn }
    await bindEvidence(tx, acting, proven, [{ fileId: body.fileId, proof: 'invoice', field: 'fileId' }])
    const id = newId()
    await payments.insertInvoice(tx, { ...invoice, id, serviceId: service.id, by: actor.accountId, at: now, scope })
    const { state } = await settle(tx, { now, record }, held, after, 'service.invoiced', { invoice: { id, ...invoice } })
    return { invoiceId: id, state }
  },
  { invoices_number_key: () => refuse('payments.invoice-used-before', 'G3.4', { other: elsewhere }, 'number') },
)
