import type { z } from 'zod'
import type { Endpoint } from './command.ts'
import { type FieldError, invalid } from './errors.ts'
import { issueWords } from './issue-words.ts'

/** Zod's issues as field errors in both languages; `prefix` names the part of the request when it is not the body. */
function fieldErrors(error: z.ZodError, prefix = ''): FieldError[] {
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

/** A value as it can be asked about, and what its shape refuses. */
type Fitted<T> = { readonly value: T; readonly unfit: readonly FieldError[] }

/**
 * Parses a part of a request, whose texts are cut or filled up to the length they may have, so that the rules can be asked about all else.
 * @throws HttpError 422 naming every wrong field, where more than that is wrong.
 */
export function parseOrFit<T extends z.ZodType>(schema: T, value: unknown, prefix = ''): Fitted<z.output<T>> {
  const unfit = findUnfit(value, prefix)
  if (unfit) throw invalid([unfit])
  const parsed = schema.safeParse(value, { reportInput: true })
  if (parsed.success) return { value: parsed.data, unfit: [] }
  const cut = structuredClone(value)
  const all = parsed.error.issues.every((issue) => fitText(cut, issue))
  const again = all ? schema.safeParse(cut) : null
  if (!again?.success) throw invalid(fieldErrors(parsed.error, prefix))
  return { value: again.data, unfit: fieldErrors(parsed.error, prefix) }
}

/** The body, with texts of a length they may have where an act is asked that nobody but who may act can ask. */
export function fitBody({ route, kind }: Endpoint, body: unknown): Fitted<unknown> {
  if (route.upload) return { value: {}, unfit: [] }
  const known = route.permission !== 'public' && route.permission !== 'signed-in'
  return kind === 'command' && known
    ? parseOrFit(route.body, body)
    : { value: parsePart(route.body, body, ''), unfit: [] }
}

/** Cuts or fills up the text that an issue is about in place; false for an issue of another kind. */
function fitText(value: unknown, issue: z.core.$ZodIssue): boolean {
  const last = issue.path.at(-1)
  if ((issue.code !== 'too_big' && issue.code !== 'too_small') || issue.origin !== 'string' || last === undefined)
    return false
  const holder = issue.path.slice(0, -1).reduce<unknown>((inner, key) => (inner as Holder | null)?.[key], value)
  const text = (holder as Holder | undefined)?.[last]
  if (typeof text !== 'string') return false
  ;(holder as Holder)[last] =
    issue.code === 'too_big' ? text.slice(0, Number(issue.maximum)).toWellFormed() : '某'.repeat(Number(issue.minimum))
  return true
}

type Holder = Record<PropertyKey, unknown>

const unstorable = { zh: '含有不可用的字符', en: 'Contains a character that cannot be stored' }
const tooDeep = { zh: '内容嵌套过深', en: 'Nested too deeply' }
/** Deeper than any form; keeps this walk and every later one from running out of stack. */
const deepest = 32

/** What no shape allows: PostgreSQL text cannot hold U+0000 or half a surrogate pair, in values as in keys. */
function findUnfit(value: unknown, path: string, depth = 0): FieldError | null {
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
