import { z } from 'zod'
import { paymentStates } from '../../../policy/money/payment.ts'

export const paymentState = z.enum(paymentStates)

/** A row of the list of payments; money in fen. */
export const listedPayment = z.object({
  paymentId: z.uuid(),
  serviceId: z.uuid(),
  serviceNo: z.string(),
  enterpriseName: z.string(),
  state: paymentState,
  provincialFen: z.number(),
  parkFen: z.number(),
  payeeName: z.string(),
  purpose: z.string(),
  preparedAt: z.string(),
  paidOn: z.string().nullable(),
})
export type ListedPayment = z.output<typeof listedPayment>
