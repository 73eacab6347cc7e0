import { z } from 'zod'
import { typedProblems } from '../../../shared/typed-text.ts'

const bound = z.string().max(20).optional()
/** What was typed and is no value of its field, by field; a row by its id (`rows.<id>.quantity`). */
export const typedTexts = z.record(
  z.string().max(120),
  z.strictObject({ text: z.string().max(2000), problem: z.enum(typedProblems), from: bound, to: bound }),
)
