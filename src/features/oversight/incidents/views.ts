import { type Selectable, sql } from 'kysely'
import type { z } from 'zod'
import type { Actor } from '../../../platform/command.ts'
import { bool, instant, int, text, uuid, wordsOf } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { byPlace, type Ordinals, orderOf } from '../../../platform/database/ordered.ts'
import { statement } from '../../../platform/database/statement.ts'
import type { Incidents } from '../../../platform/database/types.ts'
import { notFound } from '../../../platform/errors.ts'
import { anyReason } from '../../../policy/guide/reasons.ts'
import * as policy from '../../../policy/oversight/incident-acts.ts'
import {
  type ReportRecipient,
  reportFieldList,
  stillOwed,
  summaryFieldList,
} from '../../../policy/oversight/incident-report.ts'
import {
  assessDueAt,
  type IncidentGrade,
  type IncidentState,
  reportDueAt,
  summaryDueAt,
} from '../../../policy/oversight/incidents.ts'
import { abilityOf } from '../../../policy/people/ability.ts'
import { minuteOf } from '../../../shared/dates.ts'
import type { DealingsView, IncidentView, listIncidents, OwnIncident, ownIncidents, ReportView } from './contract.ts'
import { reportsOf, standing } from './store.ts'

type Search = z.output<typeof listIncidents.search>

const ranked = (column: 'grade' | 'state') =>
  column === 'grade'
    ? sql`array_position(array['ordinary', 'larger', 'major', 'severe'], i.grade)`
    : sql`array_position(array['noticed', 'assessed', 'ended', 'summed-up', 'dismissed'], i.state)`
const ordinals: Ordinals<Search> = {
  what: sql`i.what`,
  noticedAt: sql`i.noticed_at`,
  unitName: byPlace('u'),
  state: ranked('state'),
  grade: ranked('grade'),
  kind: sql`i.kind`,
}

const incidentsSeen = statement(
  {
    incidentId: uuid,
    what: text,
    noticedAt: instant,
    endedAt: instant.nullable(),
    unitName: text,
    state: wordsOf('incidents.state'),
    grade: wordsOf('incidents.grade').nullable(),
    kind: wordsOf('incidents.kind').nullable(),
    critical: bool,
    total: int,
  },
  ({ state, sort, page, pageSize }: Search) => sql`
    select i.id as "incidentId", i.what, i.noticed_at as "noticedAt", i.ended_at as "endedAt", u.name as "unitName", i.state, i.grade, i.kind,
           i.critical, (count(*) over ())::int as total
      from incidents i
      join accounts a on a.id = i.noticed_by
      join units u on u.id = a.unit_id
     where ${state ?? null}::text is null or i.state = ${state ?? null}::text
     order by ${orderOf(ordinals, sort, sql`i.noticed_at desc, i.id desc`)}
     limit ${pageSize} offset ${(page - 1) * pageSize}`,
  [
    { page: 1, pageSize: 50 },
    { page: 1, pageSize: 50, sort: '-unitName' },
  ],
)

export async function listIncidentsView(tx: Tx, asked: Search, now: Date) {
  const found = await incidentsSeen(tx, asked)
  return {
    now: now.toISOString(),
    incidents: found.map(({ total: _, critical, endedAt, noticedAt, ...row }) => ({
      ...row,
      noticedAt: noticedAt.toISOString(),
      dueAt: iso(nextDueAt({ ...row, critical, noticedAt, endedAt })),
    })),
    total: found[0]?.total ?? 0,
  }
}

const iso = (at: Date | null) => at?.toISOString() ?? null

type Clocked = {
  readonly state: IncidentState
  readonly grade: IncidentGrade | null
  readonly critical: boolean
  readonly noticedAt: Date
  readonly endedAt: Date | null
}

/** The instant that the state of an incident runs towards; null where none is set. */
export function nextDueAt({ state, grade, critical, noticedAt, endedAt }: Clocked): Date | null {
  if (state === 'noticed') return assessDueAt(noticedAt)
  if (grade === null) return null
  if (state === 'assessed') return reportDueAt(grade, critical, noticedAt)
  return state === 'ended' && endedAt ? summaryDueAt(grade, endedAt) : null
}

const incidents = (tx: Tx) =>
  tx
    .selectFrom('incidents as i')
    .innerJoin('accounts as a', 'a.id', 'i.noticedBy')
    .innerJoin('units as u', 'u.id', 'a.unitId')
    .selectAll('i')
    .select(['a.name as noticedByName', 'u.name as unitName'])

/** What the reader told of, the newest first unless asked otherwise. */
export async function ownIncidentsView(tx: Tx, asked: z.output<typeof ownIncidents.search>, actor: Actor) {
  const { incidentId, sort, page, pageSize } = asked
  const found = await incidents(tx)
    .select(sql<number>`(count(*) over ())::int`.as('total'))
    .where('i.noticedBy', '=', actor.accountId)
    .$if(incidentId !== undefined, (query) => query.where('i.id', '=', incidentId ?? ''))
    .orderBy(orderOf(ordinals, sort, sql`i.noticed_at desc, i.id desc`))
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute()
  return { incidents: found.map(noticedView), total: found[0]?.total ?? 0 }
}

function noticedView(
  incident: Pick<Selectable<Incidents>, Exclude<keyof OwnIncident, 'incidentId' | 'unitName'>> & {
    readonly id: string
    readonly unitName: string
  },
): OwnIncident {
  const { id, noticedAt, enteredAt, endedAt, what, place, unitName, state, kind, grade, handling, dismissal } = incident
  return {
    incidentId: id,
    noticedAt: noticedAt.toISOString(),
    enteredAt: enteredAt.toISOString(),
    endedAt: iso(endedAt),
    ...{ what, place, unitName, state, kind, grade, handling, dismissal },
  }
}

async function incidentSeen(tx: Tx, id: string) {
  const found = await incidents(tx)
    .leftJoin('accounts as s', 's.id', 'i.assessedBy')
    .select('s.name as assessedByName')
    .where('i.id', '=', id)
    .executeTakeFirst()
  if (!found) throw notFound({ zh: '安全事件', en: 'incident' })
  return found
}

type SeenIncident = Awaited<ReturnType<typeof incidentSeen>>

/** @throws HttpError 404 where there is none in the reader's scope. */
export async function showIncidentView(tx: Tx, id: string, actor: Actor, now: Date): Promise<IncidentView> {
  const incident = await incidentSeen(tx, id)
  const reports = await reportsOf(tx, id)
  const { state } = incident
  const end = { endedAt: minuteOf(now), handling: anyReason }
  return {
    ...noticedView(incident),
    now: now.toISOString(),
    noticedByName: incident.noticedByName,
    dealings: dealingsOf(incident, reports),
    actions: [
      abilityOf(actor, 'assess', 'incident.handle', policy.openTo(state, 'assess')),
      abilityOf(actor, 'report', 'incident.handle', policy.openTo(state, 'report')),
      abilityOf(actor, 'end', 'incident.handle', policy.endIncident(incident, standing(reports), end, now)),
      abilityOf(actor, 'sum-up', 'incident.handle', policy.openTo(state, 'sum-up')),
      abilityOf(actor, 'dismiss', 'incident.handle', policy.dismissIncident(incident, reports, anyReason)),
    ],
  }
}

function dealingsOf(incident: SeenIncident, reports: Awaited<ReturnType<typeof reportsOf>>): DealingsView {
  const { persons, lossFen, minutesUnreachable, minutesImpaired, critical, grade, noticedAt, endedAt, state } = incident
  const { proposedGrade, gradeReason, assessedByName } = incident
  const isOver = state === 'dismissed' || state === 'summed-up'
  const owed: ReportRecipient[] = grade && !isOver ? stillOwed(grade, critical, standing(reports)) : []
  return {
    ...{ persons, lossFen, minutesUnreachable, minutesImpaired, critical, proposedGrade, gradeReason, assessedByName },
    occurredAt: iso(incident.occurredAt),
    assessedAt: iso(incident.assessedAt),
    assessDueAt: state === 'noticed' ? assessDueAt(noticedAt).toISOString() : null,
    reportDueAt: grade && iso(reportDueAt(grade, critical, noticedAt)),
    owed,
    summaryDueAt: grade && endedAt && iso(summaryDueAt(grade, endedAt)),
    reports: reports.map(reportView),
  }
}

export function reportView({
  id,
  content,
  reportedAt,
  recordedAt,
  ...rest
}: Awaited<ReturnType<typeof reportsOf>>[number]): ReportView {
  const texts = content as Readonly<Record<string, string>>
  const fields: readonly string[] = rest.kind === 'summary' ? summaryFieldList : reportFieldList
  return {
    ...rest,
    reportId: id,
    reportedAt: reportedAt.toISOString(),
    recordedAt: recordedAt.toISOString(),
    content: fields.flatMap((field) => (texts[field] === undefined ? [] : [{ field, text: texts[field] }])),
  }
}
