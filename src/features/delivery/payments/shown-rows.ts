import { sql } from 'kysely'
import type { z } from 'zod'
import type { Tx } from '../../../platform/database/connect.ts'
import type { showPayments } from './contract.ts'
import { stands } from './store.ts'

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

type InvoiceRows = Omit<View['invoices'][number], 'actions'>

/** Invoices of a service in the order they came, voided ones too, each with what no payment has been prepared for. */
export async function invoiceRows(tx: Tx, serviceId: string): Promise<InvoiceRows[]> {
  const rows = await tx
    .selectFrom('invoices as i')
    .innerJoin('files as f', 'f.id', 'i.fileId')
    .innerJoin('accounts as a', 'a.id', 'i.recordedBy')
    .select(['i.id as invoiceId', 'i.number', 'i.digitalNumber', 'i.sellerUscc', 'i.sellerName'])
    .select(['i.buyerUscc', 'i.buyerName', 'i.issuedOn', 'i.totalFen as sumFen', 'i.recordedAt'])
    .select(['a.name as recordedByName', 'f.id as fileId', 'f.name', 'f.size'])
    .select(
      sql<number>`case when i.standing = 'stands' then i.total_fen - (select coalesce(sum(p.provincial_fen + p.park_fen), 0)::bigint
        from payments p where p.invoice_id = i.id and p.state in ${stands}) else 0::bigint end`.as('openFen'),
    )
    .where('i.serviceId', '=', serviceId)
    .orderBy('i.recordedAt')
    .orderBy('i.id')
    .execute()
  const voids = await voidsOf(tx, serviceId)
  return rows.map(({ fileId, name, size, recordedAt, ...row }) => ({
    ...row,
    recordedAt: recordedAt.toISOString(),
    file: { fileId, name, size },
    voided: voids.get(row.invoiceId) ?? null,
  }))
}

async function voidsOf(tx: Tx, serviceId: string): Promise<Map<string, InvoiceRows['voided']>> {
  const rows = await tx
    .selectFrom('invoiceVoids as v')
    .innerJoin('invoices as i', 'i.id', 'v.invoiceId')
    .innerJoin('accounts as a', 'a.id', 'v.recordedBy')
    .leftJoin('files as f', 'f.id', 'v.fileId')
    .select(['v.invoiceId', 'v.kind', 'v.redLetterNo', 'v.reason', 'v.voidedOn', 'v.recordedAt', 'a.name as byName'])
    .select(['f.id as fileId', 'f.name', 'f.size'])
    .where('i.serviceId', '=', serviceId)
    .execute()
  return new Map(
    rows.map(({ invoiceId, fileId, name, size, recordedAt, ...row }) => [
      invoiceId,
      {
        ...row,
        at: recordedAt.toISOString(),
        file: fileId === null ? null : { fileId, name: name ?? '', size: size ?? 0 },
      },
    ]),
  )
}

/** Payments of a service, newest first, with the names of who made and who approved them. */
export function paymentRows(tx: Tx, serviceId: string) {
  return tx
    .selectFrom('payments as p')
    .innerJoin('accounts as maker', 'maker.id', 'p.preparedBy')
    .leftJoin('accounts as checker', 'checker.id', 'p.approvedBy')
    .leftJoin('accounts as canceller', 'canceller.id', 'p.cancelledBy')
    .leftJoin('files as f', 'f.id', 'p.receiptFile')
    .selectAll('p')
    .select(['maker.name as preparedByName', 'checker.name as approvedByName', 'canceller.name as cancelledByName'])
    .select(['f.name as receiptName', 'f.size as receiptSize'])
    .where('p.serviceId', '=', serviceId)
    .orderBy('p.preparedAt', 'desc')
    .orderBy('p.id', 'desc')
    .execute()
}

export type PaymentRows = Awaited<ReturnType<typeof paymentRows>>
