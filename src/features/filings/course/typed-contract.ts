import { z } from 'zod'
import { keptInput, keyInput } from '../../../shared/inputs.ts'
import { typedProblems } from '../../../shared/typed-text.ts'

const bound = keyInput(20).optional()
/** A draft keeps what was typed, also what is too long for its field, but no resident's number. */
const draftText = keptInput(20_000)
/** What was typed and is no value of its field, by field; a row by its id (`rows.<id>.quantity`). */
export const typedTexts = z.record(
  keyInput(120),
  z.strictObject({ text: draftText, problem: z.enum(typedProblems), from: bound, to: bound }),
)
