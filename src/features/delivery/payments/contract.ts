import { z } from 'zod'
import { type ServiceKind, serviceKindList } from '../../../policy/records/service-kinds.ts'
import { type ServiceState, serviceStates } from '../../../policy/services/service.ts'
import {
  codeInput,
  dayInput,
  nameInput,
  proseInput,
  referenceInput,
  usccInput,
  wordedInput,
} from '../../../shared/inputs.ts'
import { abilities, placed, placeInputs, route, sortInput } from '../../../shared/route.ts'
import { fileOrNone } from '../../programme/files/contract.ts'
import { listedPayment, paymentState } from './listed-contract.ts'
import { paymentReversal } from './reversal-contract.ts'
import { invoiceVoid } from './void-contract.ts'

const onService = z.strictObject({ serviceId: z.uuid() })
const onPayment = z.strictObject({ paymentId: z.uuid() })
const day = dayInput()
/** Fen; how much may be paid is the rule's to say. */
const fen = z.int()
const standing = z.object({ paymentId: z.uuid(), state: paymentState })

/** Characters that a number may have before a rule says what form it should have. */
const anyForm = 200

export const recordInvoice = route({
  method: 'POST',
  path: '/api/services/:serviceId/invoices',
  permission: 'service.invoice',
  summary: { zh: '登记发票', en: 'Record the invoice' },
  params: onService,
  body: z.strictObject({
    /** 10 or 12 digits on paper, empty on fully digital ones. */
    code: codeInput(anyForm),
    /** 8 digits beside a code, else 20. */
    number: codeInput(anyForm),
    /** The 20 digits that the paper of a fully digital invoice has beside its code and number; else empty. */
    digitalNumber: codeInput(anyForm).default(''),
    sellerUscc: usccInput(),
    sellerName: nameInput(100),
    buyerUscc: usccInput(),
    buyerName: nameInput(100, 1),
    issuedOn: day,
    sumFen: z.int(),
    fileId: fileOrNone,
  }),
  reply: z.object({ invoiceId: z.uuid(), state: z.string() }),
})

export const preparePayment = route({
  method: 'POST',
  path: '/api/services/:serviceId/payments',
  permission: 'payment.prepare',
  summary: { zh: '编制付款', en: 'Prepare a payment' },
  params: onService,
  body: z.strictObject({
    provincialFen: fen,
    parkFen: fen,
    payeeName: nameInput(100),
    purpose: wordedInput(200),
    /** The invoice it pays; the first that is not paid if left out. */
    invoiceId: z.uuid().optional(),
  }),
  reply: standing,
})

export const approvePayment = route({
  method: 'POST',
  path: '/api/payments/:paymentId/approval',
  permission: 'payment.approve',
  summary: { zh: '批准付款', en: 'Approve a payment' },
  params: onPayment,
  reply: standing,
})

export const recordReceipt = route({
  method: 'POST',
  path: '/api/payments/:paymentId/receipt',
  permission: 'payment.record-receipt',
  summary: { zh: '登记银行回单', en: 'Record the bank receipt' },
  params: onPayment,
  body: z.strictObject({ receiptNo: referenceInput(60), fileId: fileOrNone, paidOn: day }),
  reply: standing,
})

export const cancelPayment = route({
  method: 'POST',
  path: '/api/payments/:paymentId/cancellation',
  permission: 'payment.prepare',
  summary: { zh: '取消付款', en: 'Cancel a payment' },
  params: onPayment,
  body: z.strictObject({ reason: proseInput(1000) }),
  reply: standing,
})

const paper = z.object({ fileId: z.uuid(), name: z.string(), size: z.number() })
const party = z.object({ uscc: z.string(), name: z.string() })

const invoice = z.object({
  invoiceId: z.uuid(),
  number: z.string(),
  /** The 20 digits of a fully digital invoice, null on one without. */
  digitalNumber: z.string().nullable(),
  sellerUscc: z.string(),
  sellerName: z.string(),
  buyerUscc: z.string(),
  buyerName: z.string(),
  issuedOn: z.string(),
  sumFen: z.number(),
  /** What no payment has been prepared for yet. */
  openFen: z.number(),
  recordedByName: z.string(),
  recordedAt: z.string(),
  file: paper,
  /** Null while it stands. */
  voided: invoiceVoid.nullable(),
  actions: abilities('void-invoice'),
})

const payment = z.object({
  paymentId: z.uuid(),
  invoiceId: z.uuid(),
  state: paymentState,
  provincialFen: z.number(),
  parkFen: z.number(),
  payeeName: z.string(),
  purpose: z.string(),
  preparedByName: z.string(),
  preparedAt: z.string(),
  approvedByName: z.string().nullable(),
  approvedAt: z.string().nullable(),
  receiptNo: z.string().nullable(),
  receiptFile: paper.nullable(),
  paidOn: z.string().nullable(),
  receiptAt: z.string().nullable(),
  cancelReason: z.string(),
  cancelledByName: z.string().nullable(),
  cancelledAt: z.string().nullable(),
  /** Null while it stands. */
  reversal: paymentReversal.nullable(),
  actions: abilities('approve', 'record-receipt', 'cancel', 'reverse'),
})

/** Invoices and payments of one service, with what a payment is held against; every sum in fen. */
export const showPayments = route({
  method: 'GET',
  path: '/api/services/:serviceId/payments',
  permission: 'service.view',
  bySeat: true,
  summary: { zh: '发票与付款', en: 'Invoices and payments' },
  params: onService,
  reply: z.object({
    no: z.string(),
    kind: z.enum(serviceKindList as [ServiceKind, ...ServiceKind[]]),
    state: z.enum(serviceStates as [ServiceState, ...ServiceState[]]),
    pilotId: z.uuid(),
    parkName: z.string(),
    enterpriseName: z.string(),
    agency: party.nullable(),
    /** Who may stand on an invoice as its buyer: the park, the enterprise. */
    buyers: z.array(party),
    contract: z
      .object({
        contractNo: z.string(),
        signedOn: z.string(),
        priceFen: z.number(),
        provincialFen: z.number(),
        parkFen: z.number(),
        enterpriseFen: z.number(),
        /** The fund line's purpose; null where there is no provincial money. */
        purpose: z.string().nullable(),
        file: paper.nullable(),
      })
      .nullable(),
    invoices: z.array(invoice),
    payments: z.array(payment),
    /** What the park owes on the invoices, and what the bank has paid of it. */
    owedFen: z.number(),
    paidFen: z.number(),
    /**
     * What is still open on the invoice, on both shares of the contract, on the fund line and in the account, for the payment
     * that waits for approval or else for the next one; null before the first invoice, and for who may not see the funds.
     */
    limits: z
      .object({
        invoiceFen: z.number(),
        provincialFen: z.number(),
        parkFen: z.number(),
        lineFen: z.number(),
        cashFen: z.number(),
      })
      .nullable(),
    actions: abilities('record-invoice', 'prepare-payment'),
  }),
})

export type PaymentsView = z.output<typeof showPayments.reply>
export type PaymentView = PaymentsView['payments'][number]
export type InvoiceView = PaymentsView['invoices'][number]

/** Payments of a pilot, newest first, with the sums of all that match. */
export const listPayments = route({
  method: 'GET',
  path: '/api/pilots/:pilotId/payments',
  permission: 'funds.view',
  bySeat: true,
  summary: { zh: '付款清单', en: 'Payments' },
  params: z.strictObject({ pilotId: z.uuid() }),
  search: z.strictObject({
    state: paymentState.optional(),
    sort: sortInput(
      'serviceNo',
      'state',
      'payeeName',
      'enterpriseName',
      'provincialFen',
      'parkFen',
      'purpose',
      'preparedAt',
      'paidOn',
    ),
    ...placeInputs(),
  }),
  reply: z.object({
    parkName: z.string(),
    total: z.number(),
    placed,
    provincialFen: z.number(),
    parkFen: z.number(),
    payments: z.array(listedPayment),
  }),
})
