import { z } from 'zod'
import { filingStates } from '../../../policy/filings/filing.ts'
import { matterAmount, matterKindList } from '../../../policy/plan/matter.ts'
import { dayInput, keyInput, proseInput } from '../../../shared/inputs.ts'
import { abilities, pageInputs, route, sortInput } from '../../../shared/route.ts'
import { seat } from '../course/opinion-contract.ts'
import { sectionShapes } from '../plan/contract.ts'

const onPilot = z.strictObject({ pilotId: z.uuid() })
const kind = z.enum(matterKindList)
const instant = z.iso.datetime({ offset: true })
const clockState = z.enum(['on-time', 'late', 'running', 'overdue'])

/** What is sent for each section. A change sends the sections it touches; the others stay as in the version it is drawn against. */
export const matterShapes = {
  report: z.strictObject({
    kind,
    occurredAt: instant,
    course: proseInput(4000),
    indicators: z.array(keyInput(10)).max(60),
    amountFen: z.int().min(matterAmount.min).max(matterAmount.max).nullable(),
    measures: proseInput(4000),
    request: proseInput(4000),
  }),
  change: z.strictObject({
    /** The version of the plan it is drawn against; null asks for no change. */
    basedOn: z.uuid().nullable(),
    /** Null: from the day of the last approval. */
    inForceFrom: dayInput().nullable(),
    sections: z.strictObject(sectionShapes).partial(),
  }),
} as const

const clock = z.object({
  reportBy: z.string(),
  reported: clockState,
  passOnBy: z.string().nullable(),
  passedOn: clockState.nullable(),
  openBy: z.string().nullable(),
  provisional: z.boolean(),
})

const matterRow = z.object({
  filingId: z.uuid(),
  pilotId: z.uuid(),
  parkName: z.string(),
  countyName: z.string(),
  /** Its number within the pilot: `2026-001`. */
  no: z.string(),
  kind,
  occurredAt: z.string(),
  state: z.enum(filingStates),
  asksChange: z.boolean(),
  waitingFor: z.array(seat),
  reportedAt: z.string().nullable(),
  clock,
  /** The version of the plan it led to. */
  madeNo: z.number().nullable(),
})
export type MatterRow = z.infer<typeof matterRow>

export const listPilotMatters = route({
  method: 'GET',
  path: '/api/pilots/:pilotId/matters',
  permission: 'filing.view',
  bySeat: true,
  summary: { zh: '试点的重大事项', en: 'Major matters of a pilot' },
  params: onPilot,
  reply: z.object({ matters: z.array(matterRow), actions: abilities('open') }),
})

export const listMatters = route({
  method: 'GET',
  path: '/api/matters',
  permission: 'filing.view',
  summary: { zh: '重大事项', en: 'Major matters' },
  search: z.strictObject({
    state: z.enum(filingStates).optional(),
    kind: kind.optional(),
    sort: sortInput('no', 'countyName', 'kind', 'occurredAt', 'state', 'clock', 'outcome'),
    ...pageInputs(),
  }),
  reply: z.object({ matters: z.array(matterRow), total: z.number() }),
})

/** What has to be known before a matter is opened (`opening` of `POST /api/filings`): its number follows. */
export const matterOpening = z.strictObject({ kind, occurredAt: instant })

/** What a matter has beside its filing: clocks, the plan in force, the version that it led to. */
export const showMatter = route({
  method: 'GET',
  path: '/api/filings/:filingId/matter',
  permission: 'filing.view',
  bySeat: true,
  summary: { zh: '重大事项的时限与方案版本', en: 'Clocks and plan versions of a major matter' },
  params: z.strictObject({ filingId: z.uuid() }),
  reply: matterRow.extend({
    /** The newest version of the plan, and the one that the change is drawn against when that is another. */
    inForce: z.object({ id: z.uuid(), no: z.number(), inForceFrom: z.string(), content: z.unknown() }),
    base: z.object({ id: z.uuid(), no: z.number(), content: z.unknown() }).nullable(),
    made: z.object({ no: z.number(), inForceFrom: z.string() }).nullable(),
  }),
})
