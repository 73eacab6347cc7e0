import { z } from 'zod'
import { standingStates } from '../../../policy/calendar/deadlines.ts'
import { filingStates } from '../../../policy/filings/filing.ts'
import { keyInput } from '../../../shared/inputs.ts'
import { route } from '../../../shared/route.ts'

const county = z.object({
  unitId: z.uuid(),
  unitName: z.string(),
  scope: z.string(),
  filingId: z.uuid().nullable(),
  state: z.enum(filingStates).nullable(),
  isDone: z.boolean(),
  standing: z.object({ state: z.enum(standingStates), days: z.number(), workingDays: z.number() }),
  recordNo: z.string().nullable(),
  /** What is on record; null while it is not. */
  content: z.record(z.string(), z.unknown()).nullable(),
})
export type CountySummary = z.infer<typeof county>

export const mergeSummaries = route({
  method: 'GET',
  path: '/api/summaries',
  permission: 'province.view',
  summary: { zh: '汇总半年总结', en: 'Half-year summaries of all counties' },
  search: z.strictObject({ batchId: z.uuid().optional(), period: keyInput(8).optional() }),
  reply: z.object({
    /** Batches that owe summaries, with the half-years that are over. */
    batches: z.array(z.object({ batchId: z.uuid(), name: z.string(), periods: z.array(z.string()) })),
    /** What is shown: as asked, or the newest. */
    batchId: z.uuid().nullable(),
    period: z.string().nullable(),
    clause: z.string().nullable(),
    counties: z.array(county),
  }),
})
