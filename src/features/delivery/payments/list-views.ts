import { sql } from 'kysely'
import type { z } from 'zod'
import type { Tx } from '../../../platform/database/connect.ts'
import { type Key, type KeyColumns, keysOf } from '../../../platform/database/keys.ts'
import { byName } from '../../../platform/database/ordered.ts'
import { turnSorted } from '../../../platform/sorted-pages.ts'
import { type PaymentState, paymentStateNames } from '../../../policy/money/payment.ts'
import { requirePilot } from '../../programme/pilots/public.ts'
import type { listPayments } from './contract.ts'

type Listed = z.input<typeof listPayments.reply>
type Search = z.output<typeof listPayments.search>

const columns: KeyColumns<Search> = {
  serviceNo: { by: sql`s.no`, is: 'text' },
  state: {
    by: sql`array_position(${sql.lit(`{${Object.keys(paymentStateNames)}}`)}::text[], p.state)`,
    is: 'bigint',
  },
  payeeName: { by: byName('p.payee_name'), is: 'text' },
  enterpriseName: { by: byName('e.name'), is: 'text' },
  provincialFen: { by: sql`p.provincial_fen`, is: 'bigint' },
  parkFen: { by: sql`p.park_fen`, is: 'bigint' },
  purpose: { by: byName('p.purpose'), is: 'text' },
  preparedAt: { by: sql`p.prepared_at`, is: 'timestamptz' },
  paidOn: { by: sql`p.paid_on`, is: 'date' },
}

/** Newest first. */
const own: readonly Key[] = [
  { by: sql`p.prepared_at`, is: 'timestamptz', falling: true },
  { by: sql`p.id`, is: 'uuid', falling: true },
]

/** A pilot's payments, newest first. @throws HttpError 404 when the pilot does not exist inside the reader's scope. */
export async function listPaymentsView(tx: Tx, pilotId: string, { state, ...turning }: Search): Promise<Listed> {
  const { parkName } = await requirePilot(tx, pilotId)
  const matching = tx
    .selectFrom('payments as p')
    .where('p.pilotId', '=', pilotId)
    .$if(state !== undefined, (select) => select.where('p.state', '=', state as PaymentState))
  const sums = await matching
    .select(({ fn }) => [
      fn.countAll<number>().as('total'),
      fn.sum<number | null>('p.provincialFen').as('provincialFen'),
      fn.sum<number | null>('p.parkFen').as('parkFen'),
    ])
    .executeTakeFirstOrThrow()
  const { rows, total, placed } = await turnSorted(turning, keysOf(columns, turning.sort, own), {
    count: async () => sums.total,
    read: ({ where, order, place, limit, offset }) =>
      matching
        .innerJoin('services as s', 's.id', 'p.serviceId')
        .innerJoin('pilotEnterprises as e', 'e.id', 's.enterpriseId')
        .select(['p.id as paymentId', 'p.serviceId', 's.no as serviceNo', 'e.name as enterpriseName', 'p.state'])
        .select(['p.provincialFen', 'p.parkFen', 'p.payeeName', 'p.purpose', 'p.preparedAt', 'p.paidOn'])
        .select(place.as('rowPlace'))
        .where(where)
        .orderBy(order)
        .limit(limit)
        .offset(offset)
        .execute(),
  })
  return {
    parkName,
    total,
    placed,
    provincialFen: Number(sums.provincialFen ?? 0),
    parkFen: Number(sums.parkFen ?? 0),
    payments: rows.map(({ preparedAt, rowPlace: _, ...row }) => ({
      ...row,
      preparedAt: preparedAt.toISOString(),
    })),
  }
}
