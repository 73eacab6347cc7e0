import type { Tx } from '../../../platform/database/connect.ts'
import { refuse } from '../../../policy/guide/refuse.ts'
import type { PaymentFacts } from '../../../policy/money/payment.ts'
import type { Service } from '../../../policy/services/service.ts'
import type { Refusal } from '../../../shared/refusal.ts'
import { balances, heldCash, lineBalances } from '../../money/funds/public.ts'
import type { Pilot } from '../../programme/pilots/public.ts'
import { type InvoiceRow, invoicesOf, paidBeside } from './store.ts'

type Of = {
  readonly service: Service
  readonly pilot: Pilot
  /** The payment that is looked at, which does not stand in its own way; null while it is drawn up. */
  readonly paymentId: string | null
  /** The invoice it pays; the first that is not paid if left out. */
  readonly invoiceId?: string | undefined
  /** Holds the pilot's cash until the transaction ends, so that it is still there when the answer is booked. */
  readonly holdingCash?: boolean
}

/**
 * What a payment of this service is held against now, and the invoice that it pays.
 * `no`: it names an invoice of another service; the first one stands in for it.
 * @throws Refusal when there is no contract or no invoice yet (G3.4).
 */
export async function paymentFacts(
  tx: Tx,
  { service, pilot, paymentId, invoiceId, holdingCash = false }: Of,
): Promise<{ facts: PaymentFacts; invoice: InvoiceRow; no: Refusal | null }> {
  if (!service.contract) throw refuse('services.no-contract', 'G3.4')
  const invoice = chosen(await invoicesOf(tx, { serviceId: service.id, paymentId }), invoiceId)
  const { provincialFen, parkFen, fundLineId } = service.contract
  const beside = await paidBeside(tx, { serviceId: service.id, lineId: fundLineId, paymentId })
  const line = fundLineId && {
    id: fundLineId,
    committedFen: (await lineBalances(tx, fundLineId)).committedFen,
    reservedFen: beside.reservedFen,
  }
  const { number, sumFen, sellerName, issuedOn, otherPaymentsFen } = invoice
  const named = invoiceId === undefined || invoice.invoiceId === invoiceId
  return {
    invoice,
    no: named ? null : refuse('payments.no-such-invoice', 'G3.4', {}, 'invoiceId'),
    facts: {
      invoice: { key: number, sumFen, sellerName, issuedOn, otherPaymentsFen },
      contract: { provincialFen, otherProvincialFen: beside.provincialFen, parkFen, otherParkFen: beside.parkFen },
      line: line || null,
      cashFen: holdingCash ? await heldCash(tx, pilot.id) : ((await balances(tx, pilot.id)).cash ?? 0),
      edition: pilot.edition,
    },
  }
}

function chosen(invoices: readonly InvoiceRow[], invoiceId: string | undefined): InvoiceRow {
  const first = invoices[0]
  if (!first) throw refuse('payments.no-invoice', 'G3.4')
  if (invoiceId === undefined) return invoices.find((one) => one.otherPaymentsFen < one.sumFen) ?? first
  const found = invoices.find((one) => one.invoiceId === invoiceId)
  return found ?? first
}
