import { z } from 'zod'
import { reversalKinds } from '../../../policy/money/payment-reversal.ts'
import { dayInput, proseInput, referenceInput } from '../../../shared/inputs.ts'
import { route } from '../../../shared/route.ts'
import { fileOrNone } from '../../programme/files/contract.ts'

const kind = z.enum(reversalKinds)

/** How a paid payment came to stand no longer. `returnedOn`, `receiptNo`, `file`: of the bank's paper; null where there is none. */
export const paymentReversal = z.object({
  kind,
  receiptNo: z.string().nullable(),
  file: z.object({ fileId: z.uuid(), name: z.string(), size: z.number() }).nullable(),
  returnedOn: z.string().nullable(),
  reason: z.string(),
  byName: z.string(),
  at: z.string(),
})

export const reversePayment = route({
  method: 'POST',
  path: '/api/payments/:paymentId/reversal',
  permission: 'payment.reverse',
  summary: { zh: '登记付款退回或更正', en: 'Record the return of a payment, or correct it' },
  params: z.strictObject({ paymentId: z.uuid() }),
  body: z.strictObject({
    kind,
    /** Of the bank's receipt of the return; empty where the receipt of the payment was entered wrongly. */
    receiptNo: referenceInput(60).default(''),
    fileId: fileOrNone.default(''),
    returnedOn: dayInput().default(''),
    reason: proseInput(1000),
  }),
  reply: z.object({ paymentId: z.uuid(), state: kind }),
})
