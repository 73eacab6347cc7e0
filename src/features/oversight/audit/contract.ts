import { z } from 'zod'
import { keyInput, nameSearch, strictDayInput } from '../../../shared/inputs.ts'
import { placed, placeInputs, route, sortInput } from '../../../shared/route.ts'

const event = z.object({
  eventId: z.uuid(),
  at: z.string(),
  /** `tranche.released`: in words by `eventName`. */
  kind: z.string(),
  /** Who acted, at which post; null where nobody was signed in. */
  by: z.string().nullable(),
  post: z.string().nullable(),
  /** Null for strangers, and for what was recorded before addresses were. */
  address: z.string().nullable(),
  clause: z.string().nullable(),
  /** Id of the record that it is about. */
  subject: z.uuid().nullable(),
  /** Name of the unit that it belongs to. */
  unitName: z.string(),
  /** Number of its seal; null until it has one. */
  seal: z.number().nullable(),
})
export type AuditEvent = z.infer<typeof event>

export const listEvents = route({
  method: 'GET',
  path: '/api/audit/events',
  permission: 'audit.view',
  summary: { zh: '操作记录', en: 'Audit trail' },
  search: z.strictObject({
    /** Part of the name of who acted, or whom a sign-in was of. */
    by: nameSearch().optional(),
    /** What it is about: the first part of a kind. */
    about: keyInput(40).optional(),
    kind: keyInput(60).optional(),
    /** The history of one record. */
    subject: z.uuid().optional(),
    /** Days of the programme, both counted. Without any, and without a record, the last 31 days. */
    from: strictDayInput().optional(),
    to: strictDayInput().optional(),
    sort: sortInput('at', 'kind', 'by', 'unitName', 'address', 'clause', 'seal'),
    ...placeInputs(),
  }),
  /** `from`: the first day that is listed; null where all are. */
  reply: z.object({ events: z.array(event), total: z.number(), placed, from: z.string().nullable() }),
})

export const showEvent = route({
  method: 'GET',
  path: '/api/audit/events/:eventId',
  permission: 'audit.view',
  summary: { zh: '一条操作记录', en: 'One event of the trail' },
  params: z.strictObject({ eventId: z.uuid() }),
  reply: event.extend({
    /** Id of the request, as in the log. */
    request: z.string().nullable(),
    /** Its place in its seal, and its hashes; null until it is sealed. */
    place: z.number().nullable(),
    sha256: z.string().nullable(),
    sm3: z.string().nullable(),
    changes: z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
  }),
})

const seal = z.object({
  no: z.number(),
  sealedAt: z.string(),
  events: z.number(),
  sha256: z.string(),
  sm3: z.string(),
})
export type SealView = z.infer<typeof seal>

/** Newest first. */
export const listSeals = route({
  method: 'GET',
  path: '/api/audit/seals',
  permission: 'audit.view',
  summary: { zh: '操作记录封存值', en: 'Seals of the audit trail' },
  search: z.strictObject({ sort: sortInput('no', 'sealedAt', 'events'), ...placeInputs() }),
  reply: z.object({ seals: z.array(seal), total: z.number(), placed }),
})
