import { type Acting, command } from '../../../platform/command.ts'
import * as policy from '../../../policy/oversight/incident-acts.ts'
import { reportFieldList, summaryFieldList } from '../../../policy/oversight/incident-report.ts'
import { proposedGrade, reportDueAt, summaryDueAt } from '../../../policy/oversight/incidents.ts'
import { instantOf } from '../../../shared/dates.ts'
import * as contract from './contract.ts'
import { insertReport, lockIncident, reportsOf, saveIncident, standing } from './store.ts'

/** Grade, kind and figures; anew as often as more is known. */
export const assessIncident = command(contract.assessIncident, async ({ params, body }, { tx, actor, now, record }) => {
  const { incidentId } = params
  const incident = await lockIncident(tx, incidentId)
  const refusal = policy.assessIncident(incident, body)
  if (refusal) throw refusal
  const { occurredAt, ...assessed } = body
  const proposed = proposedGrade(body)
  await saveIncident(tx, incidentId, {
    ...assessed,
    state: 'assessed',
    occurredAt: occurredAt === '' ? null : instantOf(occurredAt),
    proposedGrade: proposed,
    assessedBy: actor.accountId,
    assessedAt: now,
  })
  record('incident.assessed', {
    subject: incidentId,
    scope: incident.scope,
    before: { state: incident.state, grade: incident.grade },
    after: { ...body, proposedGrade: proposed },
  })
  return { state: 'assessed' as const }
})

type Told = Pick<contract.ToldInput, 'recipient' | 'channel' | 'lateReason' | 'reportedAt'>
type Incident = Awaited<ReturnType<typeof lockIncident>>
type Kept = {
  readonly kind: contract.ReportView['kind']
  readonly no: number
  readonly dueAt: Date | null
  readonly content: Readonly<Record<string, string>>
}

async function keep(acting: Acting, incident: Incident, told: Told, { kind, no, dueAt, content }: Kept) {
  const { tx, actor, now, newId, record } = acting
  const { recipient, channel, lateReason, reportedAt } = told
  const late = policy.isLate(reportedAt, dueAt)
  const reportId = newId()
  await insertReport(tx, {
    id: reportId,
    incidentId: incident.id,
    no,
    kind,
    recipient,
    channel,
    reportedAt: instantOf(reportedAt),
    late,
    lateReason,
    grade: incident.grade ?? 'ordinary',
    content: JSON.stringify(content),
    recordedBy: actor.accountId,
    recordedAt: now,
    scope: incident.scope,
  })
  record('incident.reported', {
    subject: incident.id,
    scope: incident.scope,
    after: { reportId, no, kind, recipient, channel, reportedAt, late, lateReason, content },
  })
  return { reportId, late }
}

/** Only what says something, in the order of the rules. */
function said<Field extends string>(
  fields: readonly Field[],
  content: Readonly<Partial<Record<Field, string | undefined>>>,
) {
  return Object.fromEntries(fields.flatMap((field) => (content[field]?.trim() ? [[field, content[field] ?? '']] : [])))
}

export const reportIncident = command(contract.reportIncident, async ({ params, body }, acting) => {
  const { tx, now } = acting
  const incident = await lockIncident(tx, params.incidentId)
  const reports = await reportsOf(tx, incident.id)
  const content = said(reportFieldList, body.content)
  const refusal = policy.reportIncident(incident, standing(reports), { ...body, to: body.recipient, content }, now)
  if (refusal) throw refusal
  const { grade, critical, noticedAt } = incident
  const dueAt = body.kind === 'first' && grade ? reportDueAt(grade, critical, noticedAt) : null
  return keep(acting, incident, body, { kind: body.kind, no: reports.length + 1, dueAt, content })
})

export const endIncident = command(contract.endIncident, async ({ params, body }, { tx, now, record }) => {
  const incident = await lockIncident(tx, params.incidentId)
  const refusal = policy.endIncident(incident, standing(await reportsOf(tx, incident.id)), body, now)
  if (refusal) throw refusal
  const { endedAt, handling } = body
  await saveIncident(tx, incident.id, { state: 'ended', endedAt: instantOf(endedAt), handling })
  record('incident.ended', {
    subject: incident.id,
    scope: incident.scope,
    before: { state: incident.state },
    after: body,
  })
  return { state: 'ended' as const }
})

export const sumUpIncident = command(contract.sumUpIncident, async ({ params, body }, acting) => {
  const { tx, now } = acting
  const incident = await lockIncident(tx, params.incidentId)
  const reports = await reportsOf(tx, incident.id)
  const content = said(summaryFieldList, body.content)
  const refusal = policy.sumUpIncident(incident, { ...body, to: body.recipient, content }, now)
  if (refusal) throw refusal
  const { grade, endedAt } = incident
  const dueAt = grade && endedAt && summaryDueAt(grade, endedAt)
  await saveIncident(tx, incident.id, { state: 'summed-up' })
  return keep(acting, incident, body, { kind: 'summary', no: reports.length + 1, dueAt, content })
})

export const dismissIncident = command(contract.dismissIncident, async ({ params, body }, { tx, record }) => {
  const incident = await lockIncident(tx, params.incidentId)
  const { reason } = body
  const refusal = policy.dismissIncident(incident, await reportsOf(tx, incident.id), reason)
  if (refusal) throw refusal
  await saveIncident(tx, incident.id, { state: 'dismissed', dismissal: reason })
  record('incident.dismissed', {
    subject: incident.id,
    scope: incident.scope,
    before: { state: incident.state },
    after: { reason },
  })
  return { state: 'dismissed' as const }
})
