import { z } from 'zod'
import { incidentFields as fields } from '../../../policy/oversight/incident-fields.ts'
import {
  reportChannelList,
  reportFieldList,
  reportFields,
  reportKinds,
  reportRecipientList,
  summaryFieldList,
  summaryFields,
} from '../../../policy/oversight/incident-report.ts'
import { incidentGradeList, incidentKindList, incidentStateList } from '../../../policy/oversight/incidents.ts'
import { minuteInput, named, proseInput, wordedInput } from '../../../shared/inputs.ts'
import { abilities, pageInputs, route, sortInput } from '../../../shared/route.ts'
import type { Text } from '../../../shared/words.ts'

const onIncident = z.strictObject({ incidentId: z.uuid() })
const state = z.enum(incidentStateList)
const grade = z.enum(incidentGradeList)
const kind = z.enum(incidentKindList)
const recipient = z.enum(reportRecipientList)
const channel = z.enum(reportChannelList)
const reportKind = z.enum(Object.keys(reportKinds) as (keyof typeof reportKinds)[])
const lines = proseInput(5000)

const incidentRow = z.object({
  incidentId: z.uuid(),
  what: z.string(),
  noticedAt: z.string(),
  unitName: z.string(),
  state,
  grade: grade.nullable(),
  kind: kind.nullable(),
  /** By when it is assessed, reported to the first office that is still owed, or summed up; null where nothing is owed. */
  dueAt: z.string().nullable(),
})
export type IncidentRow = z.infer<typeof incidentRow>

export const listIncidents = route({
  method: 'GET',
  path: '/api/incidents',
  permission: 'incident.view',
  summary: { zh: '安全事件', en: 'Security incidents' },
  search: z.strictObject({
    state: state.optional(),
    sort: sortInput('what', 'noticedAt', 'unitName', 'state', 'grade', 'kind'),
    ...pageInputs(),
  }),
  reply: z.object({ now: z.string(), incidents: z.array(incidentRow), total: z.number() }),
})

export const noticeIncident = route({
  method: 'POST',
  path: '/api/incidents',
  permission: 'signed-in',
  summary: { zh: '报告安全事件', en: 'Tell of a security incident' },
  body: z.strictObject({
    noticedAt: named(fields.noticedAt, minuteInput()),
    what: named(fields.what, proseInput(2000, 2)),
    place: named(fields.place, wordedInput(200, 2)),
  }),
  reply: z.object({ incidentId: z.uuid() }),
})

/** What somebody noticed, and what became of it: that much they read themselves. */
const noticed = z.object({
  incidentId: z.uuid(),
  noticedAt: z.string(),
  enteredAt: z.string(),
  what: z.string(),
  place: z.string(),
  unitName: z.string(),
  state,
  kind: kind.nullable(),
  grade: grade.nullable(),
  endedAt: z.string().nullable(),
  /** How it was dealt with; empty until it has ended. */
  handling: z.string(),
  /** Why it is none; empty unless it was dismissed. */
  dismissal: z.string(),
})
export type OwnIncident = z.infer<typeof noticed>

export const ownIncidents = route({
  method: 'GET',
  path: '/api/own-incidents',
  permission: 'signed-in',
  summary: { zh: '我报告的安全事件', en: 'What one told of, and what became of it' },
  search: z.strictObject({
    incidentId: z.uuid().optional(),
    sort: sortInput('what', 'noticedAt', 'state', 'grade'),
    ...pageInputs(),
  }),
  reply: z.object({ incidents: z.array(noticed), total: z.number() }),
})

const report = z.object({
  reportId: z.uuid(),
  no: z.number(),
  kind: reportKind,
  recipient,
  channel,
  grade,
  reportedAt: z.string(),
  late: z.boolean(),
  lateReason: z.string(),
  /** Texts by field, in the order of the rules. */
  content: z.array(z.object({ field: z.string(), text: z.string() })),
  recordedByName: z.string(),
  recordedAt: z.string(),
})
export type ReportView = z.infer<typeof report>

const dealings = z.object({
  occurredAt: z.string().nullable(),
  persons: z.number(),
  lossFen: z.number(),
  minutesUnreachable: z.number(),
  minutesImpaired: z.number(),
  critical: z.boolean(),
  proposedGrade: grade.nullable(),
  gradeReason: z.string(),
  assessedByName: z.string().nullable(),
  assessedAt: z.string().nullable(),
  /** Until when it is assessed, while nobody has. */
  assessDueAt: z.string().nullable(),
  /** Null where no report is owed. */
  reportDueAt: z.string().nullable(),
  /** Who has not had a first report. */
  owed: z.array(recipient),
  summaryDueAt: z.string().nullable(),
  reports: z.array(report),
})
export type DealingsView = z.infer<typeof dealings>

export const showIncident = route({
  method: 'GET',
  path: '/api/incidents/:incidentId',
  permission: 'incident.view',
  summary: { zh: '一起安全事件', en: 'One security incident' },
  params: onIncident,
  reply: noticed.extend({
    now: z.string(),
    noticedByName: z.string(),
    dealings,
    actions: abilities('assess', 'report', 'end', 'sum-up', 'dismiss'),
  }),
})
export type IncidentView = z.infer<typeof showIncident.reply>

const count = (max: number) => z.number().int().min(0).max(max)
const stands = z.object({ state })

export const assessIncident = route({
  method: 'POST',
  path: '/api/incidents/:incidentId/assessment',
  permission: 'incident.handle',
  summary: { zh: '研判定级', en: 'Assess an incident' },
  params: onIncident,
  body: z.strictObject({
    /** Empty while nobody knows. */
    occurredAt: named(fields.occurredAt, minuteInput()),
    kind: named(fields.kind, kind),
    persons: named(fields.persons, count(2_000_000_000)),
    lossFen: named(fields.loss, count(100_000_000_000_000)),
    minutesUnreachable: named(fields.minutesUnreachable, count(1_000_000)),
    minutesImpaired: named(fields.minutesImpaired, count(1_000_000)),
    critical: named(fields.critical, z.boolean()),
    grade: named(fields.grade, grade),
    gradeReason: named(fields.gradeReason, proseInput(1000)),
  }),
  reply: stands,
})

const told = {
  recipient: named(fields.recipient, recipient),
  channel: named(fields.channel, channel),
  reportedAt: named(fields.reportedAt, minuteInput()),
  lateReason: named(fields.lateReason, proseInput(1000)),
}

function textsOf<Field extends string>(list: readonly Field[], names: Readonly<Record<Field, Text>>) {
  const shape = Object.fromEntries(list.map((field) => [field, named(names[field], lines.optional())]))
  return z.strictObject(shape as Record<Field, z.ZodOptional<typeof lines>>)
}

export const reportIncident = route({
  method: 'POST',
  path: '/api/incidents/:incidentId/reports',
  permission: 'incident.handle',
  summary: { zh: '登记首次报告或续报', en: 'Record a report to an authority' },
  params: onIncident,
  body: z.strictObject({
    kind: named(fields.reportKind, z.enum(['first', 'follow-up'])),
    ...told,
    content: textsOf(reportFieldList, reportFields),
  }),
  reply: z.object({ reportId: z.uuid(), late: z.boolean() }),
})

export const endIncident = route({
  method: 'POST',
  path: '/api/incidents/:incidentId/ending',
  permission: 'incident.handle',
  summary: { zh: '登记处置结束', en: 'Record the end of an incident' },
  params: onIncident,
  body: z.strictObject({
    endedAt: named(fields.endedAt, minuteInput()),
    handling: named(fields.handling, proseInput(2000)),
  }),
  reply: stands,
})

export const sumUpIncident = route({
  method: 'POST',
  path: '/api/incidents/:incidentId/summary',
  permission: 'incident.handle',
  summary: { zh: '登记总结报告', en: 'Record the summary of an incident' },
  params: onIncident,
  body: z.strictObject({ ...told, content: textsOf(summaryFieldList, summaryFields) }),
  reply: z.object({ reportId: z.uuid(), late: z.boolean() }),
})

export const dismissIncident = route({
  method: 'POST',
  path: '/api/incidents/:incidentId/dismissal',
  permission: 'incident.handle',
  summary: { zh: '排除事件', en: 'Dismiss what is no incident' },
  params: onIncident,
  body: z.strictObject({ reason: proseInput(1000) }),
  reply: stands,
})

export const reportWord = route({
  method: 'GET',
  path: '/api/incidents/:incidentId/reports/:reportId/paper.docx',
  permission: 'incident.view',
  summary: { zh: '下载报告（Word）', en: 'A report as it was made, as Word' },
  params: z.strictObject({ incidentId: z.uuid(), reportId: z.uuid() }),
  search: z.strictObject({ language: z.enum(['zh', 'en']).default('zh') }),
  download: true,
})

export type ToldInput = z.output<typeof reportIncident.body>
