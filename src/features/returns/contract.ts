import { z } from 'zod'
import { clauseList } from '../../policy/clauses.ts'
import { recordKinds } from '../../policy/measures.ts'
import type { ReturnState, Timeliness } from '../../policy/returns.ts'
import { type Cadence, isPeriod } from '../../shared/periods.ts'
import { route } from '../../shared/route.ts'
import { ability } from '../pilots/contract.ts'

const text = z.object({ zh: z.string(), en: z.string() })
const onPilot = z.strictObject({ pilotId: z.uuid() })
const onReturn = z.strictObject({ filingId: z.uuid() })
const state = z.enum(['open', 'submitted', 'accepted', 'recorded'] satisfies ReturnState[])
const indicator = z.string().min(1).max(10)
const period = z.string().max(8).refine(isPeriod, { error: 'no period' })
const cadence = z.enum(['month', 'quarter', 'half-year'] satisfies Cadence[])
const figure = z.number().nullable()
const reason = z.string().trim().max(1000)

const version = z.object({ no: z.number(), hash: z.string(), submittedByName: z.string(), submittedAt: z.string() })
const done = z.object({ byName: z.string(), at: z.string() })
const timeliness = z.object({
  state: z.enum(['on-time', 'late', 'due', 'overdue'] satisfies Timeliness['state'][]),
  days: z.number(),
})

const owedReturn = z.object({
  period,
  dueOn: z.string(),
  /** `coming`: the period is not over; `owed`: over, not opened. */
  state: z.enum(['coming', 'owed', ...state.options]),
  timeliness,
  filingId: z.uuid().nullable(),
  submittedAt: z.string().nullable(),
  submittedByName: z.string().nullable(),
  hash: z.string().nullable(),
  acceptedAt: z.string().nullable(),
  /** Figures behind time and reduced by the county; of a submitted return. */
  behind: z.number().nullable(),
  reduced: z.number().nullable(),
  /** Whether the reader may open it now. */
  open: ability,
})
export type OwedReturn = z.infer<typeof owedReturn>

export const listReturns = route({
  method: 'GET',
  path: '/api/pilots/:pilotId/returns',
  permission: 'return.view',
  summary: { zh: '定期报表清单', en: 'Returns of a pilot' },
  params: onPilot,
  reply: z.object({
    pilotId: z.uuid(),
    parkName: z.string(),
    countyName: z.string(),
    cadence,
    name: text,
    today: z.string(),
    periods: z.array(owedReturn),
  }),
})

export const openReturn = route({
  method: 'POST',
  path: '/api/pilots/:pilotId/returns',
  permission: 'return.open',
  summary: { zh: '生成定期报表', en: 'Open the return of a period' },
  params: onPilot,
  body: z.strictObject({ period }),
  reply: z.object({ filingId: z.uuid() }),
})

/** `formula`: how it is counted, in words; rate, time and gap in percent. */
const row = z.object({
  indicator,
  l1: text,
  l2: text,
  name: text,
  unit: text,
  formula: text,
  kind: z.enum(['cumulative', 'point', 'ratio', 'qualitative']),
  /** Whether the product computes it; if not, its figures are null and the park may only explain. */
  computed: z.boolean(),
  target: z.number(),
  yearTarget: z.number(),
  baseline: z.number(),
  thisPeriod: figure,
  thisYear: figure,
  total: figure,
  rate: figure,
  timeProgress: z.number(),
  gap: figure,
  proofs: z.number(),
  /** Against the return before: what it reported and what was accepted of it, and by how much its total differs today. */
  previous: z
    .object({ period, reported: figure, accepted: figure, reductionReason: z.string(), correction: figure })
    .nullable(),
  reason: z.string(),
  /** What counts: the total, or what the county reduced it to; null before it has judged. */
  accepted: figure,
  reductionReason: z.string(),
})
export type ReturnRow = z.infer<typeof row>

/** Names null while it is open; money in fen up to the cut-off, the rate in percent. */
const head = z.object({
  countyName: z.string(),
  parkName: z.string(),
  cadence,
  /** What the edition calls the table, and the clause under which it wants it. */
  name: text,
  clause: z.enum(clauseList),
  parkUscc: z.string(),
  period,
  cutOff: z.string(),
  /** The version of the plan whose targets it is held to (G5.5). */
  plan: z.object({ no: z.number(), inForceFrom: z.string() }),
  filledBy: z.string().nullable(),
  reviewedBy: z.string().nullable(),
  submittedOn: z.string().nullable(),
  awardFen: z.number(),
  receivedFen: z.number(),
  spentFen: z.number(),
  executionRate: figure,
})
export type ReturnHead = z.infer<typeof head>

export const showReturn = route({
  method: 'GET',
  path: '/api/returns/:filingId',
  permission: 'return.view',
  summary: { zh: '定期报表', en: 'The table of a period' },
  params: onReturn,
  reply: z.object({
    filingId: z.uuid(),
    pilotId: z.uuid(),
    state,
    dueOn: z.string(),
    today: z.string(),
    timeliness,
    head,
    rows: z.array(row),
    /** What a save must name, and who wrote last. */
    reasons: z.object({ revision: z.number(), editedByName: z.string().nullable(), editedAt: z.string().nullable() }),
    gaps: z.array(z.object({ indicator, text, clause: z.string().nullable() })),
    version: version.nullable(),
    acceptance: done.nullable(),
    recording: done.extend({ no: z.string() }).nullable(),
    /** Frozen figures that the records would make different today; they go into the return of `period`. */
    later: z
      .object({
        period: period.nullable(),
        figures: z.array(z.object({ indicator, name: text, reported: figure, now: figure })),
      })
      .nullable(),
    actions: z.array(ability),
  }),
})
export type ReturnView = z.infer<typeof showReturn.reply>

/** Reasons by indicator; figures are computed. */
export const explainReturn = route({
  method: 'PUT',
  path: '/api/returns/:filingId/reasons',
  permission: 'return.explain',
  summary: { zh: '填写偏差原因及措施', en: 'Explain the figures' },
  params: onReturn,
  body: z.strictObject({ revision: z.int().min(0), reasons: z.record(indicator, reason) }),
  reply: z.object({ revision: z.number(), savedAt: z.string() }),
})

export const submitReturn = route({
  method: 'POST',
  path: '/api/returns/:filingId/submission',
  permission: 'return.submit',
  summary: { zh: '报送定期报表', en: 'Submit the return' },
  params: onReturn,
  /** The revision of the reasons that was read. */
  body: z.strictObject({ revision: z.int().min(0) }),
  reply: z.object({ no: z.number(), hash: z.string() }),
})

const reduction = z.strictObject({ indicator, accepted: z.number(), reason })
export type Reduction = z.infer<typeof reduction>

export const acceptReturn = route({
  method: 'POST',
  path: '/api/returns/:filingId/acceptance',
  permission: 'return.accept',
  summary: { zh: '核定定期报表', en: 'Accept the return' },
  params: onReturn,
  /** Figures not named are accepted as reported. */
  body: z.strictObject({ versionNo: z.int().min(1), reductions: z.array(reduction).max(100) }),
  reply: z.object({ state, reduced: z.number() }),
})

const record = z.object({
  kind: z.enum(recordKinds),
  recordId: z.uuid(),
  /** The day from which it counts. */
  day: z.string(),
  value: z.number(),
  of: figure,
  /** False where another record of the same subject counts already. */
  counted: z.boolean(),
  proofs: z.number(),
  title: text,
  detail: text,
  /** Where the record and its papers are. */
  href: z.string(),
})
export type RecordView = z.infer<typeof record>

export const listRowRecords = route({
  method: 'GET',
  path: '/api/returns/:filingId/rows/:indicator/records',
  permission: 'return.view',
  summary: { zh: '指标数值所依据的记录', en: 'The records behind a figure' },
  params: onReturn.extend({ indicator }),
  search: z.strictObject({
    span: z.enum(['period', 'year', 'total']).default('total'),
    page: z.coerce.number<string | number>().int().min(1).max(10_000).default(1),
    pageSize: z.coerce.number<string | number>().int().min(1).max(200).default(50),
  }),
  reply: z.object({
    indicator,
    name: text,
    formula: text,
    unit: text,
    kind: row.shape.kind,
    /** Sums over what counts in the span; `of` for a ratio. */
    value: z.number(),
    of: figure,
    figure,
    frozen: z.boolean(),
    total: z.number(),
    records: z.array(record),
    /** What came to the return before since it was frozen, and what no longer stands behind it. */
    changes: z.object({ period, added: z.array(record), removed: z.array(record) }).nullable(),
  }),
})

export const returnWorkbook = route({
  method: 'GET',
  path: '/api/returns/:filingId/workbook',
  permission: 'return.view',
  summary: { zh: '下载定期报表', en: 'The table as an Excel workbook' },
  params: onReturn,
  search: z.strictObject({ language: z.enum(['zh', 'en']).default('zh') }),
  download: true,
})
