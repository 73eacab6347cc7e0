import { type Insertable, type SqlBool, sql } from 'kysely'
import type { Tx } from '../../../platform/database/connect.ts'
import type { PaymentReversals } from '../../../platform/database/types.ts'
import type { PaymentView } from './contract.ts'

/** The database gives the payment its last state with the row. */
export async function insertReversal(tx: Tx, row: Insertable<PaymentReversals>): Promise<void> {
  await tx.insertInto('paymentReversals').values(row).execute()
}

/** Why payments of a service stand no longer, by payment. */
export async function reversalsOf(tx: Tx, serviceId: string): Promise<Map<string, PaymentView['reversal']>> {
  const rows = await tx
    .selectFrom('paymentReversals as r')
    .innerJoin('payments as p', 'p.id', 'r.paymentId')
    .innerJoin('accounts as a', 'a.id', 'r.recordedBy')
    .leftJoin('files as f', 'f.id', 'r.fileId')
    .select(['r.paymentId', 'r.kind', 'r.receiptNo', 'r.returnedOn', 'r.reason', 'r.recordedAt', 'a.name as byName'])
    .select(['f.id as fileId', 'f.name', 'f.size'])
    .where('p.serviceId', '=', serviceId)
    .execute()
  return new Map(
    rows.map(({ paymentId, fileId, name, size, recordedAt, ...row }) => [
      paymentId,
      {
        ...row,
        at: recordedAt.toISOString(),
        file: fileId === null ? null : { fileId, name: name ?? '', size: size ?? 0 },
      },
    ]),
  )
}

/** The payment of a pilot that this number of the bank proves already, or whose return, with the service it is for. */
export async function paymentOfReceipt(tx: Tx, pilotId: string, receiptNo: string) {
  const found = await tx
    .selectFrom('payments as p')
    .innerJoin('services as s', 's.id', 'p.serviceId')
    .select(['s.no', 'p.paidOn', 'p.payeeName'])
    .where('p.pilotId', '=', pilotId)
    .leftJoin('paymentReversals as r', 'r.paymentId', 'p.id')
    .where('p.state', '<>', 'entered-wrongly')
    .where(sql<SqlBool>`receipt_key(${receiptNo}) in (receipt_key(p.receipt_no), receipt_key(r.receipt_no))`)
    .orderBy('p.receiptAt')
    .executeTakeFirst()
  return found ?? null
}
