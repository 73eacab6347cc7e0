import type { Tx } from '../../../platform/database/connect.ts'
import type { Standing } from '../../../policy/records/recorded-before.ts'
import type { ServiceKind } from '../../../policy/records/service-kinds.ts'
import { dayOf } from '../../../shared/dates.ts'

export type ActivityRecord = {
  id: string
  pilotId: string
  kind: ServiceKind
  heldOn: string
  countedOn: string | null
  scope: string
}

type NewActivity = Omit<ActivityRecord, 'countedOn'> & {
  title: string
  place: string
  recordedBy: string
  recordedAt: Date
}

export async function insertActivity(tx: Tx, { kind, ...activity }: NewActivity): Promise<void> {
  await tx
    .insertInto('activities')
    .values({ ...activity, serviceKind: kind })
    .execute()
}

/** Activities of this kind that the pilot held on that day, to be compared with another. */
export async function activitiesOf(
  tx: Tx,
  pilotId: string,
  { kind, heldOn }: Pick<ActivityRecord, 'kind' | 'heldOn'>,
): Promise<Standing[]> {
  const rows = await tx
    .selectFrom('activities')
    .select(['title', 'place', 'recordedAt'])
    .where('pilotId', '=', pilotId)
    .where('serviceKind', '=', kind)
    .where('heldOn', '=', heldOn)
    .execute()
  return rows.map(({ title, place, recordedAt }) => ({ texts: [title, place], on: dayOf(recordedAt) }))
}

type NewAttendance = { activityId: string; unitId: string; people: number; scope: string }

export async function insertAttendances(tx: Tx, attendances: readonly NewAttendance[]): Promise<void> {
  await tx
    .insertInto('attendances')
    .values([...attendances])
    .execute()
}

/** Whoever changes an activity waits here for whoever came before; null when it is not inside the reader's scope. */
export async function lockActivity(tx: Tx, id: string): Promise<ActivityRecord | null> {
  const found = await tx
    .selectFrom('activities')
    .select(['id', 'pilotId', 'serviceKind as kind', 'heldOn', 'countedOn', 'scope'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return (found as ActivityRecord | undefined) ?? null
}

export async function saveCountedOn(tx: Tx, id: string, countedOn: string | null): Promise<void> {
  await tx.updateTable('activities').set({ countedOn }).where('id', '=', id).execute()
}
