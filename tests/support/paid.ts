import type { Park } from '../../database/demo/programme.ts'
import * as payments from '../../src/features/delivery/payments/contract.ts'
import * as services from '../../src/features/delivery/services/contract.ts'
import * as orders from '../../src/features/delivery/services/order-contract.ts'
import { nextNumber } from './numbers.ts'
import { officerOf, paper } from './services.ts'
import type { World } from './world.ts'

/** Invoices a confirmed service, pays it in three hands, and closes it; the bank paid on `paidOn`, or today. */
export async function payFor(world: World, park: Park, serviceId: string, paidOn?: string): Promise<string> {
  const [officer, manager] = [await world.as(`${park.name}·资金专员`), await world.as(`${park.name}·负责人`)]
  const params = { serviceId }
  const today = new Date(world.now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
  const day = paidOn ?? today
  const { selection, signed } = await officer.done(services.showService, { params })
  if (!selection || !signed) throw new Error(`${serviceId} has no contract to pay`)
  const { agencyUscc, agencyName } = selection.product
  const { provincialFen, parkFen } = signed
  await officer.done(payments.recordInvoice, {
    params,
    body: {
      code: '',
      number: `2633300000${String(nextNumber()).padStart(10, '0')}`,
      sellerUscc: agencyUscc,
      sellerName: agencyName,
      buyerUscc: park.uscc,
      buyerName: park.name,
      issuedOn: day,
      sumFen: provincialFen + parkFen,
      fileId: await paper(world, `${park.name}·资金专员`, '发票'),
    },
  })
  const body = { provincialFen, parkFen, payeeName: agencyName, purpose: '支付专业服务费' }
  const { paymentId } = await officer.done(payments.preparePayment, { params, body })
  await manager.done(payments.approvePayment, { params: { paymentId } })
  const fileId = await paper(world, `${park.name}·资金专员`, '银行回单')
  await officer.done(payments.recordReceipt, {
    params: { paymentId },
    body: { receiptNo: `HD-${paymentId.slice(-8)}`, fileId, paidOn: day },
  })
  await (await world.as(officerOf(park))).done(orders.closeService, { params, body: {} })
  return paymentId
}
