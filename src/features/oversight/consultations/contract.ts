import { z } from 'zod'
import { type ConsultationWay, consultationWays, type DecisionState } from '../../../policy/oversight/consultations.ts'
import { minutesFields as fields } from '../../../policy/oversight/minutes-fields.ts'
import { dayInput, keyInput, named, proseInput, wordedInput } from '../../../shared/inputs.ts'
import { abilities, pageInputs, route, sortInput } from '../../../shared/route.ts'

const text = z.object({ zh: z.string(), en: z.string() })
const day = dayInput()
const way = z.enum(Object.keys(consultationWays) as [ConsultationWay, ...ConsultationWay[]])
const onConsultation = z.strictObject({ consultationId: z.uuid() })
const onDecision = z.strictObject({ decisionId: z.uuid() })
const state = z.enum(['open', 'done', 'cancelled'] satisfies DecisionState[])

const consultationRow = z.object({
  consultationId: z.uuid(),
  batchName: z.string(),
  unitName: z.string(),
  heldOn: z.string(),
  way,
  topic: z.string(),
  participants: z.number(),
  decisions: z.number(),
  open: z.number(),
  /** Open ones whose day has gone by. */
  late: z.number(),
})
export type ConsultationRow = z.infer<typeof consultationRow>

export const listConsultations = route({
  method: 'GET',
  path: '/api/consultations',
  permission: 'consultation.view',
  summary: { zh: '会商纪要', en: 'Consultations' },
  search: z.strictObject({
    batchId: z.uuid().optional(),
    /** With something left to do; with something left whose day has gone by. */
    show: z.enum(['open', 'late']).optional(),
    sort: sortInput('topic', 'heldOn', 'way', 'unitName', 'participants', 'state', 'batchName'),
    ...pageInputs(),
  }),
  reply: z.object({
    today: z.string(),
    consultations: z.array(consultationRow),
    total: z.number(),
    actions: abilities('record'),
  }),
})

export const consultationChoices = route({
  method: 'GET',
  path: '/api/consultations/choices',
  permission: 'consultation.record',
  summary: { zh: '会商可选单位', en: 'Batches and units to choose from' },
  search: z.strictObject({ batchId: z.uuid().optional() }),
  reply: z.object({
    batches: z.array(z.object({ batchId: z.uuid(), name: z.string() })),
    units: z.array(
      z.object({
        unitId: z.uuid(),
        name: z.string(),
        /** Posts of it that can be made responsible; none for a unit above the reader's own. */
        posts: z.array(z.object({ post: z.string(), name: text })),
      }),
    ),
  }),
})

const short = wordedInput(100)
const participant = z.strictObject({
  /** Empty while nobody chose it. */
  unitId: named(fields.unit, z.union([z.uuid(), z.literal('')])),
  person: named(fields.person, short.min(1)),
})
const decided = z.strictObject({
  what: named(fields.what, wordedInput(500, 2)),
  /** Null and empty where nobody was named: refused with the clause. */
  unitId: named(fields.responsible, z.uuid().nullable()),
  post: named(fields.responsible, keyInput(40)),
  dueOn: named(fields.dueOn, day),
})

export const recordConsultation = route({
  method: 'POST',
  path: '/api/consultations',
  permission: 'consultation.record',
  summary: { zh: '登记会商纪要', en: 'Record a consultation' },
  body: z.strictObject({
    batchId: named(fields.batch, z.uuid()),
    heldOn: named(fields.heldOn, day),
    way: named(fields.way, way),
    place: named(fields.place, short),
    topic: named(fields.topic, short.min(2)),
    matters: named(fields.matters, proseInput(5000, 2)),
    participants: named(fields.participants, z.array(participant).max(100)),
    decisions: named(fields.decisions, z.array(decided).max(50)),
  }),
  reply: z.object({ consultationId: z.uuid() }),
})

const decision = z.object({
  decisionId: z.uuid(),
  no: z.number(),
  what: z.string(),
  unitName: z.string(),
  post: text,
  dueOn: z.string(),
  state,
  note: z.string(),
  closedByName: z.string().nullable(),
  closedAt: z.string().nullable(),
  /** Of one that is done: days after its day; 0 for in time. */
  lateDays: z.number(),
  actions: abilities('complete', 'cancel'),
})
export type DecisionView = z.infer<typeof decision>

export const showConsultation = route({
  method: 'GET',
  path: '/api/consultations/:consultationId',
  permission: 'consultation.view',
  summary: { zh: '一次会商', en: 'One consultation' },
  params: onConsultation,
  reply: z.object({
    consultationId: z.uuid(),
    today: z.string(),
    batchName: z.string(),
    unitName: z.string(),
    heldOn: z.string(),
    way,
    place: z.string(),
    topic: z.string(),
    matters: z.string(),
    participants: z.array(z.object({ unitName: z.string(), person: z.string() })),
    decisions: z.array(decision),
    amendments: z.array(z.object({ amendment: z.string(), byName: z.string(), at: z.string() })),
    recordedByName: z.string(),
    recordedAt: z.string(),
    actions: abilities('amend'),
  }),
})
export type ConsultationView = z.infer<typeof showConsultation.reply>

export const minutesWord = route({
  method: 'GET',
  path: '/api/consultations/:consultationId/paper.docx',
  permission: 'paper.view',
  summary: { zh: '下载会商纪要（Word）', en: 'The official paper of the minutes as Word' },
  params: onConsultation,
  search: z.strictObject({ language: z.enum(['zh', 'en']).default('zh') }),
  download: true,
})

export const amendConsultation = route({
  method: 'POST',
  path: '/api/consultations/:consultationId/amendments',
  permission: 'consultation.record',
  summary: { zh: '补充会商纪要', en: 'Amend the minutes' },
  params: onConsultation,
  body: z.strictObject({ amendment: proseInput(2000) }),
  reply: z.object({ amendments: z.number() }),
})

const note = proseInput(1000)

export const completeDecision = route({
  method: 'POST',
  path: '/api/decisions/:decisionId/completion',
  permission: 'consultation.answer',
  summary: { zh: '办结议定事项', en: 'Finish a decision' },
  params: onDecision,
  body: z.strictObject({ note }),
  reply: z.object({ state }),
})

export const cancelDecision = route({
  method: 'POST',
  path: '/api/decisions/:decisionId/cancellation',
  permission: 'consultation.record',
  summary: { zh: '撤销议定事项', en: 'Call a decision off' },
  params: onDecision,
  body: z.strictObject({ note }),
  reply: z.object({ state }),
})
