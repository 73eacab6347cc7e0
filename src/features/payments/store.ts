import { type Selectable, sql } from 'kysely'
import type { Tx } from '../../platform/database/connect.ts'
import type { Payments } from '../../platform/database/types.ts'
import { invoiceKey } from '../../policy/invoice.ts'
import type { Payment, PaymentState } from '../../policy/payment.ts'
import type { Invoice } from '../../policy/service.ts'
import type { Fen } from '../../shared/money.ts'

type NewInvoice = Invoice & { id: string; serviceId: string; buyerName: string; fileId: string; by: string; at: Date; scope: string }

export async function insertInvoice(tx: Tx, invoice: NewInvoice): Promise<void> {
  const { id, serviceId, sellerUscc, sellerName, buyerUscc, buyerName, issuedOn, fileId, by, at, scope } = invoice
  await tx
    .insertInto('invoices')
    .values({
      id,
      serviceId,
      number: invoiceKey(invoice).replace('-', ''),
      sellerUscc,
      sellerName,
      buyerUscc,
      buyerName,
      issuedOn,
      totalFen: invoice.sumFen,
      fileId,
      recordedBy: by,
      recordedAt: at,
      scope,
    })
    .execute()
}

/** Whether an invoice of this number is entered anywhere in the province. */
export async function invoiceUsed(tx: Tx, key: string): Promise<boolean> {
  const found = await sql<{ used: boolean }>`select invoice_used(${key.replace('-', '')}) as used`.execute(tx)
  return found.rows[0]?.used ?? false
}

/** A payment with the rows it belongs to. */
export type PaymentRow = Payment & { pilotId: string; invoiceId: string; scope: string; preparedAt: Date; approvedAt: Date | null }

type Columns = Selectable<Payments>

/** A row as the rules see it. */
export function lockedShape({ lineId, receiptFile, invoiceId, state, ...rest }: Columns): PaymentRow {
  return { ...rest, invoiceId, invoiceKey: invoiceId, fundLineId: lineId, receiptFileId: receiptFile, state: state as PaymentState }
}

export async function lockPayment(tx: Tx, id: string): Promise<PaymentRow | null> {
  const row = await tx.selectFrom('payments').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row ? lockedShape(row) : null
}

type NewPayment = Payment & { pilotId: string; invoiceId: string; scope: string; at: Date }

export async function insertPayment(tx: Tx, payment: NewPayment): Promise<void> {
  const { id, serviceId, pilotId, invoiceId, fundLineId, state, provincialFen, parkFen, payeeName, purpose } = payment
  const { preparedBy, scope, at } = payment
  await tx
    .insertInto('payments')
    .values({
      id,
      serviceId,
      pilotId,
      invoiceId,
      lineId: fundLineId,
      state,
      provincialFen,
      parkFen,
      payeeName,
      purpose,
      preparedBy,
      preparedAt: at,
      scope,
    })
    .execute()
}

export async function savePayment(tx: Tx, payment: Payment, approvedAt: Date | null): Promise<void> {
  const { id, state, approvedBy, receiptNo, receiptFileId, paidOn, cancelReason } = payment
  await tx
    .updateTable('payments')
    .set({ state, approvedBy, approvedAt, receiptNo, receiptFile: receiptFileId, paidOn, cancelReason })
    .where('id', '=', id)
    .execute()
}

/** Provincial and whole sums of a service's or a line's payments that are not cancelled, this one left out; fen. */
export async function paidBeside(
  tx: Tx,
  { serviceId, lineId, paymentId }: { serviceId: string; lineId: string; paymentId: string | null },
): Promise<{ invoiceFen: Fen; provincialFen: Fen; reservedFen: Fen }> {
  const found = await sql<{ invoiceFen: Fen; provincialFen: Fen; reservedFen: Fen }>`
    select coalesce(sum(provincial_fen + park_fen) filter (where service_id = ${serviceId}), 0)::bigint as "invoiceFen",
           coalesce(sum(provincial_fen) filter (where service_id = ${serviceId}), 0)::bigint as "provincialFen",
           coalesce(sum(provincial_fen) filter (where state <> 'paid'), 0)::bigint as "reservedFen"
      from payments
     where (service_id = ${serviceId} or line_id = ${lineId})
       and state <> 'cancelled' and id is distinct from ${paymentId}::uuid`.execute(tx)
  return found.rows[0] ?? { invoiceFen: 0, provincialFen: 0, reservedFen: 0 }
}

export async function paymentServiceId(tx: Tx, paymentId: string): Promise<string | null> {
  const found = await tx.selectFrom('payments').select('serviceId').where('id', '=', paymentId).executeTakeFirst()
  return found?.serviceId ?? null
}

export async function invoiceIdOf(tx: Tx, serviceId: string): Promise<string> {
  const { id } = await tx.selectFrom('invoices').select('id').where('serviceId', '=', serviceId).executeTakeFirstOrThrow()
  return id
}
