import { sql } from 'kysely'
import type { z } from 'zod'
import type { Actor } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { type Key, type KeyColumns, keysOf } from '../../../platform/database/keys.ts'
import { byName } from '../../../platform/database/ordered.ts'
import { notFound } from '../../../platform/errors.ts'
import { turnSorted } from '../../../platform/sorted-pages.ts'
import { batchPeriod } from '../../../policy/editions/edition.ts'
import { refuse } from '../../../policy/guide/refuse.ts'
import { abilityOf } from '../../../policy/people/ability.ts'
import { isPost, permits } from '../../../policy/people/roles.ts'
import type { ServiceKind } from '../../../policy/records/service-kinds.ts'
import { activityCounts, activityProofs, mayCorrectActivity } from '../../../policy/services/activity.ts'
import { countFiles } from '../../../policy/services/service-counts.ts'
import { byName as namesInOrder } from '../../../shared/clean.ts'
import { requirePilot } from '../../programme/pilots/public.ts'
import { findingsOf, papersOf } from '../evidence/public.ts'
import { answersOf } from './answer-store.ts'
import type * as contract from './contract.ts'
import type { ActivityRow, ActivityView } from './contract.ts'
import { correctingOf, mayAnswer } from './correcting.ts'
import { attendeesOf } from './store.ts'

function activityRows(tx: Tx) {
  return tx
    .selectFrom('activities as a')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('attendances as t')
          .whereRef('t.activityId', '=', 'a.id')
          .whereRef('t.revision', '=', 'a.revision')
          .select([
            sql<number>`count(*)::int`.as('enterprises'),
            sql<number>`coalesce(sum(t.people), 0)::int`.as('people'),
          ])
          .as('came'),
      (join) => join.onTrue(),
    )
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('evidence as e')
          .whereRef('e.activityId', '=', 'a.id')
          .select(sql<number>`count(*)::int`.as('proofs'))
          .as('papers'),
      (join) => join.onTrue(),
    )
    .select([
      'a.id as activityId',
      sql<ActivityRow['kind']>`a.service_kind`.as('kind'),
      'a.title',
      'a.heldOn',
      'a.place',
    ])
    .select([
      sql<number>`came.enterprises`.as('enterprises'),
      sql<number>`came.people`.as('people'),
      sql<number>`papers.proofs`.as('proofs'),
      'a.countedOn',
      'a.withdrawn',
    ])
}

type Search = z.output<typeof contract.listActivities.search>
const columns: KeyColumns<Search> = {
  title: { by: byName('a.title'), is: 'text' },
  kind: { by: sql`a.service_kind`, is: 'text' },
  heldOn: { by: sql`a.held_on`, is: 'date' },
  place: { by: byName('a.place'), is: 'text' },
  enterprises: { by: sql`came.enterprises`, is: 'bigint' },
  people: { by: sql`came.people`, is: 'bigint' },
  proofs: { by: sql`papers.proofs`, is: 'bigint' },
  countedOn: { by: sql`a.counted_on`, is: 'date' },
}

/** Newest first. */
const own: readonly Key[] = [
  { by: sql`a.held_on`, is: 'date', falling: true },
  { by: sql`a.id`, is: 'uuid', falling: true },
]

/** A pilot's activities. */
export async function listActivities(tx: Tx, pilotId: string, { kind, counted, ...turning }: Search) {
  const cut = activityRows(tx)
    .where('a.pilotId', '=', pilotId)
    .$if(kind !== undefined, (select) => select.where('a.serviceKind', '=', kind as ServiceKind))
    .$if(counted !== undefined, (select) => select.where('a.countedOn', counted === 'yes' ? 'is not' : 'is', null))
  const count = tx
    .selectFrom('activities as a')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .where('a.pilotId', '=', pilotId)
    .$if(kind !== undefined, (select) => select.where('a.serviceKind', '=', kind as ServiceKind))
    .$if(counted !== undefined, (select) => select.where('a.countedOn', counted === 'yes' ? 'is not' : 'is', null))
  const { rows, total, placed } = await turnSorted(turning, keysOf(columns, turning.sort, own), {
    count: async () => (await count.executeTakeFirstOrThrow()).total,
    read: ({ where, order, place, limit, offset }) =>
      cut.select(place.as('rowPlace')).where(where).orderBy(order).limit(limit).offset(offset).execute(),
  })
  return { activities: rows.map(({ rowPlace: _, ...row }) => row), total, placed }
}

/** The enterprises of a park that anybody has named so far. */
export async function knownEnterprises(tx: Tx, parkId: string): Promise<{ uscc: string; name: string }[]> {
  const rows = await tx
    .selectFrom('units')
    .select(['uscc', 'name'])
    .where('parentId', '=', parkId)
    .where('kind', '=', 'enterprise')
    .where('uscc', 'is not', null)
    .where('validTo', 'is', null)
    .orderBy('name')
    .limit(2000)
    .execute()
  return namesInOrder(rows.map(({ uscc, name }) => ({ uscc: uscc ?? '', name })))
}

export async function activityView(tx: Tx, id: string, actor: Actor): Promise<ActivityView> {
  const found = await activityRows(tx)
    .innerJoin('accounts as c', 'c.id', 'a.recordedBy')
    .innerJoin('accounts as w', 'w.id', 'a.writtenBy')
    .select(['a.pilotId', 'c.name as recordedBy', 'a.recordedAt', 'a.recordedBy as recorderId', 'a.revision'])
    .select(['w.name as writtenBy', 'a.writtenAt', 'a.correctionReason'])
    .where('a.id', '=', id)
    .executeTakeFirst()
  if (!found) throw notFound({ zh: '活动', en: 'activity' })
  const { parkName, edition, firstYear } = await requirePilot(tx, found.pilotId)
  const attendees = await attendeesOf(tx, { id, revision: found.revision })
  const { shown: evidence, countable: papers } = await papersOf(tx, { activityId: id })
  const given = { kind: found.kind, on: found.heldOn }
  const { missing } = activityCounts(given, papers, batchPeriod(edition, firstYear), edition)
  const { recorderId, ...shown } = found
  const no = mayCorrectActivity(correctingOf({ recordedBy: recorderId, withdrawn: found.withdrawn }, actor))
  const answers = await answersOf(tx, id)
  const mayFind = isPost(actor.post) && permits(actor.post, 'finding.view')
  const withdrawn = found.withdrawn ? refuse('services.activity-withdrawn', 'G1.2') : null
  return {
    ...shown,
    recordedAt: found.recordedAt.toISOString(),
    writtenAt: found.writtenAt.toISOString(),
    former: await formerOf(tx, id),
    parkName,
    attendees: namesInOrder(attendees),
    evidence,
    asked: activityProofs(found.kind, edition).map((rule) => ({
      proof: rule.proof,
      have: countFiles(papers, rule).days.length,
      need: rule.min,
    })),
    missing: found.withdrawn ? [] : missing.map(({ text, clause }) => ({ text, clause })),
    findings: found.withdrawn || !mayFind ? [] : await findingsOf(tx, { activityId: id }),
    answers: answers.map(({ writerId: _, ...one }) => ({ ...one, writtenAt: one.writtenAt.toISOString() })),
    actions: [
      abilityOf(actor, 'add-evidence', 'service.visit', withdrawn),
      abilityOf(actor, 'correct', 'service.visit', no),
      abilityOf(actor, 'withdraw', 'service.visit', no),
      abilityOf(actor, 'enter-answers', 'service.visit', mayAnswer(found, answers[0], actor)),
    ],
  }
}

/** What was said before each correction, the newest first. */
async function formerOf(tx: Tx, id: string): Promise<ActivityView['former']> {
  const rows = await tx
    .selectFrom('formerActivities as f')
    .innerJoin('accounts as c', 'c.id', 'f.writtenBy')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('attendances as t')
          .whereRef('t.activityId', '=', 'f.activityId')
          .whereRef('t.revision', '=', 'f.revision')
          .select([
            sql<number>`count(*)::int`.as('enterprises'),
            sql<number>`coalesce(sum(t.people), 0)::int`.as('people'),
          ])
          .as('came'),
      (join) => join.onTrue(),
    )
    .select([
      'f.revision',
      'f.title',
      'f.heldOn',
      'f.place',
      'f.correctionReason',
      'f.writtenAt',
      'c.name as writtenBy',
    ])
    .select([sql<number>`came.enterprises`.as('enterprises'), sql<number>`came.people`.as('people')])
    .where('f.activityId', '=', id)
    .orderBy('f.revision', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, writtenAt: row.writtenAt.toISOString() }))
}
