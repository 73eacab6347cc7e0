import type { Tx } from '../../../platform/database/connect.ts'
import { notFound } from '../../../platform/errors.ts'
import { lockService } from '../services/public.ts'
import { lockPayment, paymentServiceId } from './store.ts'

const missing = notFound({ zh: '付款', en: 'payment' })

/** A payment with its service, both locked, the service first as everybody does. @throws HttpError 404 outside the reader's scope. */
export async function lockedPayment(tx: Tx, paymentId: string) {
  const serviceId = await paymentServiceId(tx, paymentId)
  if (!serviceId) throw missing
  const held = await lockService(tx, serviceId)
  const payment = await lockPayment(tx, paymentId)
  if (!payment) throw missing
  return { held, payment }
}
