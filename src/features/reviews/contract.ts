import { z } from 'zod'
import { filingStates } from '../../policy/filing.ts'
import { route } from '../../shared/route.ts'
import { ability } from '../pilots/contract.ts'

const onFiling = z.strictObject({ filingId: z.uuid() })
const bureau = z.enum(['economy', 'finance'])
const verdict = z.enum(['approve', 'return'])
const mark = z.strictObject({ section: z.string().max(40), reason: z.string().max(1000) })

export const giveOpinion = route({
  method: 'POST',
  path: '/api/filings/:filingId/opinions',
  permission: 'filing.give-opinion',
  summary: { zh: '出具审核意见', en: 'Give a review opinion' },
  params: onFiling,
  body: z.strictObject({
    verdict,
    /** The version that was read; an opinion on another one is stale. */
    versionNo: z.int().min(1),
    marks: z.array(mark).max(20),
  }),
  reply: z.object({ state: z.enum(filingStates) }),
})

const opinion = z.object({ bureau, verdict, marks: z.array(mark), accountName: z.string(), at: z.string() })

/** One field that is not as it was in the version before. */
const change = z.object({
  section: z.string(),
  /** Path inside the section, unique among the changes. */
  field: z.string(),
  /** Row and field in words, zh and en. */
  label: z.object({ zh: z.string(), en: z.string() }),
  kind: z.enum(['changed', 'added', 'removed', 'reordered']),
  before: z.string(),
  after: z.string(),
})

export const showReview = route({
  method: 'GET',
  path: '/api/filings/:filingId/review',
  permission: 'plan.view',
  summary: { zh: '审核情况', en: 'The review' },
  params: onFiling,
  search: z.strictObject({ version: z.coerce.number().int().min(1).optional() }),
  reply: z.object({
    filingId: z.uuid(),
    pilotId: z.uuid(),
    parkName: z.string(),
    state: z.enum(filingStates),
    reviewers: z.array(bureau),
    waitingFor: z.array(bureau),
    versions: z.array(
      z.object({
        no: z.number(),
        hash: z.string(),
        submittedByName: z.string(),
        submittedAt: z.string(),
        opinions: z.array(opinion),
      }),
    ),
    /** The version shown (the newest unless asked otherwise), with its content. */
    shown: z.object({ no: z.number(), hash: z.string(), content: z.unknown() }).nullable(),
    /** Against the version before; null for the first. Empty sections are named in `unchangedSections`. */
    changes: z.array(change).nullable(),
    unchangedSections: z.array(z.string()),
    actions: z.array(ability),
  }),
})
