import { sql } from 'kysely'
import { builtOnce } from '../../../platform/database/built-once.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import type { Service } from '../../../policy/services/service.ts'
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

// What hangs on a service comes with it, in one journey: every act reads it twice.
const visits = sql<{ id: string; on: Day; place: string; content: string; by: string }[]>`coalesce((
  select jsonb_agg(jsonb_build_object('id', id, 'on', visited_on, 'place', place, 'content', content, 'by', recorded_by)
           order by visited_on, id)
    from visits where service_id = s.id), '[]')`
const invoices = sql<Omit<Service['invoices'][number], 'code' | 'digitalNumber'>[]>`coalesce((
  select jsonb_agg(jsonb_build_object('number', number, 'sellerUscc', seller_uscc, 'sellerName', seller_name, 'buyerUscc', buyer_uscc,
           'issuedOn', issued_on, 'sumFen', total_fen) order by recorded_at)
    from invoices where service_id = s.id and standing = 'stands'), '[]')`
/** What the enterprise said against the last delivery that stands no longer; null when it never disputed one. */
const lastDispute = sql<{ comment: string; givenAt: string } | null>`(
  select jsonb_build_object('comment', c.comment, 'givenAt', c.given_at)
    from confirmations c join deliverables x on x.id = c.deliverable_id
   where c.service_id = s.id and c.verdict = 'disputed' and x.superseded_at is not null
   order by c.given_at desc limit 1)`

const whole = builtOnce((tx, { id }: { readonly id: string }) =>
  tx
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
    .select([visits.as('visits'), invoices.as('invoices'), lastDispute.as('lastDispute')])
    .where('s.id', '=', id),
)

/** The service with everything that hangs on it; null when it is not inside the reader's scope. */
export async function load(tx: Tx, id: string): Promise<StoredService | null> {
  const [row] = await whole(tx, { id })
  if (!row) return null
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
    visits: row.visits,
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
    lastDispute: row.lastDispute && { comment: row.lastDispute.comment, on: dayOf(new Date(row.lastDispute.givenAt)) },
    invoices: row.invoices.map((one) => ({ code: '', digitalNumber: '', ...one })),
    cancelReason: row.cancelReason,
  }
  const { no, pilotId, scope, countedOn, deliverableId } = row
  return { no, pilotId, scope, countedOn, deliverableId, service }
}

export async function saveState(tx: Tx, { id, state, cancelReason }: Service, now: Date): Promise<void> {
  await tx.updateTable('services').set({ state, cancelReason, updatedAt: now }).where('id', '=', id).execute()
}

export async function saveCountedOn(tx: Tx, id: string, countedOn: Day | null): Promise<void> {
  await tx.updateTable('services').set({ countedOn }).where('id', '=', id).execute()
}
