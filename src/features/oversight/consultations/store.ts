import type { Insertable } from 'kysely'
import type { Tx } from '../../../platform/database/connect.ts'
import type {
  ConsultationDecisions,
  ConsultationParticipants,
  Consultations,
  ConsultationUnits,
} from '../../../platform/database/types.ts'
import { notFound } from '../../../platform/errors.ts'
import type { Decision, DecisionState, MinutedUnit } from '../../../policy/oversight/consultations.ts'
import type { Standing } from '../../../policy/records/recorded-before.ts'
import { dayOf } from '../../../shared/dates.ts'

export type NewMinutes = {
  readonly consultation: Insertable<Consultations>
  readonly units: readonly Insertable<ConsultationUnits>[]
  readonly participants: readonly Insertable<ConsultationParticipants>[]
  readonly decisions: readonly Insertable<ConsultationDecisions>[]
}

export async function insertMinutes(tx: Tx, minutes: NewMinutes): Promise<void> {
  const { consultation, units, participants, decisions } = minutes
  await tx.insertInto('consultations').values(consultation).execute()
  if (units.length > 0)
    await tx
      .insertInto('consultationUnits')
      .values([...units])
      .execute()
  await tx
    .insertInto('consultationParticipants')
    .values([...participants])
    .execute()
  if (decisions.length > 0)
    await tx
      .insertInto('consultationDecisions')
      .values([...decisions])
      .execute()
}

/** What a unit recorded of that day and way in a batch, to be compared with another. */
export async function minutesOf(
  tx: Tx,
  { unitId, batchId, heldOn, way }: Pick<Insertable<Consultations>, 'unitId' | 'batchId' | 'heldOn' | 'way'>,
): Promise<Standing[]> {
  const rows = await tx
    .selectFrom('consultations')
    .select(['topic', 'place', 'recordedAt'])
    .where('unitId', '=', unitId)
    .where('batchId', '=', batchId)
    .where('heldOn', '=', heldOn)
    .where('way', '=', way)
    .execute()
  return rows.map(({ topic, place, recordedAt }) => ({ texts: [topic, place], on: dayOf(recordedAt) }))
}

/** Units the actor can see, by id. */
export async function unitsById(tx: Tx, ids: readonly string[]): Promise<Map<string, MinutedUnit>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('units')
    .select(['id', 'name', 'kind', 'scope'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

export type LockedDecision = Decision & {
  readonly id: string
  readonly consultationId: string
  readonly no: number
  readonly scope: string
}

/** Locked until the transaction ends. @throws HttpError 404 outside the reader's scope. */
export async function lockDecision(tx: Tx, decisionId: string): Promise<LockedDecision> {
  const found = await tx
    .selectFrom('consultationDecisions as d')
    .innerJoin('consultations as c', 'c.id', 'd.consultationId')
    .select(['d.id', 'd.consultationId', 'd.no', 'd.state', 'd.unitId', 'd.unitName', 'd.post', 'd.scope'])
    .select('c.unitId as recorderId')
    .where('d.id', '=', decisionId)
    .forUpdate('d')
    .executeTakeFirst()
  if (!found) throw notFound({ zh: '议定事项', en: 'decision' })
  return found
}

export async function saveClosed(
  tx: Tx,
  decisionId: string,
  closed: { state: DecisionState; note: string; closedBy: string; closedAt: Date },
): Promise<void> {
  await tx.updateTable('consultationDecisions').set(closed).where('id', '=', decisionId).execute()
}
