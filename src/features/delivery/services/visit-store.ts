import type { Tx } from '../../../platform/database/connect.ts'
import type { Standing } from '../../../policy/records/recorded-before.ts'
import { dayOf } from '../../../shared/dates.ts'

type NewVisit = {
  id: string
  serviceId: string
  visitedOn: string
  place: string
  way: 'on-site' | 'online' | 'phone'
  content: string
  recordedBy: string
  recordedAt: Date
  scope: string
}

export async function insertVisit(tx: Tx, visit: NewVisit): Promise<void> {
  await tx.insertInto('visits').values(visit).execute()
}

/** Visits of a service on that day in that way, to be compared with another. */
export async function visitsOf(
  tx: Tx,
  serviceId: string,
  { visitedOn, way }: Pick<NewVisit, 'visitedOn' | 'way'>,
): Promise<Standing[]> {
  const rows = await tx
    .selectFrom('visits')
    .select(['place', 'content', 'recordedAt'])
    .where('serviceId', '=', serviceId)
    .where('visitedOn', '=', visitedOn)
    .where('way', '=', way)
    .execute()
  return rows.map(({ place, content, recordedAt }) => ({ texts: [place, content], on: dayOf(recordedAt) }))
}

type NewDelivery = {
  id: string
  serviceId: string
  title: string
  resultNo: string
  remedy: string
  deliveredOn: string
  recordedBy: string
  recordedAt: Date
  scope: string
}

export async function insertDelivery(tx: Tx, delivery: NewDelivery): Promise<void> {
  await tx.insertInto('deliverables').values(delivery).execute()
}

/** The delivery that was disputed stays on record, and stands no longer. */
export async function supersedeDelivery(tx: Tx, serviceId: string, at: Date): Promise<void> {
  await tx
    .updateTable('deliverables')
    .set({ supersededAt: at })
    .where('serviceId', '=', serviceId)
    .where('supersededAt', 'is', null)
    .execute()
}
