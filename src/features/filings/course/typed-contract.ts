import { z } from 'zod'
import { keyInput, proseInput } from '../../../shared/inputs.ts'
import { typedProblems } from '../../../shared/typed-text.ts'

const bound = keyInput(20).optional()
/** What was typed and is no value of its field, by field; a row by its id (`rows.<id>.quantity`). */
export const typedTexts = z.record(
  keyInput(120),
  z.strictObject({ text: proseInput(2000), problem: z.enum(typedProblems), from: bound, to: bound }),
)
