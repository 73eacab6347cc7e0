import type { Facts } from '../shared/refusal.ts'
import type { Text } from '../shared/words.ts'
import { words } from './words.ts'

export type FieldError = Text & {
  readonly field: string
  readonly clause?: string | null
  readonly place?: Text
  /** Other fields that it hangs on. */
  readonly rests?: readonly string[]
}

/** What the server answered when it said no, or why it could not be reached (`status` 0). */
export class ApiError extends Error {
  readonly status: number
  readonly code: string
  readonly clause: string | null
  readonly text: Text
  readonly fields: readonly FieldError[]
  readonly facts: Facts

  constructor(status: number, answer: Partial<Omit<ApiError, 'status'>>) {
    super(answer.code ?? `http-${status}`)
    this.name = 'ApiError'
    this.status = status
    this.code = answer.code ?? `http-${status}`
    this.clause = answer.clause ?? null
    this.text = answer.text ?? textForStatus(status)
    this.fields = answer.fields ?? []
    this.facts = answer.facts ?? {}
  }
}

function withNumber({ zh, en }: Text, request: string): Text {
  return { zh: `${zh}${words.numbered.zh(request)}`, en: `${en} ${words.numbered.en(request)}` }
}

function textForStatus(status: number): Text {
  if (status === 0) return words.unreachable
  if (status === 401) return words.signedOut
  if (status === 403) return words.forbidden
  if (status === 404) return words.notFound
  if (status === 413) return words.tooLarge
  if (status === 429) return words.tooMany
  return words.serverFailed
}

/**
 * Reads `{ error: { code, clause, zh, en, fields, facts } }`; an answer of another shape keeps its status and a general sentence.
 * `request`: the answer's `X-Request-Id`, which stands behind the sentence where the fault is the server's, to be told its administrator.
 */
export function readError(status: number, payload: unknown, request: string | null): ApiError {
  const numbered = (text: Text) => (status >= 500 && request ? withNumber(text, request) : text)
  const error = (payload as { error?: Record<string, unknown> } | null)?.error
  if (!error || typeof error !== 'object') return new ApiError(status, { text: numbered(textForStatus(status)) })
  const { code, clause, zh, en, fields, facts } = error
  return new ApiError(status, {
    code: typeof code === 'string' ? code : undefined,
    clause: typeof clause === 'string' ? clause : null,
    text: numbered(typeof zh === 'string' && typeof en === 'string' ? { zh, en } : textForStatus(status)),
    fields: Array.isArray(fields) ? (fields as FieldError[]) : [],
    facts: facts && typeof facts === 'object' ? (facts as Facts) : {},
  })
}

/** Whether an answer adds nothing to what the form says of itself: it was only asked about, and all else is right. */
export function saysNothing({ code, fields }: ApiError): boolean {
  return code === 'common.invalid' && fields.length === 0
}

/** Anything thrown, as an `ApiError` that can be shown. */
export function asApiError(thrown: unknown): ApiError {
  return thrown instanceof ApiError ? thrown : new ApiError(thrown instanceof TypeError ? 0 : 500, {})
}
