import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/connect.ts'
import type { Service } from '../../../policy/services/service.ts'
import type { ProductView, ServiceView } from './contract.ts'

/** The record of choice with the products as they stood in the approved list (G3.3). */
export async function selectionOf(tx: Tx, { id, selection }: Service): Promise<ServiceView['selection']> {
  if (!selection) return null
  const products: ProductView[] = await tx
    .selectFrom('products as p')
    .innerJoin('partnerAgencies as a', 'a.id', 'p.agencyId')
    .select(['p.id as productId', 'p.name', 'p.deliverable', 'a.name as agencyName', 'a.uscc as agencyUscc'])
    .select(['p.agreedPriceFen', 'p.marketPriceFen', 'p.priceBasis', 'p.exceptionReason'])
    .where('p.id', 'in', [...selection.candidates])
    .orderBy('p.agreedPriceFen')
    .execute()
  const { by, recordedAt } = await tx
    .selectFrom('serviceSelections as c')
    .innerJoin('accounts as a', 'a.id', 'c.selectedBy')
    .select(['a.name as by', 'c.recordedAt'])
    .where('c.serviceId', '=', id)
    .executeTakeFirstOrThrow()
  const product = products.find((one) => one.productId === selection.productId)
  if (!product) return null
  const { reason, fewReason, on } = selection
  return { product, candidates: products, reason, fewReason, on, recordedAt: recordedAt.toISOString(), by }
}

export async function visitsOf(tx: Tx, serviceId: string): Promise<ServiceView['visits']> {
  const rows = await tx
    .selectFrom('visits as v')
    .innerJoin('accounts as a', 'a.id', 'v.recordedBy')
    .select(['v.id as visitId', 'v.visitedOn as on', 'v.place', 'v.way', 'v.content', 'v.recordedAt', 'a.name as by'])
    .where('v.serviceId', '=', serviceId)
    .orderBy('v.visitedOn')
    .orderBy('v.id')
    .execute()
  return rows.map((row) => ({ ...row, recordedAt: row.recordedAt.toISOString() }))
}

/** Every delivery, each with the enterprise's answer to it; the last one stands. */
export async function deliveriesOf(tx: Tx, serviceId: string): Promise<ServiceView['deliveries']> {
  const rows = await tx
    .selectFrom('deliverables as d')
    .innerJoin('accounts as a', 'a.id', 'd.recordedBy')
    .leftJoin('confirmations as c', 'c.deliverableId', 'd.id')
    .leftJoin('accounts as w', 'w.id', 'c.accountId')
    .select(['d.title', 'd.resultNo', 'd.remedy', 'd.deliveredOn', 'd.recordedAt', 'a.name as by', 'd.supersededAt'])
    .select(['c.verdict', 'c.rating', 'c.comment', 'c.givenAt', 'w.name as answeredBy', 'c.signer'])
    .where('d.serviceId', '=', serviceId)
    .orderBy('d.recordedAt')
    .execute()
  return rows.map((row, at) => ({
    title: row.title,
    resultNo: row.resultNo,
    remedy: row.remedy,
    on: row.deliveredOn,
    recordedAt: row.recordedAt.toISOString(),
    by: row.by,
    superseded: row.supersededAt !== null,
    deliveredAnew: at < rows.length - 1,
    answer:
      row.verdict && row.givenAt
        ? {
            verdict: row.verdict,
            rating: row.rating,
            comment: row.comment ?? '',
            givenAt: row.givenAt.toISOString(),
            by: row.answeredBy ?? row.signer ?? '',
            byLink: row.signer !== null,
          }
        : null,
  }))
}

/** The link that waits for the enterprise's word. */
export async function linkOf(tx: Tx, serviceId: string, now: Date): Promise<ServiceView['link']> {
  const found = await tx
    .selectFrom('confirmationLinks as l')
    .innerJoin('accounts as a', 'a.id', 'l.createdBy')
    .select(['l.createdAt', 'l.expiresAt', 'a.name as by'])
    .where('l.serviceId', '=', serviceId)
    .where('l.usedAt', 'is', null)
    .where('l.expiresAt', '>', now)
    .orderBy('l.createdAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!found) return null
  return { createdAt: found.createdAt.toISOString(), expiresAt: found.expiresAt.toISOString(), by: found.by }
}

export async function paymentsOf(tx: Tx, serviceId: string): Promise<ServiceView['payments']> {
  const rows = await tx
    .selectFrom('payments')
    .select(['state', 'paidOn', sql<number>`provincial_fen + park_fen`.as('amountFen')])
    .where('serviceId', '=', serviceId)
    .orderBy('preparedAt')
    .execute()
  return rows
}

/** Acts on a payment that no event of its service tells: the bank's receipt settles the service, or a part of it. */
const paymentActs = ['payment.prepared', 'payment.approved', 'payment.cancelled']

/** What was done on this service and on its payments, and by whom; the enterprise's answer by link has no account. */
export async function historyOf(tx: Tx, serviceId: string): Promise<ServiceView['history']> {
  const rows = await tx
    .selectFrom('auditEvents as e')
    .leftJoin('accounts as a', 'a.id', 'e.accountId')
    .select(['e.at', 'e.kind', 'a.name as by'])
    .where((any) =>
      any.or([
        any('e.subject', '=', serviceId),
        any.and([
          any('e.kind', 'in', paymentActs),
          any('e.subject', 'in', any.selectFrom('payments as p').select('p.id').where('p.serviceId', '=', serviceId)),
        ]),
      ]),
    )
    .orderBy('e.at')
    .orderBy('e.id')
    .limit(500)
    .execute()
  return rows.map(({ at, kind, by }) => ({ at: at.toISOString(), kind, by }))
}
