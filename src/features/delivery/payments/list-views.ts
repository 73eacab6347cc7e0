import { sql } from 'kysely'
import type { z } from 'zod'
import type { Tx } from '../../../platform/database/connect.ts'
import { byName, type Ordinals, orderOf } from '../../../platform/database/ordered.ts'
import { type PaymentState, paymentStateNames } from '../../../policy/money/payment.ts'
import { requirePilot } from '../../programme/pilots/public.ts'
import type { listPayments } from './contract.ts'

type Listed = z.input<typeof listPayments.reply>
type Search = z.output<typeof listPayments.search>

const ordinals: Ordinals<Search> = {
  serviceNo: sql`s.no`,
  state: sql`array_position(${sql.lit(`{${Object.keys(paymentStateNames)}}`)}::text[], p.state)`,
  payeeName: byName('p.payee_name'),
  enterpriseName: byName('e.name'),
  provincialFen: sql`p.provincial_fen`,
  parkFen: sql`p.park_fen`,
  purpose: byName('p.purpose'),
  preparedAt: sql`p.prepared_at`,
  paidOn: sql`p.paid_on`,
}

/** A pilot's payments, newest first. @throws HttpError 404 when the pilot does not exist inside the reader's scope. */
export async function listPaymentsView(
  tx: Tx,
  pilotId: string,
  { state, sort, page, pageSize }: Search,
): Promise<Listed> {
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
    .orderBy(orderOf(ordinals, sort, sql`p.prepared_at desc, p.id desc`))
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
