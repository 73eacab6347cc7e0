import { z } from 'zod'
import { gradeList } from '../../../policy/editions/rule-terms.ts'
import { evaluationStates } from '../../../policy/evaluation/course.ts'
import { rectificationStateList } from '../../../policy/evaluation/rectification.ts'
import { checkVerdictList } from '../../../policy/evaluation/site-checks.ts'
import { type Post, postList } from '../../../policy/people/roles.ts'
import { abilities, route } from '../../../shared/route.ts'
import { fileShape } from '../../programme/files/contract.ts'
import { reportPublication } from '../publications/contract.ts'
import { countyOpinionShape } from './county-opinion-contract.ts'
import { seatShape } from './seat-contract.ts'

export const evaluationKind = z.enum(['mid-term-evaluation', 'final-evaluation'])
const pilotId = z.strictObject({ pilotId: z.uuid() })
export const evaluationId = z.strictObject({ evaluationId: z.uuid() })
const text = z.object({ zh: z.string(), en: z.string() })

/** One item in one column. Points in hundredths; null: it does not apply, or is open. */
const cellShape = z.object({
  points: z.number().nullable(),
  state: z.enum(['scored', 'not-applicable', 'open']),
  /** How the points come about, in words, and the parts of that sum. */
  sum: text,
  lines: z.array(text),
  cases: z.array(text),
  /** Who gave it, when and why; null where it is computed. */
  given: z
    .object({
      by: z.string(),
      at: z.string(),
      reason: z.string(),
      file: fileShape.nullable(),
      score: z.unknown(),
      /** False of an expert whose seat was taken back. */
      counts: z.boolean(),
    })
    .nullable(),
})
export type CellView = z.infer<typeof cellShape>

const choice = z.object({ id: z.string(), zh: z.string(), en: z.string(), points: z.number().optional() })

const itemShape = z.object({
  id: z.string(),
  name: text,
  counts: text,
  clause: z.string(),
  /** Hundredths. */
  points: z.number(),
  most: z.number(),
  mayDrop: z.boolean(),
  /** What a person judges it by; null where records say it. */
  judged: z
    .discriminatedUnion('by', [
      z.object({ by: z.literal('elements'), elements: z.array(choice) }),
      z.object({ by: z.literal('counts'), sources: z.array(choice) }),
      z.object({
        by: z.literal('band'),
        bands: z.array(choice.extend({ minPercent: z.number(), maxPercent: z.number() })),
      }),
    ])
    .nullable(),
  /** Where its records are read; null where a person judges it, there are none, or they are not the reader's to see. */
  href: z.string().nullable(),
  computed: cellShape,
  self: cellShape,
  /** Null to whoever is not to see them yet, as are the experts' own. */
  expert: cellShape.nullable(),
  final: cellShape.nullable(),
  experts: z.array(cellShape),
})
export type ItemView = z.infer<typeof itemShape>

const totalShape = z.object({
  /** Hundredths; null while an item is open. */
  total: z.number().nullable(),
  byPoints: text.nullable(),
  grade: text.nullable(),
  sum: text,
  vetoes: z.array(z.object({ name: text, cap: text, cases: z.array(text) })),
})
export type TotalView = z.infer<typeof totalShape>

const objectionShape = z.object({
  objectionId: z.uuid(),
  no: z.number(),
  item: z.string(),
  itemName: text,
  reason: z.string(),
  file: fileShape.nullable(),
  filedBy: z.string(),
  filedAt: z.string(),
  verdict: z.enum(['kept', 'changed']).nullable(),
  answer: z.string(),
  answeredBy: z.string().nullable(),
  answeredAt: z.string().nullable(),
})

const rectificationShape = z.object({
  rectificationId: z.uuid(),
  report: z.string(),
  file: fileShape,
  submittedBy: z.string(),
  submittedAt: z.string(),
  state: z.enum(rectificationStateList),
  decisionReason: z.string(),
  decidedBy: z.string().nullable(),
})

const siteCheckShape = z.object({
  no: z.number(),
  checkedOn: z.string(),
  /** Who was there, by post. */
  posts: z.array(text),
  findings: z.array(
    z.object({ item: z.string(), itemName: text, verdict: z.enum(checkVerdictList), remark: z.string() }),
  ),
  files: z.array(fileShape),
  recordedBy: z.string(),
  recordedAt: z.string(),
})
export type SiteCheckView = z.infer<typeof siteCheckShape>

export const evaluationShape = z.object({
  evaluationId: z.uuid(),
  pilotId: z.uuid(),
  parkName: z.string(),
  kind: evaluationKind,
  name: text,
  clause: z.string(),
  state: z.enum(evaluationStates),
  settled: z.boolean(),
  reported: z.boolean(),
  formName: text,
  computations: z.array(
    z.object({
      no: z.number(),
      cutOff: z.string(),
      baselineNo: z.number(),
      reason: z.string(),
      computedAt: z.string(),
    }),
  ),
  parts: z.array(
    z.object({ id: z.string(), name: text, points: z.number(), bonus: z.boolean(), items: z.array(itemShape) }),
  ),
  totals: z.object({
    computed: totalShape,
    self: totalShape,
    expert: totalShape.nullable(),
    final: totalShape.nullable(),
  }),
  /** What would bring the next grade, the cheapest first; null where the grade is the best, or none yet. */
  waysUp: z.object({ next: text, ways: z.array(z.object({ moves: z.array(text), total: z.number() })) }).nullable(),
  selfText: z.string(),
  selfSubmittedAt: z.string().nullable(),
  toldAt: z.string().nullable(),
  objectUntil: z.string().nullable(),
  agreed: z.boolean(),
  unratedReason: z.string(),
  /** Whether the pages of the pilot are the reader's to open: an expert reads them from an open seat. */
  seesRecords: z.boolean(),
  seats: z.array(seatShape),
  objections: z.array(objectionShape),
  rectifications: z.array(rectificationShape),
  /** Bureaus of the county whose opinion is still missing before a result is told; null where none is asked for. */
  opinionsMissing: z.array(text).nullable(),
  /** What the county said, the newest first; the park sees it once it is told, and no expert before. */
  countyOpinions: z.array(countyOpinionShape),
  grades: z.array(z.object({ grade: z.enum(gradeList), name: text })),
  /** Checks on site, the newest first; the park sees them once it is told. */
  siteChecks: z.array(siteCheckShape),
  /** Posts of the authority that may be named on a check. */
  postsOnSite: z.array(z.enum(postList as [Post, ...Post[]])),
  /** In force once the report is over. */
  result: z.object({ points: z.number().nullable(), grade: text.nullable(), at: z.string() }).nullable(),
  /** What everybody may read of it; null where it was never published. */
  publication: reportPublication.shape.publication,
  actions: abilities(
    'write-self',
    'submit-self',
    'return-self',
    'recompute',
    'name-expert',
    'take-seat-back',
    'declare',
    'score-expert',
    'score-final',
    'tell',
    'take-back',
    'object',
    'agree',
    'answer',
    'not-rate',
    'rectify',
    'decide-rectification',
    'check-on-site',
    'advise',
  ),
})
export type EvaluationView = z.infer<typeof evaluationShape>

export const showEvaluation = route({
  method: 'GET',
  path: '/api/evaluations/:evaluationId',
  permission: 'evaluation.view',
  summary: { zh: '绩效评价', en: 'An evaluation' },
  params: evaluationId,
  reply: evaluationShape,
})

/** What a pilot's edition owes, opened or not. */
export const listPilotEvaluations = route({
  method: 'GET',
  path: '/api/pilots/:pilotId/evaluations',
  permission: 'pilot.view',
  summary: { zh: '园区的绩效评价', en: "A pilot's evaluations" },
  params: pilotId,
  reply: z.object({
    parkName: z.string(),
    evaluations: z.array(
      z.object({
        kind: evaluationKind,
        name: text,
        clause: z.string(),
        /** The earliest cut-off. */
        fullOn: z.string(),
        evaluationId: z.uuid().nullable(),
        state: z.enum(evaluationStates).nullable(),
        result: z.object({ points: z.number().nullable(), grade: text.nullable(), at: z.string() }).nullable(),
        actions: abilities('open'),
      }),
    ),
  }),
})

/** Accounts of experts under the reader's own unit. */
export const listExperts = route({
  method: 'GET',
  path: '/api/evaluation-experts',
  permission: 'evaluation.hold',
  summary: { zh: '评审专家账号', en: 'Accounts of experts' },
  reply: z.object({ experts: z.array(z.object({ accountId: z.uuid(), name: z.string() })) }),
})
