import { z } from 'zod'
import { filingStates } from '../../policy/filing.ts'
import { type MatterSection, matterKindList, matterSectionNames } from '../../policy/matter.ts'
import { type Seat, seats } from '../../policy/roles.ts'
import { route } from '../../shared/route.ts'
import { ability } from '../pilots/contract.ts'
import { sectionShapes } from '../plans/contract.ts'

const onPilot = z.strictObject({ pilotId: z.uuid() })
const onMatter = z.strictObject({ filingId: z.uuid() })
const kind = z.enum(matterKindList)
const instant = z.iso.datetime({ offset: true })
const seat = z.enum(seats as [Seat, ...Seat[]])
const verdict = z.enum(['approve', 'return'])
const sectionName = z.enum(Object.keys(matterSectionNames) as [MatterSection, ...MatterSection[]])
const mark = z.strictObject({ section: z.string().max(40), reason: z.string().max(1000) })
const clockState = z.enum(['on-time', 'late', 'running', 'overdue'])
const text = z.object({ zh: z.string(), en: z.string() })

/** What is sent for each section. A change sends the sections it touches; the others stay as in the version it is drawn against. */
export const matterShapes = {
  report: z.strictObject({
    kind,
    occurredAt: instant,
    course: z.string().max(4000),
    indicators: z.array(z.string().max(10)).max(60),
    /** Fen, at most 100 million yuan. */
    amountFen: z.int().min(0).max(10_000_000_000).nullable(),
    measures: z.string().max(4000),
    request: z.string().max(4000),
  }),
  change: z.strictObject({
    /** The version of the plan it is drawn against; null asks for no change. */
    basedOn: z.uuid().nullable(),
    /** Null: from the day of the last approval. */
    inForceFrom: z.string().max(10).nullable(),
    sections: z.strictObject(sectionShapes).partial(),
  }),
} as const

const clock = z.object({
  reportBy: z.string(),
  reported: clockState,
  passOnBy: z.string().nullable(),
  passedOn: clockState.nullable(),
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
  permission: 'matter.view',
  summary: { zh: '试点的重大事项', en: 'Major matters of a pilot' },
  params: onPilot,
  reply: z.object({ matters: z.array(matterRow), actions: z.array(ability) }),
})

export const listMatters = route({
  method: 'GET',
  path: '/api/matters',
  permission: 'matter.view',
  summary: { zh: '重大事项', en: 'Major matters' },
  search: z.strictObject({
    state: z.enum(filingStates).optional(),
    kind: kind.optional(),
    page: z.coerce.number<string | number>().int().min(1).max(100_000).default(1),
    pageSize: z.coerce.number<string | number>().int().min(1).max(200).default(50),
  }),
  reply: z.object({ matters: z.array(matterRow), total: z.number() }),
})

export const openMatter = route({
  method: 'POST',
  path: '/api/pilots/:pilotId/matters',
  permission: 'matter.edit',
  summary: { zh: '登记重大事项', en: 'Open a major-matter report' },
  params: onPilot,
  body: z.strictObject({ kind, occurredAt: instant }),
  reply: z.object({ filingId: z.uuid(), no: z.string() }),
})

const sectionView = z.object({
  section: sectionName,
  /** `MatterReport` or `MatterChange`. */
  content: z.unknown(),
  revision: z.number(),
  open: z.boolean(),
  editedByName: z.string().nullable(),
  editedAt: z.string().nullable(),
  marks: z.array(z.object({ seat, reason: z.string() })),
})

const frozen = z.object({
  no: z.number(),
  hash: z.string(),
  /** `{ report, change }`. */
  content: z.unknown(),
})

export const showMatter = route({
  method: 'GET',
  path: '/api/matters/:filingId',
  permission: 'matter.view',
  summary: { zh: '重大事项报告', en: 'A major-matter report' },
  params: onMatter,
  search: z.strictObject({ version: z.coerce.number<string | number>().int().min(1).optional() }),
  reply: matterRow.extend({
    sections: z.array(sectionView),
    /** The newest version of the plan, and the one that the change is drawn against when that is another. */
    inForce: z.object({ id: z.uuid(), no: z.number(), inForceFrom: z.string(), content: z.unknown() }),
    base: z.object({ id: z.uuid(), no: z.number(), content: z.unknown() }).nullable(),
    versions: z.array(
      z.object({
        no: z.number(),
        hash: z.string(),
        submittedByName: z.string(),
        submittedAt: z.string(),
        opinions: z.array(z.object({ seat, verdict, marks: z.array(mark), accountName: z.string(), at: z.string() })),
      }),
    ),
    /** The version asked for (the newest unless asked otherwise), and the one before it. */
    shown: frozen.nullable(),
    previous: frozen.nullable(),
    seats: z.array(seat),
    made: z.object({ no: z.number(), inForceFrom: z.string() }).nullable(),
    actions: z.array(ability),
  }),
})

export const saveMatterSection = route({
  method: 'PUT',
  path: '/api/matters/:filingId/sections/:section',
  permission: 'matter.edit',
  summary: { zh: '保存重大事项报告的一个部分', en: 'Save one section of a major-matter report' },
  params: onMatter.extend({ section: sectionName }),
  body: z.strictObject({ revision: z.int().min(0), content: z.unknown() }),
  reply: z.object({ revision: z.number(), savedAt: z.string() }),
})

export const checkMatter = route({
  method: 'GET',
  path: '/api/matters/:filingId/check',
  permission: 'matter.view',
  summary: { zh: '核对重大事项报告', en: 'Check a major-matter report' },
  params: onMatter,
  reply: z.object({
    gaps: z.array(
      z.object({
        section: sectionName,
        field: z.string(),
        code: z.string(),
        clause: z.string().nullable(),
        severity: z.enum(['error', 'warning']),
        text,
      }),
    ),
  }),
})

export const submitMatter = route({
  method: 'POST',
  path: '/api/matters/:filingId/submit',
  permission: 'matter.submit',
  summary: { zh: '报送重大事项报告', en: 'Submit a major-matter report' },
  params: onMatter,
  reply: z.object({ no: z.number(), hash: z.string() }),
})

export const withdrawMatter = route({
  method: 'POST',
  path: '/api/matters/:filingId/withdraw',
  permission: 'matter.submit',
  summary: { zh: '撤回重大事项报告', en: 'Withdraw a major-matter report' },
  params: onMatter,
  reply: z.object({}),
})

export const giveMatterOpinion = route({
  method: 'POST',
  path: '/api/matters/:filingId/opinions',
  permission: 'matter.give-opinion',
  summary: { zh: '审核重大事项', en: 'Give an opinion on a major matter' },
  params: onMatter,
  body: z.strictObject({
    verdict,
    /** The version that was read; an opinion on another one is stale. */
    versionNo: z.int().min(1),
    marks: z.array(mark).max(20),
  }),
  reply: z.object({ state: z.enum(filingStates), madeNo: z.number().nullable() }),
})
