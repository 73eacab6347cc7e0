import { sameName } from '../../shared/clean.ts'
import { instantOf, isMinute, type Minute, minuteOf } from '../../shared/dates.ts'
import type { Refusal } from '../../shared/refusal.ts'
import { holdsMobile } from '../../shared/uscc.ts'
import { listed } from '../../shared/words.ts'
import { isInTime } from '../calendar/deadlines.ts'
import { describedFields } from '../guide/described-fields.ts'
import { checkReason, checkWords } from '../guide/reasons.ts'
import { allRefusals, both, refuse, refuseMinute } from '../guide/refuse.ts'
import { nextState, notInState } from '../lifecycle.ts'
import {
  type ReportContent,
  type ReportRecipient,
  reportFieldList,
  reportFields,
  reportRecipients,
  type StandingReport,
  type SummaryContent,
  stillOwed,
  summaryFieldList,
  summaryFields,
} from './incident-report.ts'
import {
  type IncidentAction,
  type IncidentFigures,
  type IncidentGrade,
  type IncidentKind,
  type IncidentState,
  incidentActions,
  incidentGrades,
  incidentLifecycle,
  incidentStates,
  isLower,
  proposedGrade,
  reportDueAt,
  summaryDueAt,
} from './incidents.ts'

/** What whoever noticed something says: when. */
export function noticeIncident(noticedAt: string, now: Date): Refusal | null {
  return checkPast(noticedAt, now, 'noticedAt', 'incident.noticed-in-future')
}

function checkPast(
  at: string,
  now: Date,
  field: string,
  code: 'incident.noticed-in-future' | 'incident.reported-in-future' | 'incident.ended-in-future',
): Refusal | null {
  if (!isMinute(at)) return refuseMinute(at, null, field)
  return at > minuteOf(now) ? refuse(code, null, { at, now: minuteOf(now) }, field) : null
}

/** An incident as the rules look at it. */
export type Incident = {
  readonly state: IncidentState
  readonly noticedAt: Date
  readonly grade: IncidentGrade | null
  readonly critical: boolean
  readonly kind: IncidentKind | null
  readonly endedAt: Date | null
}

/** Whether an act is open in this state, before anything of its input is looked at. */
export function openTo(state: IncidentState, action: IncidentAction): IncidentState | Refusal {
  return nextState(incidentLifecycle, state, action) ?? notInState(incidentStates[state], incidentActions[action], null)
}

function closedTo(state: IncidentState, action: IncidentAction): Refusal | null {
  const answer = openTo(state, action)
  return typeof answer === 'string' ? null : answer
}

/** A person decides the grade; below the proposed one only with a reason. `occurredAt`: empty while nobody knows. */
export function assessIncident(
  incident: Pick<Incident, 'state' | 'noticedAt'>,
  given: IncidentFigures & {
    readonly occurredAt: string
    readonly grade: IncidentGrade
    readonly gradeReason: string
  },
): Refusal | null {
  const { occurredAt, grade, gradeReason } = given
  const proposed = proposedGrade(given)
  const noticedAt = minuteOf(incident.noticedAt)
  const facts = { ...both('proposed', incidentGrades[proposed]), ...both('grade', incidentGrades[grade]) }
  return allRefusals(
    closedTo(incident.state, 'assess'),
    occurredAt !== '' && !isMinute(occurredAt) ? refuseMinute(occurredAt, null, 'occurredAt') : null,
    isMinute(occurredAt) && occurredAt > noticedAt
      ? refuse('incident.occurred-after-noticed', null, { at: occurredAt, noticedAt }, 'occurredAt')
      : null,
    isLower(grade, proposed)
      ? checkReason(gradeReason, 'incident.lower-without-reason', null, { field: ['gradeReason', 'grade'], facts })
      : null,
  )
}

type Told = {
  readonly to: ReportRecipient
  readonly reportedAt: string
  readonly lateReason: string
}

/** Whether a report stands: made after the incident was noticed, complete where it is the first, in time or with the reason why not. */
export function reportIncident(
  incident: Incident,
  reports: readonly StandingReport[],
  given: Told & { readonly kind: 'first' | 'follow-up'; readonly content: ReportContent },
  now: Date,
): Refusal | null {
  const { kind, to, content } = given
  const had = reports.some((report) => report.kind === 'first' && report.to === to)
  const facts = both('to', reportRecipients[to])
  const missing = reportFieldList.filter(
    (field) => incident.kind !== null && reportFields[field].first(incident.kind) && !content[field]?.trim(),
  )
  const isEmpty = reportFieldList.every((field) => !content[field]?.trim())
  return allRefusals(
    closedTo(incident.state, 'report'),
    kind === 'first' && had ? refuse('incident.first-report-twice', null, facts, ['to', 'kind']) : null,
    kind === 'follow-up' && !had ? refuse('incident.no-first-report', null, facts, ['to', 'kind']) : null,
    checkTold(given, incident.noticedAt, now),
    ...(kind === 'first' ? missing : []).map((field) =>
      refuse('incident.field-missing', null, both('name', reportFields[field]), `content.${field}`),
    ),
    kind === 'follow-up' && isEmpty ? refuse('incident.empty-report', null, {}, 'content.other') : null,
    kind === 'first' ? checkLate(given, dueOf(incident)) : null,
  )
}

const dueOf = ({ grade, critical, noticedAt }: Incident) => grade && reportDueAt(grade, critical, noticedAt)

function checkTold({ reportedAt }: Told, since: Date, now: Date): Refusal | null {
  const from = minuteOf(since)
  const no = checkPast(reportedAt, now, 'reportedAt', 'incident.reported-in-future')
  if (no || reportedAt >= from) return no
  return refuse('incident.reported-too-early', null, { at: reportedAt, from }, 'reportedAt')
}

/** Whether a report came after its time. */
export function isLate(reportedAt: Minute, dueAt: Date | null): boolean {
  return dueAt !== null && !isInTime(instantOf(reportedAt), { dueAt })
}

function checkLate({ reportedAt, lateReason }: Told, dueAt: Date | null): Refusal | null {
  if (dueAt === null || !isMinute(reportedAt) || !isLate(reportedAt, dueAt)) return null
  return checkReason(lateReason, 'incident.late-without-reason', null, {
    field: 'lateReason',
    facts: { due: minuteOf(dueAt) },
  })
}

/** It ends once whoever is owed a first report has had it. */
export function endIncident(
  incident: Incident,
  reports: readonly StandingReport[],
  given: { readonly endedAt: string; readonly handling: string },
  now: Date,
): Refusal | null {
  const { endedAt: at, handling } = given
  const noticedAt = minuteOf(incident.noticedAt)
  const owed = incident.grade === null ? [] : stillOwed(incident.grade, incident.critical, reports)
  const early = isMinute(at) && at < noticedAt
  return allRefusals(
    closedTo(incident.state, 'end'),
    owed.length > 0
      ? refuse('incident.ended-unreported', null, both('to', listed(owed.map((to) => reportRecipients[to]))))
      : null,
    checkPast(at, now, 'endedAt', 'incident.ended-in-future'),
    early ? refuse('incident.ended-before-noticed', null, { at, noticedAt }, 'endedAt') : null,
    checkWords(handling, describedFields.handling, 'incident.ended-without-words', null, { field: 'handling' }),
  )
}

/** The summary says everything, is made after the end, once, within thirty days or with the reason why not. */
export function sumUpIncident(
  incident: Incident,
  given: Told & { readonly content: SummaryContent },
  now: Date,
): Refusal | null {
  const { grade, endedAt, noticedAt } = incident
  return allRefusals(
    closedTo(incident.state, 'sum-up'),
    checkTold(given, endedAt ?? noticedAt, now),
    ...summaryFieldList
      .filter((field) => !given.content[field]?.trim())
      .map((field) =>
        refuse('incident.summary-field-missing', null, both('name', summaryFields[field]), `content.${field}`),
      ),
    checkLate(given, grade && endedAt && summaryDueAt(grade, endedAt)),
  )
}

/** What turns out to be no incident is dismissed with a reason, unless an authority was told of it. */
export function dismissIncident(
  { state }: Pick<Incident, 'state'>,
  reports: readonly unknown[],
  reason: string,
): Refusal | null {
  return allRefusals(
    closedTo(state, 'dismiss'),
    reports.length > 0 ? refuse('incident.dismissed-though-reported', null) : null,
    checkReason(reason, 'incident.dismissed-without-reason', null),
  )
}

export type IncidentContact = { readonly role: string; readonly office: string; readonly phone: string }

/** Whom to call: offices, nobody's mobile, each role of an office once. */
export function checkContacts(contacts: readonly IncidentContact[]): Refusal | null {
  const same = (a: IncidentContact, b: IncidentContact) => sameName(a.role, b.role) && sameName(a.office, b.office)
  return allRefusals(
    ...contacts.flatMap((one, i) => {
      const first = contacts.findIndex((other) => same(one, other))
      const at = `contacts.${i}`
      return [
        holdsMobile(one.phone) ? refuse('incident.mobile', null, {}, `${at}.phone`) : null,
        first < i ? refuse('incident.contact-twice', null, { row: first + 1 }, [`${at}.role`, `${at}.office`]) : null,
      ]
    }),
  )
}

/** How far apart the moments may lie between which the trail is read: it holds every act of years. */
export const mostAffectedDays = 31

export function checkAffected(from: string, to: string): Refusal | null {
  if (!isMinute(from)) return refuseMinute(from, null, 'from')
  if (!isMinute(to)) return refuseMinute(to, null, 'to')
  if (from > to) return refuse('incident.bad-range', null, {}, ['from', 'to'])
  const isLong = instantOf(to).getTime() - instantOf(from).getTime() > mostAffectedDays * 86_400_000
  return isLong ? refuse('incident.range-too-long', null, { most: mostAffectedDays }, ['from', 'to']) : null
}
