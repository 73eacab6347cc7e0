import type { FastifyError } from 'fastify'
import { Refusal, refusalsIn } from '../../shared/refusal.ts'
import type { Text } from '../../shared/words.ts'
import { type FieldError, HttpError, invalid, UnfitAndRefused } from '../errors.ts'
import { FileRefused } from '../files/errors.ts'
import { unavailable } from './unavailable.ts'

export type ErrorReply = {
  error: {
    code: string
    clause: string | null
    zh: string
    en: string
    fields: readonly FieldError[]
    facts: Readonly<Record<string, string | number>>
  }
}

type Answer = { status: number; reply: ErrorReply }

/**
 * The one table from what went wrong to what the reader is told; null for what is the machine's own fault. `placeOf`: where in
 * the form a field stands.
 */
export function answerFor(
  error: unknown,
  refusalText: (refusal: Refusal) => Text,
  placeOf: (field: string) => Text | null = () => null,
): Answer | null {
  const answer = errorAnswer(error, refusalText)
  if (!answer) return null
  const fields = answer.reply.error.fields.map((one) => {
    const place = placeOf(one.field)
    return place ? { ...one, place } : one
  })
  return { ...answer, reply: { error: { ...answer.reply.error, fields } } }
}

function errorAnswer(error: unknown, refusalText: (refusal: Refusal) => Text): Answer | null {
  if (error instanceof HttpError) return say(error.status, error.code, error.text, error.fields, error.facts)
  if (error instanceof Refusal) return refused(error, refusalText)
  if (error instanceof UnfitAndRefused) return bothOf(error, refusalText)
  if (error instanceof FileRefused) {
    return say(error.status, error.code, error.text, [{ field: 'file', ...error.text }], error.facts)
  }
  const { code = '', routine = '' } = error as { code?: string; routine?: string }
  const known = databaseAnswers[code]
  // A right that the application's role lacks is our mistake; a row outside the scope is the reader's.
  if (code === '42501' && routine !== 'ExecWithCheckOptions') return null
  if (known) return say(known.status, known.code, known.text)
  const later = unavailable(error)
  if (later) return say(503, later.code, later.text)
  return httpAnswer(error as FastifyError)
}

function refused(refusal: Refusal, refusalText: (refusal: Refusal) => Text): Answer {
  const all = refusalsIn(refusal)
  // What is about no field stands in the sentence, however much of it there is.
  const text = joined(all.filter((one, at) => at === 0 || one.field === null).map(refusalText))
  const fields = all.flatMap((one) =>
    one.field === null
      ? []
      : [
          {
            field: one.field,
            clause: one.clause,
            ...(one.rests.length > 0 ? { rests: one.rests } : {}),
            ...refusalText(one),
          },
        ],
  )
  return say(422, refusal.code, text, fields, refusal.facts, refusal.clause)
}

/**
 * What is unfit first, then what the rules say of the other fields whatever stands in its place; who may not do it at all is told
 * that alone.
 */
function bothOf({ unfit, told }: UnfitAndRefused, refusalText: (refusal: Refusal) => Text): Answer | null {
  const [first, ...others] = told.map((one) => answerFor(one, refusalText))
  const same = (field: FieldError, other: Answer | null | undefined) =>
    other?.reply.error.fields.some((one) => one.field === field.field && one.zh === field.zh) ?? false
  // With a number that nobody wrote, a version is stale and a record is not there; whose act it is hangs on none.
  const isWhose = first && (others.length === 0 ? first.status !== 422 : [401, 403].includes(first.status))
  if (isWhose) return first
  const fields = (first?.reply.error.fields ?? []).filter(
    (field) =>
      [field.field, ...(field.rests ?? [])].every((name) => !unfit.some((one) => isWithin(name, one.field))) &&
      others.every((other) => same(field, other)),
  )
  return answerFor(invalid([...unfit, ...fields]), refusalText)
}

function isWithin(field: string, whole: string): boolean {
  return field === whole || field.startsWith(`${whole}.`)
}

function joined(texts: readonly Text[]): Text {
  return { zh: texts.map(({ zh }) => zh).join(''), en: texts.map(({ en }) => en).join(' ') }
}

/** The database's second lock, when no use case gave its constraint a name of its own. By SQLSTATE. */
const databaseAnswers: Readonly<Record<string, { status: number; code: string; text: Text }>> = {
  '23505': {
    status: 409,
    code: 'common.already-there',
    text: { zh: '该内容已存在，请刷新后查看', en: 'This is there already; refresh to see it' },
  },
  '23514': {
    status: 422,
    code: 'common.rule-broken',
    text: { zh: '数据不符合规则，未写入任何内容', en: 'The data breaks a rule; nothing was written' },
  },
  '23503': {
    status: 422,
    code: 'common.no-such-reference',
    text: { zh: '引用的记录不存在', en: 'A record referred to does not exist' },
  },
  '22003': {
    status: 422,
    code: 'common.number-too-large',
    text: { zh: '数字超出范围', en: 'A number is out of range' },
  },
  '42501': {
    status: 404,
    code: 'common.not-found',
    text: { zh: '没有找到该记录，或您无权操作', en: 'No such record, or it is not yours' },
  },
}

/** What Fastify itself refuses before our code runs. */
function httpAnswer(error: FastifyError): Answer | null {
  // The sender went away in the middle of a file: nobody reads this, and it is no fault to be logged.
  if (error.code === 'ECONNRESET' && error.message === 'aborted') {
    return say(422, 'common.broken-off', { zh: '上传中断，请重新上传', en: 'The upload broke off; send it again' })
  }
  if (error.statusCode && error.statusCode >= 400 && error.statusCode < 500) {
    const text = { zh: '请求格式不正确', en: 'The request is malformed' }
    return say(error.statusCode === 415 ? 415 : 422, 'common.malformed', text, [{ field: 'body', ...text }])
  }
  return null
}

function say(
  status: number,
  code: string,
  text: Text,
  fields: readonly FieldError[] = [],
  facts: ErrorReply['error']['facts'] = {},
  clause: string | null = null,
): Answer {
  return { status, reply: { error: { code, clause, ...text, fields, facts } } }
}

/** No such address, or no such method there. */
export const noRoute: ErrorReply = {
  error: { code: 'common.no-route', clause: null, zh: '没有这个地址', en: 'No such address', fields: [], facts: {} },
}

/** A fault of ours: said plainly, without a trace of the machine. */
export const ourFault: ErrorReply = {
  error: {
    code: 'common.our-fault',
    clause: null,
    zh: '系统出错，内容未写入，请稍后重试',
    en: 'Something went wrong on our side; nothing was written. Please try again.',
    fields: [],
    facts: {},
  },
}
