import { z } from 'zod'
import { clauseStates } from '../../../policy/oversight/clause-state.ts'
import { route } from '../../../shared/route.ts'

const text = z.object({ zh: z.string(), en: z.string() })
const state = z.enum(clauseStates)

/** Where one pilot stands with a clause, and the way there; null where there is no page to go to. */
const standing = z.object({
  pilotId: z.uuid(),
  parkName: z.string(),
  state,
  because: text,
  href: z.string().nullable(),
})
export type PilotStanding = z.infer<typeof standing>

const clause = z.object({
  clause: z.string(),
  text,
  binding: z.boolean(),
  duty: z.boolean(),
  /** Of one pilot: whether its edition takes the clause over from an older one. */
  carriedOver: z.boolean(),
  /** Paths of the files that cite it; `breaking`: tests among them that try to break it. Null for who only works by the guide. */
  cited: z.object({ rules: z.array(z.string()), tests: z.array(z.string()), breaking: z.array(z.string()) }).nullable(),
  /** How many pilots stand where; all zero where the clause asks nothing of them, or nothing this reader sees. */
  counts: z.record(state, z.number()),
  /** The pilots that stand worst, at most fifty. */
  pilots: z.array(standing),
})
export type ClauseView = z.infer<typeof clause>

export const showGuide = route({
  method: 'GET',
  path: '/api/guide',
  permission: 'signed-in',
  summary: { zh: '工作指南逐条', en: 'The guide, clause by clause' },
  search: z.strictObject({ pilotId: z.uuid().optional() }),
  reply: z.object({
    today: z.string(),
    /** The reader's pilots, to choose one of. */
    pilots: z.array(z.object({ pilotId: z.uuid(), parkName: z.string(), batchName: z.string() })),
    clauses: z.array(clause),
  }),
})
