import { sql } from 'kysely'
import type { z } from 'zod'
import type { Tx } from '../../../platform/database/connect.ts'
import { byName, type Ordinals, orderOf } from '../../../platform/database/ordered.ts'
import { notFound } from '../../../platform/errors.ts'
import { batchPeriod } from '../../../policy/editions/edition.ts'
import type { ServiceKind } from '../../../policy/records/service-kinds.ts'
import { activityCounts, activityProofs } from '../../../policy/services/activity.ts'
import { countFiles } from '../../../policy/services/service-counts.ts'
import { byName as namesInOrder } from '../../../shared/clean.ts'
import { requirePilot } from '../../programme/pilots/public.ts'
import { countableEvidence, evidenceOf, findingsOf } from '../evidence/public.ts'
import type * as contract from './contract.ts'
import type { ActivityRow, ActivityView } from './contract.ts'

function activityRows(tx: Tx) {
  return tx
    .selectFrom('activities as a')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('attendances as t')
          .whereRef('t.activityId', '=', 'a.id')
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
    ])
}

type Search = z.output<typeof contract.listActivities.search>
const ordinals: Ordinals<Search> = {
  title: byName('a.title'),
  kind: sql`a.service_kind`,
  heldOn: sql`a.held_on`,
  place: byName('a.place'),
  enterprises: sql`came.enterprises`,
  people: sql`came.people`,
  proofs: sql`papers.proofs`,
  countedOn: sql`a.counted_on`,
}

/** A pilot's activities, newest first. */
export async function listActivities(tx: Tx, pilotId: string, { page, pageSize, kind, counted, sort }: Search) {
  const cut = activityRows(tx)
    .where('a.pilotId', '=', pilotId)
    .$if(kind !== undefined, (select) => select.where('a.serviceKind', '=', kind as ServiceKind))
    .$if(counted !== undefined, (select) => select.where('a.countedOn', counted === 'yes' ? 'is not' : 'is', null))
  const { total } = await tx
    .selectFrom('activities as a')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .where('a.pilotId', '=', pilotId)
    .$if(kind !== undefined, (select) => select.where('a.serviceKind', '=', kind as ServiceKind))
    .$if(counted !== undefined, (select) => select.where('a.countedOn', counted === 'yes' ? 'is not' : 'is', null))
    .executeTakeFirstOrThrow()
  const activities: ActivityRow[] = await cut
    .orderBy(orderOf(ordinals, sort, sql`a.held_on desc, a.id desc`))
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute()
  return { activities, total }
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

export async function activityView(tx: Tx, id: string): Promise<Omit<ActivityView, 'actions'>> {
  const found = await activityRows(tx)
    .innerJoin('accounts as c', 'c.id', 'a.recordedBy')
    .select(['a.pilotId', 'c.name as recordedBy', 'a.recordedAt'])
    .where('a.id', '=', id)
    .executeTakeFirst()
  if (!found) throw notFound({ zh: '活动', en: 'activity' })
  const { parkName, edition, firstYear } = await requirePilot(tx, found.pilotId)
  const attendees = await tx
    .selectFrom('attendances as t')
    .innerJoin('units as u', 'u.id', 't.unitId')
    .select(['u.uscc', 'u.name', 't.people'])
    .where('t.activityId', '=', id)
    .execute()
  const papers = await countableEvidence(tx, { activityId: id })
  const given = { kind: found.kind, on: found.heldOn }
  const { missing } = activityCounts(given, papers, batchPeriod(edition, firstYear), edition)
  return {
    ...found,
    recordedAt: found.recordedAt.toISOString(),
    parkName,
    attendees: namesInOrder(attendees),
    evidence: await evidenceOf(tx, { activityId: id }),
    asked: activityProofs(found.kind, edition).map((rule) => ({
      proof: rule.proof,
      have: countFiles(papers, rule).days.length,
      need: rule.min,
    })),
    missing: missing.map(({ text, clause }) => ({ text, clause })),
    findings: await findingsOf(tx, { activityId: id }),
  }
}
