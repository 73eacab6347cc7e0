import type { Tx } from '../../platform/database/connect.ts'
import type { PaymentFacts } from '../../policy/payment.ts'
import { refuse } from '../../policy/refuse.ts'
import type { Service } from '../../policy/service.ts'
import { balances, lineBalances } from '../funds/public.ts'
import type { Pilot } from '../pilots/public.ts'
import { paidBeside } from './store.ts'

type Of = { service: Service; pilot: Pilot; paymentId: string | null }

/**
 * What a payment of this service is held against now.
 * @throws Refusal when there is no contract or no invoice yet (G3.4).
 */
export async function paymentFacts(tx: Tx, { service, pilot, paymentId }: Of): Promise<PaymentFacts> {
  const [invoice] = service.invoices
  const lineId = service.contract?.fundLineId
  if (!service.contract || !lineId) throw refuse('services.no-contract', 'G3.4')
  if (!invoice) throw refuse('payments.no-invoice', 'G3.4')
  const beside = await paidBeside(tx, { serviceId: service.id, lineId, paymentId })
  const { committedFen } = await lineBalances(tx, lineId)
  return {
    invoice: {
      key: invoice.number,
      sumFen: invoice.sumFen,
      sellerName: invoice.sellerName,
      issuedOn: invoice.issuedOn,
      otherPaymentsFen: beside.invoiceFen,
    },
    contract: { provincialFen: service.contract.provincialFen, otherProvincialFen: beside.provincialFen },
    line: { id: lineId, committedFen, reservedFen: beside.reservedFen },
    cashFen: (await balances(tx, pilot.id)).cash ?? 0,
    edition: pilot.edition,
  }
}
