import { z } from 'zod'
import type { FigureSource } from '../../../policy/editions/edition-rules.ts'
import { filingStates } from '../../../policy/filings/filing.ts'
import { keyInput, referenceInput } from '../../../shared/inputs.ts'
import { type Cadence, isPeriod } from '../../../shared/periods.ts'
import { abilities, route } from '../../../shared/route.ts'

const text = z.object({ zh: z.string(), en: z.string() })
const figure = z.number().nullable()
const source = z.enum(['park', 'inspection'] satisfies FigureSource[]).nullable()
const state = z.enum(filingStates)
const period = keyInput(8).refine(isPeriod, { error: 'no period' })

/** Which tables: of a batch, for a period, of one county or of all the reader sees. */
const asked = z.strictObject({
  batchId: z.uuid().optional(),
  period: period.optional(),
  countyId: z.uuid().optional(),
})

const park = z.object({
  pilotId: z.uuid(),
  parkName: z.string(),
  countyId: z.uuid(),
  countyName: z.string(),
  /** Null where it was not opened yet. */
  state: state.nullable(),
  filingId: z.uuid().nullable(),
  submittedAt: z.string().nullable(),
  recordNo: z.string().nullable(),
})
export type ParkState = z.infer<typeof park>

/** What one park or county gave to a row; null where no table of it is accepted. */
const part = z
  .object({ target: z.number(), thisPeriod: figure, thisYear: figure, total: figure, rate: figure })
  .nullable()

const row = z.object({
  indicator: z.string(),
  l1: text,
  l2: text,
  name: text,
  unit: text,
  kind: z.enum(['cumulative', 'point', 'ratio', 'mean', 'qualitative']),
  /** Where its figures come from if it is not computed; null if it is. */
  source,
  /** Answers of people, or any other record. */
  counts: z.enum(['answers', 'records']),
  target: z.number(),
  thisPeriod: figure,
  thisYear: figure,
  total: figure,
  /** Percent. */
  rate: figure,
  /** In the order of `columns`. */
  parts: z.array(part),
})
export type MergedRowView = z.infer<typeof row>

const table = z.object({
  batchId: z.uuid(),
  period,
  cadence: z.enum(['month', 'quarter', 'half-year'] satisfies Cadence[]),
  /** What the edition calls the table. */
  name: text,
  clause: z.string(),
  dueOn: z.string(),
  /** Whose: a county's, or null for all together. */
  countyId: z.uuid().nullable(),
  unitName: z.string(),
  /** Every park of it with the state of its table. */
  parks: z.array(park),
  /** Parks whose table is not accepted yet; merged is what is accepted. */
  missing: z.number(),
  /** Fen, of the accepted tables. */
  awardFen: z.number(),
  receivedFen: z.number(),
  spentFen: z.number(),
  executionRate: figure,
  /** What the ledger makes of the rate; null where it is the same. */
  ledgerRate: figure,
  /** A park or, above the county, a county; opens what its figures come from. */
  columns: z.array(
    z.object({
      key: z.uuid(),
      name: z.string(),
      to: z.string().nullable(),
      /** Whether any table of it is accepted. */
      accepted: z.boolean(),
      /** Fen, of its accepted tables. */
      awardFen: z.number(),
      receivedFen: z.number(),
      spentFen: z.number(),
      executionRate: figure,
      ledgerRate: figure,
    }),
  ),
  rows: z.array(row),
  /** Whether anybody takes these tables on record. */
  isRecorded: z.boolean(),
  /** Whether recording takes two persons of the reader's department. */
  takesTwo: z.boolean(),
  actions: abilities('record'),
})
export type MergedTable = z.infer<typeof table>

export const showTables = route({
  method: 'GET',
  path: '/api/tables',
  permission: 'table.view',
  summary: { zh: '汇总表', en: 'The tables of a period, merged' },
  search: asked,
  reply: z.object({
    today: z.string(),
    batches: z.array(z.object({ batchId: z.uuid(), name: z.string() })),
    /** Periods of the batch shown, the newest that is over first asked for. */
    periods: z.array(period),
    counties: z.array(z.object({ countyId: z.uuid(), name: z.string() })),
    table: table.nullable(),
  }),
})

export const tablesWorkbook = route({
  method: 'GET',
  path: '/api/tables/workbook',
  permission: 'table.view',
  summary: { zh: '下载汇总表', en: 'The merged table as an Excel workbook' },
  search: asked.extend({ language: z.enum(['zh', 'en']).default('zh') }),
  download: true,
})

/** The province takes the tables of all parks of a county on record at once, under one number. */
export const recordTables = route({
  method: 'POST',
  path: '/api/tables/recording',
  permission: 'filing.record',
  summary: { zh: '备案一县的定期报表', en: 'Record the tables of a county' },
  body: z.strictObject({
    batchId: z.uuid(),
    period,
    countyId: z.uuid(),
    recordNo: referenceInput(40, 1),
  }),
  /** `toSign`: prepared only, for another person to sign. */
  reply: z.object({ recorded: z.number(), toSign: z.number() }),
})
