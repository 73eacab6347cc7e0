import { sql } from 'kysely'
import type { z } from 'zod'
import type { Tx } from '../../../platform/database/connect.ts'
import type { showPayments } from './contract.ts'

type View = z.input<typeof showPayments.reply>
type SignedPaper = Pick<NonNullable<View['contract']>, 'purpose' | 'file'>

/** The contract's scan and the purpose of the fund line it draws on. */
export async function contractPaper(tx: Tx, serviceId: string): Promise<SignedPaper> {
  const found = await tx
    .selectFrom('contracts as c')
    .leftJoin('fundLines as l', 'l.id', 'c.lineId')
    .leftJoin('files as f', 'f.id', 'c.fileId')
    .select(['l.purpose', 'f.id as fileId', 'f.name', 'f.size'])
    .where('c.serviceId', '=', serviceId)
    .executeTakeFirst()
  const { purpose = null, fileId = null, name, size } = found ?? {}
  return { purpose, file: fileId === null ? null : { fileId, name: name ?? '', size: size ?? 0 } }
}

/** Invoices of a service in the order they came, each with what no payment has been prepared for. */
export async function invoiceRows(tx: Tx, serviceId: string): Promise<View['invoices']> {
  const rows = await tx
    .selectFrom('invoices as i')
    .innerJoin('files as f', 'f.id', 'i.fileId')
    .innerJoin('accounts as a', 'a.id', 'i.recordedBy')
    .select([
      'i.id as invoiceId',
      'i.number',
      'i.digitalNumber',
      'i.sellerUscc',
      'i.sellerName',
      'i.buyerUscc',
      'i.buyerName',
    ])
    .select(['i.issuedOn', 'i.totalFen as sumFen', 'a.name as recordedByName', 'f.id as fileId', 'f.name', 'f.size'])
    .select(
      sql<number>`i.total_fen - (select coalesce(sum(p.provincial_fen + p.park_fen), 0)::bigint from payments p
        where p.invoice_id = i.id and p.state <> 'cancelled')`.as('openFen'),
    )
    .where('i.serviceId', '=', serviceId)
    .orderBy('i.recordedAt')
    .orderBy('i.id')
    .execute()
  return rows.map(({ fileId, name, size, ...row }) => ({ ...row, file: { fileId, name, size } }))
}

/** Payments of a service, newest first, with the names of who made and who approved them. */
export function paymentRows(tx: Tx, serviceId: string) {
  return tx
    .selectFrom('payments as p')
    .innerJoin('accounts as maker', 'maker.id', 'p.preparedBy')
    .leftJoin('accounts as checker', 'checker.id', 'p.approvedBy')
    .leftJoin('files as f', 'f.id', 'p.receiptFile')
    .selectAll('p')
    .select(['maker.name as preparedByName', 'checker.name as approvedByName'])
    .select(['f.name as receiptName', 'f.size as receiptSize'])
    .where('p.serviceId', '=', serviceId)
    .orderBy('p.preparedAt', 'desc')
    .orderBy('p.id', 'desc')
    .execute()
}

export type PaymentRows = Awaited<ReturnType<typeof paymentRows>>
