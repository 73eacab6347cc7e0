import type { Tx } from '../../../platform/database/connect.ts'

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
