import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/connect.ts'
import { type Day, dayOf } from '../../../shared/dates.ts'
import { parkPhone } from '../../programme/liaison/public.ts'
import type { LinkedService } from './confirmation-contract.ts'

/** What the enterprise is asked about; null when nothing waits for its word any more. */
export async function linkedService(
  tx: Tx,
  serviceId: string,
  today: Day,
): Promise<Omit<LinkedService, 'expiresAt' | 'asksCode'> | null> {
  const found = await tx
    .selectFrom('services as s')
    .innerJoin('pilotEnterprises as e', 'e.id', 's.enterpriseId')
    .innerJoin('pilots as p', 'p.id', 's.pilotId')
    .innerJoin('units as u', 'u.id', 'p.parkId')
    .innerJoin('contracts as k', 'k.serviceId', 's.id')
    .innerJoin('partnerAgencies as a', 'a.id', 'k.agencyId')
    .innerJoin('products as g', 'g.id', 'k.productId')
    .innerJoin('deliverables as d', (join) => join.onRef('d.serviceId', '=', 's.id').on('d.supersededAt', 'is', null))
    .select(['s.no', 'e.name as enterpriseName', 'u.name as parkName', 'a.name as agencyName', 'g.name as productName'])
    .select([
      sql<LinkedService['kind']>`s.service_kind`.as('kind'),
      'd.title',
      'd.resultNo',
      'd.deliveredOn',
      'd.remedy',
      'k.enterpriseFen',
    ])
    .select(['p.batchId', 'p.countyId', 'p.parkId'])
    .where('s.id', '=', serviceId)
    .where('s.state', '=', 'delivered')
    .executeTakeFirst()
  if (!found) return null
  const visits = await tx
    .selectFrom('visits')
    .select(['visitedOn as on', 'place', 'content'])
    .where('serviceId', '=', serviceId)
    .orderBy('visitedOn')
    .execute()
  const photos = await photosOf(tx, serviceId).limit(12).execute()
  const { remedy, batchId, countyId, parkId, ...rest } = found
  return {
    ...rest,
    parkPhone: await parkPhone(tx, { batchId, countyId, parkId }, today),
    dispute: await disputeBefore(tx, serviceId, remedy),
    visits,
    photos: photos.map(({ evidenceId, name, capturedAt }) => ({
      evidenceId,
      name,
      capturedAt: capturedAt?.toISOString() ?? null,
    })),
  }
}

/** What was said against the delivery before this one, with what was put right since. */
async function disputeBefore(tx: Tx, serviceId: string, remedy: string): Promise<LinkedService['dispute']> {
  const before = await tx
    .selectFrom('confirmations as c')
    .innerJoin('deliverables as d', 'd.id', 'c.deliverableId')
    .select(['c.comment', 'c.givenAt', 'd.title'])
    .where('c.serviceId', '=', serviceId)
    .where('c.verdict', '=', 'disputed')
    .orderBy('c.givenAt', 'desc')
    .executeTakeFirst()
  return before ? { comment: before.comment, on: dayOf(before.givenAt), title: before.title, remedy } : null
}

function photosOf(tx: Tx, serviceId: string) {
  return tx
    .selectFrom('evidence as v')
    .innerJoin('files as f', 'f.id', 'v.fileId')
    .select(['v.id as evidenceId', 'f.name', 'f.hash', 'f.capturedAt'])
    .where('v.serviceId', '=', serviceId)
    .where('f.mediaType', 'like', 'image/%')
    .orderBy('v.boundAt')
    .orderBy('v.id')
}

/** A picture that proves this very service. */
export function photoOf(tx: Tx, serviceId: string, evidenceId: string) {
  return photosOf(tx, serviceId).where('v.id', '=', evidenceId).executeTakeFirst()
}
