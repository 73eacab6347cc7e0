import type { z } from 'zod'
import { type FieldError, invalid } from './errors.ts'
import { issueWords } from './issue-words.ts'

/** Zod's issues as field errors in both languages; `prefix` names the part of the request when it is not the body. */
export function fieldErrors(error: z.ZodError, prefix = ''): FieldError[] {
  return error.issues.map((issue) => ({
    field: [prefix, ...issue.path.map(String)].filter((part) => part !== '').join('.') || 'body',
    ...issueWords(issue),
  }))
}

/**
 * Parses one part of a request.
 * @throws HttpError 422 naming every wrong field.
 */
export function parsePart<T extends z.ZodType>(schema: T, value: unknown, prefix = ''): z.output<T> {
  const unfit = findUnfit(value, prefix)
  if (unfit) throw invalid([unfit])
  const parsed = schema.safeParse(value, { reportInput: true })
  if (parsed.success) return parsed.data
  throw invalid(fieldErrors(parsed.error, prefix))
}

const unstorable = { zh: '含有不可用的字符', en: 'Contains a character that cannot be stored' }
const tooDeep = { zh: '内容嵌套过深', en: 'Nested too deeply' }
/** Deeper than any form; keeps this walk and every later one from running out of stack. */
const deepest = 32

/** What no shape allows: PostgreSQL text cannot hold U+0000 or half a surrogate pair, in values as in keys. */
export function findUnfit(value: unknown, path: string, depth = 0): FieldError | null {
  const field = path || 'body'
  if (typeof value === 'string') return isStorable(value) ? null : { field, ...unstorable }
  if (typeof value !== 'object' || value === null) return null
  if (depth > deepest) return { field, ...tooDeep }
  for (const [key, inner] of Object.entries(value)) {
    if (!isStorable(key)) return { field, ...unstorable }
    const found = findUnfit(inner, path ? `${path}.${key}` : key, depth + 1)
    if (found) return found
  }
  return null
}

function isStorable(text: string): boolean {
  return !text.includes('\u0000') && text.isWellFormed()
}
