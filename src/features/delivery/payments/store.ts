import { type Insertable, type Selectable, sql } from 'kysely'
import { bigint, bool, day, text, uuid } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { type ResultRow, statement } from '../../../platform/database/statement.ts'
import type { InvoiceVoids, Payments } from '../../../platform/database/types.ts'
import { type Payment, standingPayments } from '../../../policy/money/payment.ts'
import { type InvoiceKeys, invoiceKeys } from '../../../policy/services/invoice-numbers.ts'
import type { Invoice } from '../../../policy/services/service.ts'
import type { Fen } from '../../../shared/money.ts'

/** The states in which a payment takes a share of its invoice and of the contract. */
export const stands = sql`(${sql.join(standingPayments.map((state) => sql.lit(state)))})`

type NewInvoice = Invoice & {
  id: string
  serviceId: string
  buyerName: string
  fileId: string
  by: string
  at: Date
  scope: string
}

export async function insertInvoice(tx: Tx, invoice: NewInvoice): Promise<void> {
  const { number, digital } = invoiceKeys(invoice)
  const { id, serviceId, sellerUscc, sellerName, buyerUscc, buyerName, issuedOn, fileId, by, at, scope } = invoice
  await tx
    .insertInto('invoices')
    .values({
      id,
      serviceId,
      number,
      digitalNumber: digital,
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

const numberUsed = statement(
  { used: bool },
  ({ number, digital }: InvoiceKeys) => sql`select invoice_used(${number}, ${digital}) as used`,
)

/** Whether an invoice with one of these numbers is entered anywhere in the province. */
export async function invoiceUsed(tx: Tx, keys: InvoiceKeys): Promise<boolean> {
  const [found] = await numberUsed(tx, keys)
  return found?.used ?? false
}

/** The service an invoice with one of these numbers belongs to, if it lies inside the reader's scope. */
export async function serviceOfInvoice(
  tx: Tx,
  { number, digital }: InvoiceKeys,
): Promise<{ id: string; no: string } | null> {
  const found = await tx
    .selectFrom('invoices as i')
    .innerJoin('services as s', 's.id', 'i.serviceId')
    .select(['s.id', 's.no'])
    .where((any) => any.or([any('i.number', '=', number), any('i.digitalNumber', '=', digital)]))
    .where('i.standing', '<>', 'entered-wrongly')
    .orderBy('i.recordedAt')
    .executeTakeFirst()
  return found ?? null
}

/** The service whose invoice was taken back by a red-letter invoice of one of these numbers, if it lies inside the reader's scope. */
export async function serviceOfRedLetter(tx: Tx, { number, digital }: InvoiceKeys): Promise<{ no: string } | null> {
  const found = await tx
    .selectFrom('invoiceVoids as v')
    .innerJoin('invoices as i', 'i.id', 'v.invoiceId')
    .innerJoin('services as s', 's.id', 'i.serviceId')
    .select('s.no')
    .where('v.redLetterNo', 'in', [number, digital ?? number])
    .executeTakeFirst()
  return found ?? null
}

/** An invoice with what hangs on it: its service, and the state of a payment that stands. */
export async function heldInvoice(tx: Tx, id: string) {
  const found = await tx.selectFrom('invoices').selectAll().where('id', '=', id).executeTakeFirst()
  if (!found) return null
  const payment = await tx
    .selectFrom('payments')
    .select('state')
    .where('invoiceId', '=', id)
    .where('state', 'in', standingPayments)
    .orderBy('preparedAt', 'desc')
    .executeTakeFirst()
  return { ...found, paymentState: payment?.state ?? null }
}

type NewVoid = Insertable<InvoiceVoids>

export async function insertVoid(tx: Tx, row: NewVoid): Promise<void> {
  await tx.insertInto('invoiceVoids').values(row).execute()
}

/** A payment with the rows it belongs to. */
export type PaymentRow = Payment & {
  pilotId: string
  invoiceId: string
  scope: string
  preparedAt: Date
  approvedAt: Date | null
  receiptBy: string | null
}

type Columns = Selectable<Payments>

/** A row as the rules see it. */
export function lockedShape({ lineId, receiptFile, invoiceId, state, ...rest }: Columns): PaymentRow {
  return {
    ...rest,
    invoiceId,
    invoiceKey: invoiceId,
    fundLineId: lineId,
    receiptFileId: receiptFile,
    state,
  }
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

export async function savePayment(
  tx: Tx,
  payment: Payment,
  approvedAt: Date | null,
  {
    receiptAt = null,
    receiptBy = null,
    cancelled = null,
  }: { receiptAt?: Date | null; receiptBy?: string | null; cancelled?: { by: string; at: Date } | null } = {},
): Promise<void> {
  const { id, state, approvedBy, receiptNo, receiptFileId, paidOn, cancelReason } = payment
  await tx
    .updateTable('payments')
    .set({
      state,
      approvedBy,
      approvedAt,
      receiptNo,
      receiptFile: receiptFileId,
      paidOn,
      receiptAt,
      receiptBy,
      cancelReason,
    })
    .set({ cancelledBy: cancelled?.by ?? null, cancelledAt: cancelled?.at ?? null })
    .where('id', '=', id)
    .execute()
}

/** A service's invoices, in the order they came. */
export const invoicesOf = statement(
  { invoiceId: uuid, number: text, sellerName: text, issuedOn: day, sumFen: bigint, otherPaymentsFen: bigint },
  ({ serviceId, paymentId }: { serviceId: string; paymentId: string | null }) => sql`
    select i.id as "invoiceId", i.number, i.seller_name as "sellerName", i.issued_on as "issuedOn",
           i.total_fen as "sumFen",
           (select coalesce(sum(p.provincial_fen + p.park_fen), 0)::bigint from payments p
             where p.invoice_id = i.id and p.state in ${stands} and p.id is distinct from ${paymentId}::uuid)
             as "otherPaymentsFen"
      from invoices i
     where i.service_id = ${serviceId} and i.standing = 'stands'
     order by i.recorded_at, i.id`,
)

/** An invoice with what its other payments take of it, this one left out; fen. */
export type InvoiceRow = ResultRow<typeof invoicesOf>

type PaymentSearch = { readonly serviceId: string; readonly lineId: string | null; readonly paymentId: string | null }

const sumsBeside = statement(
  { provincialFen: bigint, parkFen: bigint, reservedFen: bigint },
  ({ serviceId, lineId, paymentId }: PaymentSearch) => sql`
    select coalesce(sum(provincial_fen) filter (where service_id = ${serviceId}), 0)::bigint as "provincialFen",
           coalesce(sum(park_fen) filter (where service_id = ${serviceId}), 0)::bigint as "parkFen",
           coalesce(sum(provincial_fen) filter (where state <> 'paid' and line_id = ${lineId}::uuid), 0)::bigint
             as "reservedFen"
      from payments
     where (service_id = ${serviceId} or (line_id = ${lineId}::uuid and state <> 'paid'))
       and state in ${stands} and id is distinct from ${paymentId}::uuid`,
)

/**
 * What the other payments of a service take of both shares, and what the other payments of its fund line that wait
 * hold on the line; this payment and those that do not stand left out; fen.
 */
export async function paidBeside(tx: Tx, asked: PaymentSearch): Promise<ResultRow<typeof sumsBeside>> {
  const [found] = await sumsBeside(tx, asked)
  return found ?? { provincialFen: 0, parkFen: 0, reservedFen: 0 }
}

const standing = statement(
  { open: bool, paidFen: bigint },
  (serviceId: string) => sql`
    select coalesce(bool_or(state in ('prepared', 'approved')), false) as open,
           coalesce(sum(provincial_fen + park_fen) filter (where state = 'paid'), 0)::bigint as "paidFen"
      from payments where service_id = ${serviceId}`,
)

/** Whether a payment of this service waits, and all that the bank has paid for it; fen. */
export async function standingOf(tx: Tx, serviceId: string): Promise<{ open: boolean; paidFen: Fen }> {
  const [found] = await standing(tx, serviceId)
  return found ?? { open: false, paidFen: 0 }
}

export async function paymentServiceId(tx: Tx, paymentId: string): Promise<string | null> {
  const found = await tx.selectFrom('payments').select('serviceId').where('id', '=', paymentId).executeTakeFirst()
  return found?.serviceId ?? null
}
