import { z } from 'zod'
import { gradeList } from '../../../policy/editions/rule-terms.ts'
import { declarationList } from '../../../policy/evaluation/experts.ts'
import { checkVerdictList, siteCheckFields } from '../../../policy/evaluation/site-checks.ts'
import { type Post, postList } from '../../../policy/people/roles.ts'
import {
  codeInput,
  dayInput,
  keyInput,
  named,
  nameInput,
  proseInput,
  publicProseInput,
} from '../../../shared/inputs.ts'
import { type Method, route } from '../../../shared/route.ts'
import type { Text } from '../../../shared/words.ts'
import { evaluationId, evaluationKind } from './contract.ts'

const reply = z.object({ evaluationId: z.uuid() })
const reason = proseInput(1000)
const fileId = z.uuid().nullable().default(null)

/** Points in hundredths; what a person judges is given by the elements, the band or the counts of its form. */
export const scoreInput = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('points'), points: z.int().min(-100_000).max(100_000) }),
  z.strictObject({ by: z.literal('elements'), elements: z.array(keyInput(40, 1)).max(50) }),
  z.strictObject({ by: z.literal('band'), band: keyInput(40, 1), percent: z.number().min(-1000).max(1000) }),
  z.strictObject({ by: z.literal('counts'), counts: z.record(keyInput(40, 1), z.int().min(0).max(100_000)) }),
  z.strictObject({ by: z.literal('nothing') }),
])

function act<const Body extends z.ZodType>(path: string, permission: string, summary: Text, body: Body) {
  const method: Method = 'POST'
  return route({
    method,
    path: `/api/evaluations/:evaluationId/${path}`,
    permission,
    summary,
    params: evaluationId,
    body,
    reply,
  })
}

const withReason = z.strictObject({ reason })
const scored = z.strictObject({ item: keyInput(40, 1), score: scoreInput, reason: reason.default(''), fileId })

export const openEvaluation = route({
  method: 'POST',
  path: '/api/pilots/:pilotId/evaluations',
  permission: 'evaluation.hold',
  summary: { zh: '启动绩效评价', en: 'Open an evaluation' },
  params: z.strictObject({ pilotId: z.uuid() }),
  body: z.strictObject({ kind: evaluationKind, cutOff: dayInput() }),
  reply,
})

export const recompute = act(
  'computations',
  'evaluation.hold',
  { zh: '重新计算', en: 'Compute it again' },
  z.strictObject({ cutOff: dayInput(), reason }),
)

export const scoreSelf = act('self-scores', 'evaluation.self', { zh: '填写自评分', en: 'Score oneself' }, scored)
export const scoreAsExpert = act(
  'expert-scores',
  'evaluation.score',
  { zh: '专家评分', en: 'Score as an expert' },
  scored,
)
export const scoreFinal = act('final-scores', 'evaluation.hold', { zh: '评定得分', en: 'Give the final score' }, scored)

export const submitSelf = act(
  'self-evaluation',
  'evaluation.answer-for-park',
  { zh: '提交自评', en: 'Hand in the self-evaluation' },
  z.strictObject({ text: proseInput(8000) }),
)
export const returnSelf = act(
  'self-evaluation-return',
  'evaluation.hold',
  { zh: '退回自评', en: 'Send the self-evaluation back' },
  withReason,
)

export const nameExpert = act(
  'seats',
  'evaluation.hold',
  { zh: '列入评审专家', en: 'Give an expert a seat' },
  z.strictObject({
    accountId: z.uuid(),
    employer: nameInput(120, 1),
    employerUscc: codeInput(18).default(''),
    from: dayInput(),
    to: dayInput(),
  }),
)
export const takeSeatBack = act(
  'seat-withdrawals',
  'evaluation.hold',
  { zh: '收回专家席位', en: 'Take the seat of an expert back' },
  z.strictObject({ accountId: z.uuid(), reason }),
)
export const declare = act(
  'declaration',
  'evaluation.score',
  { zh: '声明利害关系', en: 'Declare an interest' },
  z.strictObject({ declared: z.enum(declarationList), reason: reason.default('') }),
)

export const adviseOn = act(
  'county-opinions',
  'evaluation.advise',
  { zh: '出具县级评价意见', en: 'Give the opinion of the county' },
  z.strictObject({ grade: z.enum(gradeList), reason, fileId }),
)

export const tellResult = act(
  'draft-result',
  'evaluation.hold',
  { zh: '告知拟定结果', en: 'Tell the draft result' },
  z.strictObject({}),
)
export const takeBack = act(
  'draft-withdrawal',
  'evaluation.hold',
  { zh: '收回拟定结果', en: 'Take the draft result back' },
  withReason,
)
/** Everybody reads why, once the results are published. */
export const notRate = act(
  'no-rating',
  'evaluation.hold',
  { zh: '不予评定', en: 'Leave unrated' },
  z.strictObject({ reason: publicProseInput(1000) }),
)

export const objectTo = act(
  'objections',
  'evaluation.answer-for-park',
  { zh: '对拟定结果提出异议', en: 'Object to the draft result' },
  z.strictObject({ item: keyInput(40, 1), reason, fileId }),
)
export const agreeTo = act(
  'agreement',
  'evaluation.answer-for-park',
  { zh: '确认无异议', en: 'Agree to the draft result' },
  z.strictObject({}),
)
/** `score`: the points from now on, where the objection is upheld. */
export const answerObjection = act(
  'answers',
  'evaluation.hold',
  { zh: '答复异议', en: 'Answer an objection' },
  z.strictObject({
    objectionId: z.uuid(),
    verdict: z.enum(['kept', 'changed']),
    score: scoreInput.nullable().default(null),
    answer: reason,
    fileId,
  }),
)

export const submitRectification = act(
  'rectifications',
  'evaluation.answer-for-park',
  { zh: '提交整改报告', en: 'Hand in a report of rectification' },
  z.strictObject({ report: proseInput(4000), fileId: z.uuid() }),
)
export const decideRectification = act(
  'rectification-decisions',
  'evaluation.hold',
  { zh: '认定整改', en: 'Decide on a rectification' },
  z.strictObject({ rectificationId: z.uuid(), verdict: z.enum(['accept', 'return']), reason }),
)

const siteFinding = z.strictObject({
  item: named(siteCheckFields.item, keyInput(40, 1)),
  verdict: named(siteCheckFields.verdict, z.enum(checkVerdictList)),
  remark: named(siteCheckFields.remark, reason).default(''),
})

export const checkOnSite = act(
  'site-checks',
  'evaluation.hold',
  { zh: '登记现场核查', en: 'Record a check on site' },
  z.strictObject({
    on: dayInput(),
    posts: named(siteCheckFields.posts, z.array(z.enum(postList as [Post, ...Post[]])).max(20)),
    findings: named(siteCheckFields.findings, z.array(siteFinding).max(100)),
    /** Photographs and papers. */
    fileIds: named(siteCheckFields.fileIds, z.array(z.uuid()).max(20)).default([]),
  }),
)

export type ScoreInput = z.output<typeof scoreInput>
