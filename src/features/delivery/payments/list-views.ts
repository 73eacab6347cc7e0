import type { z } from 'zod'
import type { Tx } from '../../../platform/database/connect.ts'
import type { PaymentState } from '../../../policy/money/payment.ts'
import { requirePilot } from '../../programme/pilots/public.ts'
import type { listPayments } from './contract.ts'

type Listed = z.input<typeof listPayments.reply>
type Search = z.output<typeof listPayments.search>

/** A pilot's payments, newest first. @throws HttpError 404 when the pilot does not exist inside the reader's scope. */
export async function listPaymentsView(tx: Tx, pilotId: string, { state, page, pageSize }: Search): Promise<Listed> {
  const { parkName } = await requirePilot(tx, pilotId)
  const matching = tx
    .selectFrom('payments as p')
    .where('p.pilotId', '=', pilotId)
    .$if(state !== undefined, (select) => select.where('p.state', '=', state as PaymentState))
  const { total, provincialFen, parkFen } = await matching
    .select(({ fn }) => [
      fn.countAll<number>().as('total'),
      fn.sum<number | null>('p.provincialFen').as('provincialFen'),
      fn.sum<number | null>('p.parkFen').as('parkFen'),
    ])
    .executeTakeFirstOrThrow()
  const rows = await matching
    .innerJoin('services as s', 's.id', 'p.serviceId')
    .innerJoin('pilotEnterprises as e', 'e.id', 's.enterpriseId')
    .select(['p.id as paymentId', 'p.serviceId', 's.no as serviceNo', 'e.name as enterpriseName', 'p.state'])
    .select(['p.provincialFen', 'p.parkFen', 'p.payeeName', 'p.purpose', 'p.preparedAt', 'p.paidOn'])
    .orderBy('p.preparedAt', 'desc')
    .orderBy('p.id', 'desc')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute()
  return {
    parkName,
    total,
    provincialFen: Number(provincialFen ?? 0),
    parkFen: Number(parkFen ?? 0),
    payments: rows.map(({ preparedAt, ...row }) => ({
      ...row,
      preparedAt: preparedAt.toISOString(),
    })),
  }
}
