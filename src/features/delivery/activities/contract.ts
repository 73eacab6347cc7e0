import { z } from 'zod'
import { answerFields, gradeFields } from '../../../policy/records/answers.ts'
import { proofFields } from '../../../policy/records/proofs.ts'
import { type ServiceKind, serviceKindList } from '../../../policy/records/service-kinds.ts'
import { attendeeFields } from '../../../policy/services/activity.ts'
import { dayInput, named, nameInput, proseInput, withUscc, wordedInput } from '../../../shared/inputs.ts'
import { abilities, placed, placeInputs, route, sortInput } from '../../../shared/route.ts'
import { evidenceShape, findingShape, paperInput, proofName } from '../evidence/contract.ts'

const text = z.object({ zh: z.string(), en: z.string() })
const kind = z.enum(serviceKindList as [ServiceKind, ...ServiceKind[]])
const pilotId = z.strictObject({ pilotId: z.uuid() })
const activityId = z.strictObject({ activityId: z.uuid() })

const activityRow = z.object({
  activityId: z.uuid(),
  kind,
  title: z.string(),
  heldOn: z.string(),
  place: z.string(),
  enterprises: z.number(),
  people: z.number(),
  proofs: z.number(),
  countedOn: z.string().nullable(),
  /** It stays on record and counts nowhere. */
  withdrawn: z.boolean(),
})
export type ActivityRow = z.infer<typeof activityRow>

export const listActivities = route({
  method: 'GET',
  path: '/api/pilots/:pilotId/activities',
  permission: 'service.view',
  bySeat: true,
  summary: { zh: '普惠服务活动', en: 'Activities for every enterprise' },
  params: pilotId,
  search: z.strictObject({
    kind: kind.optional(),
    counted: z.enum(['yes', 'no']).optional(),
    sort: sortInput('title', 'kind', 'heldOn', 'place', 'enterprises', 'people', 'proofs', 'countedOn'),
    ...placeInputs(),
  }),
  reply: z.object({
    parkName: z.string(),
    activities: z.array(activityRow),
    total: z.number(),
    placed,
    /** Enterprises of the park that are known already, to choose from. */
    known: z.array(z.object({ uscc: z.string(), name: z.string() })),
    /** The papers that the pilot's edition asks for, by kind. */
    asked: z.array(z.object({ kind, proof: proofName, need: z.number() })),
    actions: abilities('record'),
  }),
})

const graded = { rated5: z.number(), rated4: z.number(), rated3: z.number(), rated2: z.number(), rated1: z.number() }
const answers = z.object({
  ...graded,
  revision: z.number(),
  /** The day from which they count. */
  countsFrom: z.string(),
  /** Why the revision before was wrong; empty on the first. */
  correctionReason: z.string(),
  writtenBy: z.string(),
  writtenAt: z.string(),
})
export type AnswersView = z.infer<typeof answers>

export const activityShape = activityRow.extend({
  pilotId: z.uuid(),
  parkName: z.string(),
  recordedBy: z.string(),
  recordedAt: z.string(),
  attendees: z.array(z.object({ uscc: z.string().nullable(), name: z.string(), people: z.number() })),
  evidence: z.array(evidenceShape),
  /** Kinds of paper this kind of activity asks for. */
  asked: z.array(z.object({ proof: proofName, have: z.number(), need: z.number() })),
  missing: z.array(z.object({ text, clause: z.string() })),
  findings: z.array(findingShape),
  /** Who wrote what stands, and why the revision before was wrong; empty on the first. */
  revision: z.number(),
  writtenBy: z.string(),
  writtenAt: z.string(),
  correctionReason: z.string(),
  /** What was said before each correction, the newest first. */
  former: z.array(
    z.object({
      revision: z.number(),
      title: z.string(),
      heldOn: z.string(),
      place: z.string(),
      enterprises: z.number(),
      people: z.number(),
      correctionReason: z.string(),
      writtenBy: z.string(),
      writtenAt: z.string(),
    }),
  ),
  /** How many valid answers of those who took part gave each grade, the newest revision first; empty where none were entered. */
  answers: z.array(answers),
  actions: abilities('add-evidence', 'correct', 'withdraw', 'enter-answers'),
})
export type ActivityView = z.infer<typeof activityShape>

export const showActivity = route({
  method: 'GET',
  path: '/api/activities/:activityId',
  permission: 'service.view',
  bySeat: true,
  summary: { zh: '活动详情', en: 'One activity' },
  params: activityId,
  reply: activityShape,
})

const attendee = withUscc({
  name: named(attendeeFields.enterprise, nameInput(100)),
  people: named(attendeeFields.people, z.number()),
})
export type GivenAttendee = z.output<typeof attendee>
const papers = named(proofFields.papers, z.array(paperInput).max(40))
/** What is said of an activity; `countsConfirmed`: head counts that look odd were checked. */
const said = {
  title: wordedInput(200),
  heldOn: dayInput(),
  place: wordedInput(100),
  attendees: named(attendeeFields.attendees, z.array(attendee).max(1000)),
  countsConfirmed: z.boolean().default(false),
}
const counted = z.object({ activityId: z.uuid(), countedOn: z.string().nullable() })

export const recordActivity = route({
  method: 'POST',
  path: '/api/pilots/:pilotId/activities',
  permission: 'service.visit',
  summary: { zh: '登记活动', en: 'Record an activity' },
  params: pilotId,
  body: z.strictObject({ kind, ...said, papers: papers.default([]) }),
  reply: counted,
})

export const correctActivity = route({
  method: 'POST',
  path: '/api/activities/:activityId/corrections',
  permission: 'service.visit',
  summary: { zh: '更正活动', en: 'Correct an activity' },
  params: activityId,
  body: z.strictObject({ ...said, reason: proseInput(1000) }),
  reply: counted,
})

export const withdrawActivity = route({
  method: 'POST',
  path: '/api/activities/:activityId/withdrawal',
  permission: 'service.visit',
  summary: { zh: '撤回活动', en: 'Withdraw an activity' },
  params: activityId,
  body: z.strictObject({ reason: proseInput(1000) }),
  reply: counted,
})

export const addActivityEvidence = route({
  method: 'POST',
  path: '/api/activities/:activityId/evidence',
  permission: 'service.visit',
  summary: { zh: '补充活动佐证', en: 'Add evidence to an activity' },
  params: activityId,
  body: z.strictObject({ papers: named(proofFields.papers, papers.min(1)) }),
  reply: counted,
})

const count = (grade: keyof typeof gradeFields) => named(gradeFields[grade], z.number())

export const enterAnswers = route({
  method: 'POST',
  path: '/api/activities/:activityId/answers',
  permission: 'service.visit',
  summary: { zh: '登记活动满意度答卷', en: 'Enter the answers of those who took part' },
  params: activityId,
  body: z.strictObject({
    rated5: count('rated5'),
    rated4: count('rated4'),
    rated3: count('rated3'),
    rated2: count('rated2'),
    rated1: count('rated1'),
    /** Scanned questionnaires; may be left out where some are on file. */
    fileIds: named(answerFields.fileIds, z.array(z.uuid()).max(20)).default([]),
    /** Asked for where answers were entered before. */
    reason: proseInput(1000).default(''),
  }),
  reply: z.object({ activityId: z.uuid(), countsFrom: z.string() }),
})
