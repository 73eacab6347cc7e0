import { command } from '../../../platform/command.ts'
import { holdKey } from '../../../platform/database/hold.ts'
import { notFound } from '../../../platform/errors.ts'
import { editionOf } from '../../../policy/editions/edition.ts'
import { allRefusals } from '../../../policy/guide/refuse.ts'
import * as policy from '../../../policy/oversight/consultations.ts'
import { inScope, type Post } from '../../../policy/people/roles.ts'
import { recordedBefore } from '../../../policy/records/recorded-before.ts'
import { dayOf, isDay } from '../../../shared/dates.ts'
import * as contract from './contract.ts'
import { insertMinutes, minutesOf, unitsById } from './store.ts'

export const recordConsultation = command(
  contract.recordConsultation,
  async ({ body }, { tx, actor, now, newId, record }) => {
    const { batchId, participants, decisions, ...facts } = body
    const batch = await tx
      .selectFrom('batches')
      .select(['edition', 'firstYear'])
      .where('id', '=', batchId)
      .where('standing', '=', false)
      .executeTakeFirst()
    if (!batch) throw notFound({ zh: '批次', en: 'batch' })
    const ids = [...participants, ...decisions].flatMap(({ unitId }) => (unitId ? [unitId] : []))
    const units = await unitsById(tx, [...new Set(ids)])
    const unitOf = (unitId: string | null) => (unitId ? (units.get(unitId) ?? null) : null)
    // A unit that cannot be seen from here is a foreign one; that it exists is not told.
    const hidden = decisions.findIndex(({ unitId }) => unitId !== null && !units.has(unitId))
    if (hidden >= 0) throw notFound({ zh: '责任单位', en: 'responsible unit' })
    if (participants.some(({ unitId }) => unitId !== '' && !units.has(unitId)))
      throw notFound({ zh: '参加单位', en: 'unit taking part' })
    const minutes = {
      heldOn: body.heldOn,
      participants: participants.map(({ unitId, person }) => ({ unit: unitOf(unitId), person })),
      decisions: decisions.map(({ unitId, ...decision }) => ({ ...decision, unit: unitOf(unitId) })),
    }
    const { scope } = actor
    const refusal = policy.recordConsultation(editionOf(batch.edition), batch.firstYear, minutes, {
      scope,
      today: dayOf(now),
    })
    await holdKey(tx, 'consultation', actor.unitId, batchId)
    const standing = isDay(body.heldOn) ? await minutesOf(tx, { unitId: actor.unitId, batchId, ...facts }) : []
    const no = allRefusals(refusal, recordedBefore('consultation', [facts.topic, facts.place], standing))
    if (no) throw no
    const consultationId = newId()
    await insertMinutes(tx, {
      consultation: {
        id: consultationId,
        batchId,
        unitId: actor.unitId,
        ...facts,
        recordedBy: actor.accountId,
        recordedAt: now,
        scope,
      },
      units: [...units.values()]
        .filter((unit) => inScope(scope, unit.scope))
        .map((unit) => ({ consultationId, unitId: unit.id, scope: unit.scope })),
      participants: minutes.participants.map(({ unit, person }, at) => ({
        consultationId,
        position: at + 1,
        unitId: unit?.id ?? '',
        unitName: unit?.name ?? '',
        person,
        scope,
      })),
      decisions: minutes.decisions.map(({ unit, what, post, dueOn }, at) => ({
        id: newId(),
        consultationId,
        no: at + 1,
        what,
        unitId: unit?.id ?? '',
        unitName: unit?.name ?? '',
        post: post as Post,
        dueOn,
        state: 'open',
        scope,
        unitScope: unit?.scope ?? '',
      })),
    })
    // Who was there is in the minutes; the audit trail needs no names.
    record('consultation.recorded', {
      subject: consultationId,
      scope,
      after: { batchId, ...facts, participants: participants.length, decisions },
    })
    return { consultationId }
  },
)
