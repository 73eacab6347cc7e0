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
  revision: number
  withdrawn: boolean
  scope: string
}

type NewActivity = Omit<ActivityRecord, 'countedOn' | 'revision' | 'withdrawn'> & {
  title: string
  place: string
  recordedBy: string
  recordedAt: Date
}

export async function insertActivity(tx: Tx, { kind, ...activity }: NewActivity): Promise<void> {
  await tx
    .insertInto('activities')
    .values({ ...activity, serviceKind: kind, writtenBy: activity.recordedBy, writtenAt: activity.recordedAt })
    .execute()
}

/** Activities of this kind that the pilot held on that day, to be compared with another: `id`, left out itself. */
export async function activitiesOf(
  tx: Tx,
  pilotId: string,
  { id, kind, heldOn }: Pick<ActivityRecord, 'kind' | 'heldOn'> & { readonly id: string | null },
): Promise<Standing[]> {
  const rows = await tx
    .selectFrom('activities')
    .select(['title', 'place', 'recordedAt'])
    .where('pilotId', '=', pilotId)
    .where('serviceKind', '=', kind)
    .where('heldOn', '=', heldOn)
    .where('withdrawn', '=', false)
    .where((any) => any('id', 'is distinct from', id))
    .execute()
  return rows.map(({ title, place, recordedAt }) => ({ texts: [title, place], on: dayOf(recordedAt) }))
}

type NewAttendance = { activityId: string; revision: number; unitId: string; people: number; scope: string }

export async function insertAttendances(tx: Tx, attendances: readonly NewAttendance[]): Promise<void> {
  await tx
    .insertInto('attendances')
    .values([...attendances])
    .execute()
}

/** An activity with what was said of it, and who recorded it first. */
export type HeldActivity = ActivityRecord & { title: string; place: string; recordedBy: string }

/** Whoever changes an activity waits here for whoever came before; null when it is not inside the reader's scope. */
export async function lockActivity(tx: Tx, id: string): Promise<HeldActivity | null> {
  const found = await tx
    .selectFrom('activities')
    .select(['id', 'pilotId', 'serviceKind as kind', 'heldOn', 'countedOn', 'revision', 'withdrawn', 'scope'])
    .select(['title', 'place', 'recordedBy'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return (found as HeldActivity | undefined) ?? null
}

export async function saveCountedOn(tx: Tx, id: string, countedOn: string | null): Promise<void> {
  await tx.updateTable('activities').set({ countedOn }).where('id', '=', id).execute()
}

/** Who took part in what stands, with how many people, by code. */
export function attendeesOf(tx: Tx, { id, revision }: Pick<ActivityRecord, 'id' | 'revision'>) {
  return tx
    .selectFrom('attendances as t')
    .innerJoin('units as u', 'u.id', 't.unitId')
    .select(['u.uscc', 'u.name', 't.people'])
    .where('t.activityId', '=', id)
    .where('t.revision', '=', revision)
    .orderBy('u.uscc')
    .execute()
}

type Written = { readonly reason: string; readonly by: string; readonly at: Date }
type Changed = { title: string; heldOn: string; place: string } | { withdrawn: true; countedOn: null }

/** The next revision; the database keeps the former one. */
export async function saveRevision(
  tx: Tx,
  { id, revision }: Pick<ActivityRecord, 'id' | 'revision'>,
  changed: Changed,
  { reason, by, at }: Written,
): Promise<void> {
  const next = { revision: revision + 1, correctionReason: reason, writtenBy: by, writtenAt: at }
  await tx
    .updateTable('activities')
    .set({ ...changed, ...next })
    .where('id', '=', id)
    .execute()
}
