import { z } from 'zod'
import { declarationList } from '../../../policy/evaluation/experts.ts'

/** The seat of an expert on an evaluation. */
export const seatShape = z.object({
  accountId: z.uuid(),
  name: z.string(),
  employer: z.string(),
  from: z.string(),
  to: z.string(),
  declared: z.enum(declarationList).nullable(),
  declaredReason: z.string(),
  /** Items scored so far. */
  scored: z.number(),
  /** Why and when it was taken back; null while it stands. */
  takenBack: z.object({ reason: z.string(), at: z.string(), by: z.string() }).nullable(),
})
