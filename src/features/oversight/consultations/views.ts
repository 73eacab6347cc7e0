import { sql } from 'kysely'
import type { z } from 'zod'
import type { Actor } from '../../../platform/command.ts'
import { day, int, text, uuid, wordsOf } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import {
  byBatch,
  byName,
  byPlace,
  newestBatchFirst,
  type Ordinals,
  orderOf,
} from '../../../platform/database/ordered.ts'
import { statement } from '../../../platform/database/statement.ts'
import { notFound } from '../../../platform/errors.ts'
import { anyReason } from '../../../policy/guide/reasons.ts'
import type { Decision } from '../../../policy/oversight/consultations.ts'
import * as policy from '../../../policy/oversight/consultations.ts'
import { abilityOf } from '../../../policy/people/ability.ts'
import { inScope, isPost, type Post, posts } from '../../../policy/people/roles.ts'
import { type Day, dayOf } from '../../../shared/dates.ts'
import type { ConsultationView, DecisionView, listConsultations } from './contract.ts'

type Search = z.output<typeof listConsultations.search>
const ordinals: Ordinals<Search> = {
  topic: byName('c.topic'),
  heldOn: sql`c.held_on`,
  way: sql`c.way`,
  unitName: byPlace('u'),
  participants: sql`(select count(*) from consultation_participants p where p.consultation_id = c.id)`,
  state: sql`count(d.id) filter (where d.state = 'open')`,
  batchName: byBatch,
}

const minutesSeen = statement(
  {
    consultationId: uuid,
    batchName: text,
    unitName: text,
    heldOn: day,
    way: wordsOf('consultations.way'),
    topic: text,
    participants: int,
    decisions: int,
    open: int,
    late: int,
    total: int,
  },
  ({ today, asked: { batchId: batch, show, sort, page, pageSize } }: { today: Day; asked: Search }) => sql`
    select c.id as "consultationId", b.name as "batchName", u.name as "unitName", c.held_on as "heldOn", c.way, c.topic,
           (select count(*)::int from consultation_participants p where p.consultation_id = c.id) as participants,
           count(d.id)::int as decisions, count(d.id) filter (where d.state = 'open')::int as open,
           count(d.id) filter (where d.state = 'open' and d.due_on < ${today}::date)::int as late,
           (count(*) over ())::int as total
      from consultations c
      join batches b on b.id = c.batch_id
      join units u on u.id = c.unit_id
      left join consultation_decisions d on d.consultation_id = c.id
     where ${batch ?? null}::uuid is null or c.batch_id = ${batch ?? null}::uuid
     group by c.id, b.id, u.id
    having ${show === undefined} or count(d.id) filter (where d.state = 'open' and (${show !== 'late'} or d.due_on < ${today}::date)) > 0
     order by ${orderOf(ordinals, sort, sql`c.held_on desc, c.id desc`)}
     limit ${pageSize} offset ${(page - 1) * pageSize}`,
  [
    { today: '', asked: { page: 1, pageSize: 50 } },
    { today: '', asked: { page: 1, pageSize: 50, sort: '-batchName' } },
  ],
)

/** Minutes the reader recorded, takes part in or is responsible under; newest first unless asked otherwise. */
export async function listConsultationsView(tx: Tx, asked: Search, actor: Actor, now: Date) {
  const today = dayOf(now)
  const found = await minutesSeen(tx, { today, asked })
  const consultations = found.map(({ total: _, ...row }) => row)
  return {
    today,
    consultations,
    total: found[0]?.total ?? 0,
    actions: [abilityOf(actor, 'record', 'consultation.record', null)],
  }
}

const unitsNamed = statement(
  { unitId: uuid, name: text, kind: wordsOf('units.kind'), scope: text },
  ({ unitId, batchId }: { unitId: string; batchId: string | null }) => sql`
    select u.id as "unitId", u.name, u.kind, u.scope from units u
     where u.id = ${unitId} or u.kind = 'province'
        or u.id in (select county_id from pilots where batch_id = ${batchId}::uuid)
        or u.id in (select park_id from pilots where batch_id = ${batchId}::uuid)
     order by u.scope`,
)

/** What minutes can name from where the reader sits: the units above, its own, the counties and parks with pilots below. */
export async function choicesView(tx: Tx, batchId: string | undefined, actor: Actor) {
  const batches = await tx
    .selectFrom('batches as b')
    .select(['b.id as batchId', 'b.name'])
    .where('b.standing', '=', false)
    .where((eb) => eb.exists(eb.selectFrom('pilots as p').select('p.id').whereRef('p.batchId', '=', 'b.id')))
    .orderBy(newestBatchFirst)
    .execute()
  const chosen = batchId ?? batches[0]?.batchId ?? null
  const found = await unitsNamed(tx, { unitId: actor.unitId, batchId: chosen })
  const units = found.map(({ unitId, name, kind, scope }) => ({
    unitId,
    name,
    posts: inScope(actor.scope, scope)
      ? policy.postsOfUnit(kind).map((post) => ({ post, name: { zh: posts[post].zh, en: posts[post].en } }))
      : [],
  }))
  return { batches, units }
}

export async function showConsultationView(tx: Tx, id: string, actor: Actor, now: Date): Promise<ConsultationView> {
  const found = await tx
    .selectFrom('consultations as c')
    .innerJoin('batches as b', 'b.id', 'c.batchId')
    .innerJoin('units as u', 'u.id', 'c.unitId')
    .innerJoin('accounts as a', 'a.id', 'c.recordedBy')
    .select(['c.heldOn', 'c.way', 'c.place', 'c.topic', 'c.matters', 'c.recordedAt', 'c.unitId'])
    .select(['b.name as batchName', 'u.name as unitName', 'a.name as recordedByName'])
    .where('c.id', '=', id)
    .executeTakeFirst()
  if (!found) throw notFound({ zh: '会商纪要', en: 'consultation' })
  const { unitId: recorderId, recordedAt, way, ...minutes } = found
  const amending = policy.amendConsultation({ recorderId }, { unitId: actor.unitId, amendment: anyReason })
  return {
    consultationId: id,
    today: dayOf(now),
    ...minutes,
    way,
    recordedAt: recordedAt.toISOString(),
    participants: await participantsOf(tx, id),
    decisions: await decisionsOf(tx, id, recorderId, actor),
    amendments: await amendmentsOf(tx, id),
    actions: [abilityOf(actor, 'amend', 'consultation.record', amending)],
  }
}

async function participantsOf(tx: Tx, id: string): Promise<ConsultationView['participants']> {
  return tx
    .selectFrom('consultationParticipants')
    .select(['unitName', 'person'])
    .where('consultationId', '=', id)
    .orderBy('position')
    .execute()
}

async function decisionsOf(tx: Tx, id: string, recorderId: string, actor: Actor): Promise<DecisionView[]> {
  const rows = await tx
    .selectFrom('consultationDecisions as d')
    .leftJoin('accounts as a', 'a.id', 'd.closedBy')
    .select([
      'd.id as decisionId',
      'd.no',
      'd.what',
      'd.unitId',
      'd.unitName',
      'd.post',
      'd.dueOn',
      'd.state',
      'd.note',
    ])
    .select(['a.name as closedByName', 'd.closedAt'])
    .where('d.consultationId', '=', id)
    .orderBy('d.no')
    .execute()
  return rows.map(({ unitId, post, state, closedAt, ...row }) => {
    const decision: Decision = {
      state,
      unitId,
      unitName: row.unitName,
      post,
      recorderId,
    }
    const given = { unitId: actor.unitId, post: actor.post, note: anyReason }
    return {
      ...row,
      post: isPost(post) ? { zh: posts[post].zh, en: posts[post].en } : { zh: post, en: post },
      state: decision.state,
      closedAt: closedAt?.toISOString() ?? null,
      lateDays: policy.doneLateDays({ state, dueOn: row.dueOn, closedAt }),
      actions: [
        abilityOf(actor, 'complete', 'consultation.answer', policy.closeDecision(decision, 'complete', given)),
        abilityOf(actor, 'cancel', 'consultation.record', policy.closeDecision(decision, 'cancel', given)),
      ],
    }
  })
}

async function amendmentsOf(tx: Tx, id: string): Promise<ConsultationView['amendments']> {
  const rows = await tx
    .selectFrom('consultationAmendments as m')
    .innerJoin('accounts as a', 'a.id', 'm.recordedBy')
    .select(['m.amendment', 'a.name as byName', 'm.recordedAt'])
    .where('m.consultationId', '=', id)
    .orderBy('m.recordedAt')
    .orderBy('m.id')
    .execute()
  return rows.map(({ recordedAt, ...row }) => ({ ...row, at: recordedAt.toISOString() }))
}

/** Open decisions that a unit inside this scope has to carry out, the most urgent first. */
export async function openDecisions(
  tx: Tx,
  scope: string,
): Promise<
  {
    consultationId: string
    topic: string
    what: string
    no: number
    unitName: string
    batchName: string
    post: Post
    dueOn: Day
    since: Date
  }[]
> {
  const rows = await tx
    .selectFrom('consultationDecisions as d')
    .innerJoin('consultations as c', 'c.id', 'd.consultationId')
    .innerJoin('batches as b', 'b.id', 'c.batchId')
    .select([
      'd.consultationId',
      'b.name as batchName',
      'c.topic',
      'd.what',
      'd.no',
      'd.unitName',
      'd.post',
      'd.dueOn',
      'c.recordedAt as since',
    ])
    .where('d.state', '=', 'open')
    .where(sql<boolean>`starts_with(d.unit_scope, ${scope})`)
    .orderBy('d.dueOn')
    .execute()
  return rows
}
