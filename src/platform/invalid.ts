import { z } from 'zod'
import { type FieldError, invalid } from './errors.ts'

const zh = z.locales.zhCN().localeError
const en = z.locales.en().localeError

function say(error: typeof zh, issue: z.core.$ZodIssue): string {
  const text = error(issue as z.core.$ZodRawIssue)
  return typeof text === 'string' ? text : (text?.message ?? issue.message)
}

/** Zod's issues as field errors in both languages; `prefix` names the part of the request when it is not the body. */
export function fieldErrors(error: z.ZodError, prefix = ''): FieldError[] {
  return error.issues.map((issue) => ({
    field: [prefix, ...issue.path.map(String)].filter((part) => part !== '').join('.') || 'body',
    zh: say(zh, issue),
    en: say(en, issue),
  }))
}

/**
 * Parses one part of a request.
 * @throws HttpError 422 naming every wrong field.
 */
export function parsePart<T extends z.ZodType>(schema: T, value: unknown, prefix = ''): z.output<T> {
  const nul = findNul(value, prefix)
  if (nul) throw invalid([{ field: nul, zh: '含有不可用的字符', en: 'Contains a character that cannot be stored' }])
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw invalid(fieldErrors(parsed.error, prefix))
}

/** PostgreSQL text cannot hold U+0000 or half a surrogate pair. */
function findNul(value: unknown, path: string): string | null {
  if (typeof value === 'string') return value.includes('\u0000') || !value.isWellFormed() ? path || 'body' : null
  if (typeof value !== 'object' || value === null) return null
  for (const [key, inner] of Object.entries(value)) {
    const found = findNul(inner, path ? `${path}.${key}` : key)
    if (found) return found
  }
  return null
}
