import { z } from 'zod'
import { evaluationStates } from '../../../policy/evaluation/course.ts'
import { route } from '../../../shared/route.ts'
import { reportPublication } from '../publications/contract.ts'
import { evaluationKind } from './contract.ts'

const text = z.object({ zh: z.string(), en: z.string() })
const spread = z.object({ count: z.number(), least: z.number(), mean: z.number(), most: z.number() })

/** A part or an item over the results in force: hundredths. `sharePercent`: scored, of the points of what applied. */
const scored = z.object({
  id: z.string(),
  name: text,
  points: z.number(),
  spread: spread.nullable(),
  sharePercent: z.number().nullable(),
})

const asked = z.strictObject({ batchId: z.uuid().optional(), kind: evaluationKind.optional() })
const askedPaper = asked.extend({ language: z.enum(['zh', 'en']).default('zh') })

/** Evaluations of one kind in one batch: how far each is, what the results in force come to, and how they spread. */
export const compareEvaluations = route({
  method: 'GET',
  path: '/api/evaluations',
  permission: 'evaluations.view',
  summary: { zh: '评价结果对比', en: 'Results of evaluations compared' },
  search: asked,
  reply: z.object({
    batches: z.array(z.object({ batchId: z.uuid(), name: z.string(), kinds: z.array(evaluationKind) })),
    batchId: z.uuid().nullable(),
    kind: evaluationKind.nullable(),
    name: text.nullable(),
    clause: z.string().nullable(),
    /** Reports that are over, each with what is published of it. */
    publications: z.array(reportPublication),
    /** Pilots of the batch, evaluated or not. */
    pilots: z.number(),
    grades: z.array(z.object({ grade: z.string(), name: text, count: z.number() })),
    notRated: z.number(),
    parts: z.array(scored),
    items: z.array(scored),
    /** In force by points, the best first; then what is under way. */
    rows: z.array(
      z.object({
        evaluationId: z.uuid(),
        pilotId: z.uuid(),
        parkName: z.string(),
        countyName: z.string(),
        state: z.enum(evaluationStates),
        rank: z.number().nullable(),
        points: z.number().nullable(),
        grade: text.nullable(),
        /** Change since the mid-term result, hundredths; null where there is none. */
        change: z.number().nullable(),
        /** The items furthest from the mean, with the difference in hundredths. */
        why: z.array(z.object({ name: text, difference: z.number() })),
      }),
    ),
  }),
})

export const comparisonWord = route({
  method: 'GET',
  path: '/api/evaluations/paper.docx',
  permission: 'evaluations.view',
  summary: { zh: '下载评价结果对比（Word）', en: 'Results of evaluations compared, as Word' },
  search: askedPaper,
  download: true,
})

export const comparisonSheets = route({
  method: 'GET',
  path: '/api/evaluations/paper.xlsx',
  permission: 'evaluations.view',
  summary: { zh: '下载评价结果对比（Excel）', en: 'Results of evaluations compared, as an Excel workbook' },
  search: askedPaper,
  download: true,
})
