import { z } from 'zod'
import { noticeStates } from '../../../policy/money/notices.ts'
import { publicContactInput, publicProseInput } from '../../../shared/inputs.ts'
import { abilities, route } from '../../../shared/route.ts'

const onReport = z.strictObject({ filingId: z.uuid() })
const onPublication = z.strictObject({ publicationId: z.uuid() })
const text = z.object({ zh: z.string(), en: z.string() })

/** What everybody may read of one park. Points in hundredths; grade and points null where it was not rated: why stands in `remark`. */
const publicResult = z.object({
  parkName: z.string(),
  countyName: z.string(),
  points: z.number().nullable(),
  grade: text.nullable(),
  remark: z.string(),
  /** Measures in force on the day of publication. */
  measures: z.array(z.object({ name: text, on: z.string() })),
})
export type PublicResult = z.infer<typeof publicResult>

/** What everybody may read of a publication in a list. `name`: of the evaluation; `unitName`: who evaluated. */
const head = z.object({
  publicationId: z.uuid(),
  name: text,
  batchName: z.string(),
  unitName: z.string(),
  publishedOn: z.string(),
  untilOn: z.string(),
  /** Working days after today; 0 on the last day. */
  daysLeft: z.number(),
  /** Rest days of the period were not announced yet; plain weekdays stood in for them. */
  provisional: z.boolean(),
  state: z.enum(noticeStates),
})
export type PublicationHead = z.infer<typeof head>

const whole = head.extend({
  clause: z.string(),
  /** Which post takes objections. */
  contact: z.string(),
  endReason: z.string(),
  results: z.array(publicResult),
})
export type WholePublication = z.infer<typeof whole>

export const listPublicEvaluations = route({
  method: 'GET',
  path: '/api/public/evaluations',
  permission: 'public',
  summary: { zh: '评价结果公示', en: 'Published results of evaluations' },
  search: z.strictObject({
    /** Instant; publications earlier than this. */
    before: z.iso.datetime().optional(),
  }),
  reply: z.object({
    /** `firstParks`: the names of the first of `parks`. */
    publications: z.array(head.extend({ parks: z.number(), firstParks: z.array(z.string()) })),
    next: z.string().nullable(),
  }),
})

export const showPublicEvaluation = route({
  method: 'GET',
  path: '/api/public/evaluations/:publicationId',
  permission: 'public',
  summary: { zh: '评价结果公示内容', en: 'Published results of an evaluation' },
  params: onPublication,
  /** `newerId`: the publication that stands instead of one that ended. */
  reply: whole.extend({ newerId: z.uuid().nullable() }),
})

/** The publication of a report for the authorities: what stands, what ended, and what would be published now. */
export const showPublication = route({
  method: 'GET',
  path: '/api/evaluation-reports/:filingId/publication',
  permission: 'evaluations.view',
  summary: { zh: '评价结果的公示情况', en: 'How results of evaluations are published' },
  params: onReport,
  reply: z.object({
    filingId: z.uuid(),
    name: text,
    batchName: z.string(),
    unitName: z.string(),
    clause: z.string(),
    reportState: text,
    standing: whole.nullable(),
    /** The one that ended last first. */
    former: z.array(whole.extend({ endedOn: z.string() })),
    /** Null while the report is not over, its results stand, or the edition publishes none. */
    draft: z
      .object({
        contact: z.string(),
        publishedOn: z.string(),
        untilOn: z.string(),
        workingDays: z.number(),
        provisional: z.boolean(),
        results: z.array(publicResult),
      })
      .nullable(),
    actions: abilities('publish', 'withdraw'),
  }),
})
export type PublicationView = z.infer<typeof showPublication.reply>

export const publishResults = route({
  method: 'POST',
  path: '/api/evaluation-reports/:filingId/publications',
  permission: 'evaluation.publish',
  summary: { zh: '公示评价结果', en: 'Publish results of evaluations' },
  params: onReport,
  body: z.strictObject({ contact: publicContactInput(200) }),
  reply: z.object({ publicationId: z.uuid(), untilOn: z.string() }),
})

export const withdrawResults = route({
  method: 'POST',
  path: '/api/evaluation-publications/:publicationId/withdrawal',
  permission: 'evaluation.publish',
  summary: { zh: '撤回评价结果公示', en: 'Withdraw published results' },
  params: onPublication,
  /** Read by everybody. */
  body: z.strictObject({ reason: publicProseInput(1000) }),
  reply: z.object({ state: z.enum(noticeStates) }),
})

/** How the results of one report are published, for an overview. */
export const reportPublication = z.object({
  filingId: z.uuid(),
  unitName: z.string(),
  /** Null: not published. */
  publication: z
    .object({ publicationId: z.uuid(), state: z.enum(noticeStates), publishedOn: z.string(), untilOn: z.string() })
    .nullable(),
})
export type ReportPublication = z.infer<typeof reportPublication>
