import type { Tx } from '../../../platform/database/connect.ts'
import type { Dispute, Service } from '../../../policy/services/service.ts'
import { type Day, dayOf } from '../../../shared/dates.ts'

/** A service as its rules see it, with what its rows need besides. */
export type StoredService = {
  readonly no: string
  readonly pilotId: string
  readonly scope: string
  readonly countedOn: Day | null
  /** The delivery that stands, if there is one. */
  readonly deliverableId: string | null
  readonly service: Service
}

/** Whoever changes a service waits here for whoever came before. */
export async function lock(tx: Tx, id: string): Promise<void> {
  await tx.selectFrom('services').select('id').where('id', '=', id).forUpdate().execute()
}

/** The service with everything that hangs on it; null when it is not inside the reader's scope. */
export async function load(tx: Tx, id: string): Promise<StoredService | null> {
  const row = await tx
    .selectFrom('services as s')
    .leftJoin('serviceSelections as c', 'c.serviceId', 's.id')
    .leftJoin('products as p', 'p.id', 'c.productId')
    .leftJoin('partnerAgencies as a', 'a.id', 'p.agencyId')
    .leftJoin('contracts as k', 'k.serviceId', 's.id')
    .leftJoin('deliverables as d', (join) => join.onRef('d.serviceId', '=', 's.id').on('d.supersededAt', 'is', null))
    .leftJoin('confirmations as w', 'w.deliverableId', 'd.id')
    .select(['s.no', 's.pilotId', 's.scope', 's.countedOn', 's.id', 's.serviceKind', 's.enterpriseId', 's.state'])
    .select(['s.diagnosisId', 's.need', 's.openedOn', 's.openedBy', 's.cancelReason'])
    .select([
      'c.productId',
      'a.uscc as agencyUscc',
      'c.candidates',
      'c.reason',
      'c.fewReason',
      'c.selectedOn',
      'c.selectedBy',
    ])
    .select([
      'k.contractNo',
      'k.signedOn',
      'k.priceFen',
      'k.provincialFen',
      'k.parkFen',
      'k.enterpriseFen',
      'k.lineId',
      'k.fileId',
    ])
    .select(['d.id as deliverableId', 'd.deliveredOn', 'd.title', 'd.remedy', 'd.recordedBy as deliveredBy'])
    .select(['w.verdict', 'w.rating', 'w.comment', 'w.givenAt', 'w.accountId as answeredBy'])
    .where('s.id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const visits = await tx
    .selectFrom('visits')
    .select(['id', 'visitedOn as on', 'place', 'content', 'recordedBy as by'])
    .where('serviceId', '=', id)
    .orderBy('visitedOn')
    .orderBy('id')
    .execute()
  const invoices = await tx
    .selectFrom('invoices')
    .selectAll()
    .where('serviceId', '=', id)
    .where('standing', '=', 'stands')
    .orderBy('recordedAt')
    .execute()
  const service: Service = {
    id: row.id,
    kind: row.serviceKind,
    enterpriseId: row.enterpriseId,
    state: row.state,
    diagnosisId: row.diagnosisId,
    need: row.need,
    openedOn: row.openedOn,
    openedBy: row.openedBy,
    selection: row.productId
      ? {
          productId: row.productId,
          agencyUscc: row.agencyUscc ?? '',
          candidates: row.candidates ?? [],
          reason: row.reason ?? '',
          fewReason: row.fewReason ?? '',
          on: row.selectedOn ?? '',
          by: row.selectedBy ?? '',
        }
      : null,
    contract: row.contractNo
      ? {
          number: row.contractNo,
          signedOn: row.signedOn ?? '',
          priceFen: row.priceFen ?? 0,
          provincialFen: row.provincialFen ?? 0,
          parkFen: row.parkFen ?? 0,
          enterpriseFen: row.enterpriseFen ?? 0,
          fundLineId: row.lineId,
          fileId: row.fileId ?? '',
        }
      : null,
    visits,
    delivery: row.deliveredOn
      ? { on: row.deliveredOn, summary: row.title ?? '', remedy: row.remedy ?? '', by: row.deliveredBy ?? '' }
      : null,
    confirmation:
      row.verdict && row.givenAt
        ? {
            verdict: row.verdict === 'confirmed' ? 'confirm' : 'dispute',
            rating: row.rating,
            comment: row.comment ?? '',
            on: dayOf(row.givenAt),
            by: row.answeredBy ?? 'link',
          }
        : null,
    lastDispute: await lastDisputeOf(tx, id),
    invoices: invoices.map((one) => ({
      code: '',
      number: one.number,
      digitalNumber: '',
      sellerUscc: one.sellerUscc,
      sellerName: one.sellerName,
      buyerUscc: one.buyerUscc,
      issuedOn: one.issuedOn,
      sumFen: one.totalFen,
    })),
    cancelReason: row.cancelReason,
  }
  const { no, pilotId, scope, countedOn, deliverableId } = row
  return { no, pilotId, scope, countedOn, deliverableId, service }
}

/** What the enterprise said against the last delivery that stands no longer; null when it never disputed one. */
async function lastDisputeOf(tx: Tx, serviceId: string): Promise<Dispute | null> {
  const found = await tx
    .selectFrom('confirmations as c')
    .innerJoin('deliverables as d', 'd.id', 'c.deliverableId')
    .select(['c.comment', 'c.givenAt'])
    .where('c.serviceId', '=', serviceId)
    .where('c.verdict', '=', 'disputed')
    .where('d.supersededAt', 'is not', null)
    .orderBy('c.givenAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found ? { comment: found.comment, on: dayOf(found.givenAt) } : null
}

export async function saveState(tx: Tx, { id, state, cancelReason }: Service, now: Date): Promise<void> {
  await tx.updateTable('services').set({ state, cancelReason, updatedAt: now }).where('id', '=', id).execute()
}

export async function saveCountedOn(tx: Tx, id: string, countedOn: Day | null): Promise<void> {
  await tx.updateTable('services').set({ countedOn }).where('id', '=', id).execute()
}
