import { z } from 'zod'
import { cleanCode } from '../../../shared/clean.ts'
import { keyInput, proseInput } from '../../../shared/inputs.ts'
import { typedProblems } from '../../../shared/typed-text.ts'
import { isPersonalNumber } from '../../../shared/uscc.ts'

const bound = keyInput(20).optional()
/** A draft keeps what was typed, also what is too long for its field, but no resident's number. */
const draftText = proseInput(20_000).overwrite((text) => (isPersonalNumber(cleanCode(text)) ? '' : text))
/** What was typed and is no value of its field, by field; a row by its id (`rows.<id>.quantity`). */
export const typedTexts = z.record(
  keyInput(120),
  z.strictObject({ text: draftText, problem: z.enum(typedProblems), from: bound, to: bound }),
)
