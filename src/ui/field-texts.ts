import type { Text } from '../shared/words.ts'
import { ApiError } from './api-error.ts'

/** The server's words for each field of a refused input, by field name: `fieldTexts(command.error, say)`. */
export function fieldTexts(error: unknown, say: (text: Text) => string): Readonly<Record<string, string>> {
  if (!(error instanceof ApiError)) return {}
  return Object.fromEntries(error.fields.map((field) => [field.field, say(field)]))
}
