import { z } from 'zod'
import type { FigureSource } from '../../../policy/editions/edition-rules.ts'
import { filingStates } from '../../../policy/filings/filing.ts'
import { clauseList } from '../../../policy/guide/clauses.ts'
import { recordKinds } from '../../../policy/records/records.ts'
import { keyInput, proseInput } from '../../../shared/inputs.ts'
import { type Cadence, isPeriod } from '../../../shared/periods.ts'
import { ability, pageInputs, route } from '../../../shared/route.ts'
import { standing } from '../course/contract.ts'
import { seat } from '../course/opinion-contract.ts'

const text = z.object({ zh: z.string(), en: z.string() })
const onPilot = z.strictObject({ pilotId: z.uuid() })
const onReturn = z.strictObject({ filingId: z.uuid() })
const indicator = keyInput(10, 1)
const period = keyInput(8).refine(isPeriod, { error: 'no period' })
const cadence = z.enum(['month', 'quarter', 'half-year'] satisfies Cadence[])
const figure = z.number().nullable()
const source = z.enum(['park', 'inspection'] satisfies FigureSource[]).nullable()
const reason = proseInput(1000)

const owedReturn = z.object({
  period,
  dueOn: z.string(),
  /** `coming`: the period is not over; `owed`: over, not opened. */
  state: z.enum(['coming', 'owed', ...filingStates]),
  standing,
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
  permission: 'filing.view',
  bySeat: true,
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

/** A sum, or of a ratio the part and its whole. */
const part = z.object({ value: z.number(), of: figure })

/** What a judge took off a figure: who, in which table, and where it was lifted again. `amount`: of a ratio, off its part. */
const reductionView = z.object({
  id: z.uuid(),
  period,
  amount: z.number(),
  /** What was left of the total in that table. */
  accepted: z.number(),
  reason: z.string(),
  seat,
  byName: z.string(),
  at: z.string(),
  lift: z.object({ period, reason: z.string(), byName: z.string(), at: z.string() }).nullable(),
})
export type ReductionView = z.infer<typeof reductionView>

/** `formula`: how it is counted, in words; rate, time and gap in percent; figures after the reductions that stand. */
const row = z.object({
  indicator,
  l1: text,
  l2: text,
  name: text,
  unit: text,
  formula: text,
  kind: z.enum(['cumulative', 'point', 'ratio', 'mean', 'qualitative']),
  /** Whether the product computes it; if not, its figures are null and the park may only explain. */
  computed: z.boolean(),
  /** Where its figures come from if it does not; null if it does. */
  source,
  /** Answers of people, or any other record. */
  counts: z.enum(['answers', 'records']),
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
  /** How many decimals an accepted figure has: none for what is counted, down to the fen for money. */
  decimals: z.number(),
  /** What the records make of it before any reduction; null where it is not computed. */
  parts: z.object({ period: part, year: part, total: part }).nullable(),
  /** Against the return before: what its records made and what stood of it, and by how much the records differ today. */
  previous: z.object({ period, reported: figure, accepted: figure, correction: figure }).nullable(),
  reason: z.string(),
  /** The total, once every seat has judged; null before. */
  accepted: figure,
  /** Those that stand in this table, from earlier ones too, and those that its judge lifted. */
  reductions: z.array(reductionView),
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
  /** What the ledger makes of the rate; null where it is the same. */
  ledgerRate: figure,
})
export type ReturnHead = z.infer<typeof head>

/** The table itself: live while its filing is open, frozen afterwards; reasons are its one section (`reasons`). */
export const showTable = route({
  method: 'GET',
  path: '/api/filings/:filingId/table',
  permission: 'filing.view',
  bySeat: true,
  summary: { zh: '定期报表的数值', en: 'The figures of a table' },
  params: onReturn,
  reply: z.object({
    head,
    rows: z.array(row),
    /** Frozen figures that the records would make different today; they go into the return of `period`. */
    later: z
      .object({
        period: period.nullable(),
        figures: z.array(z.object({ indicator, name: text, reported: figure, now: figure })),
      })
      .nullable(),
    /** What holds the submission besides the reasons, which the reader may be typing just now; null where nothing does. */
    held: z.object({ text, clause: z.string().nullable() }).nullable(),
  }),
})
export type TableView = z.infer<typeof showTable.reply>

/** The section `reasons`: reasons by indicator; figures are computed. */
export const reasonsShape = z.strictObject({ reasons: z.record(indicator, reason) })

/** `accepted`: the total that is left, a number of the kind that its unit is. */
const reduction = z.strictObject({ indicator, accepted: z.number(), reason })
export type Reduction = z.infer<typeof reduction>

const lift = z.strictObject({ reductionId: z.uuid(), reason })
export type Lift = z.infer<typeof lift>

/**
 * What a judge may alter (`judgment` of an opinion): reductions of earlier tables are lifted first, then figures are reduced. What
 * is not named is accepted as it stands, with the reductions before.
 */
export const tableJudgment = z.strictObject({
  reductions: z.array(reduction).max(100).default([]),
  lifts: z.array(lift).max(100).default([]),
})
export type TableJudgment = z.output<typeof tableJudgment>

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
  path: '/api/filings/:filingId/rows/:indicator/records',
  permission: 'filing.view',
  bySeat: true,
  summary: { zh: '指标数值所依据的记录', en: 'The records behind a figure' },
  params: onReturn.extend({ indicator }),
  search: z.strictObject({
    span: z.enum(['period', 'year', 'total']).default('total'),
    ...pageInputs(),
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
