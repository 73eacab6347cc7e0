import { query } from '../../../platform/command.ts'
import { approvePayment } from './approve-payment.ts'
import { cancelPayment } from './cancel-payment.ts'
import * as contract from './contract.ts'
import { listPaymentsView } from './list-views.ts'
import { preparePayment } from './prepare-payment.ts'
import { readInvoiceFile } from './read-invoice.ts'
import { recordInvoice } from './record-invoice.ts'
import { recordReceipt } from './record-receipt.ts'
import { reversePayment } from './reverse-payment.ts'
import { showPaymentsView } from './views.ts'
import { voidInvoice } from './void-invoice.ts'

export const paymentRoutes = [
  recordInvoice,
  voidInvoice,
  preparePayment,
  approvePayment,
  recordReceipt,
  cancelPayment,
  reversePayment,
  readInvoiceFile,
  query(contract.showPayments, ({ params }, { tx, actor }) => showPaymentsView(tx, params.serviceId, actor)),
  query(contract.listPayments, ({ params, search }, { tx }) => listPaymentsView(tx, params.pilotId, search)),
]
