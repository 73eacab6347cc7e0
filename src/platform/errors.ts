import type { Facts } from '../shared/refusal.ts'
import type { Text } from '../shared/words.ts'

/**
 * One thing wrong with one field of the input, in both languages; `place`: which field of which row of which list; `rests`: other
 * fields that it hangs on.
 */
export type FieldError = {
  readonly field: string
  readonly clause?: string | null
  readonly place?: Text
  readonly rests?: readonly string[]
} & Text

/** An answer other than yes. Everything a reader needs is in it; nothing of the machine is. */
export class HttpError extends Error {
  readonly status: number
  readonly code: string
  readonly text: Text
  readonly fields: readonly FieldError[]
  readonly facts: Facts

  constructor(status: number, code: string, text: Text, fields: readonly FieldError[] = [], facts: Facts = {}) {
    super(code)
    this.name = 'HttpError'
    this.status = status
    this.code = code
    this.text = text
    this.fields = fields
    this.facts = facts
  }
}

/** 422: the input has the wrong shape. Names every field at once. */
export function invalid(fields: readonly FieldError[]): HttpError {
  return new HttpError(
    422,
    'common.invalid',
    { zh: '填写内容有误，请按提示修改', en: 'Some fields need correcting' },
    fields,
  )
}

/** What is unfit, and what the act says of all else. `told`: what it answered, asked with one thing after another in its place. */
export class UnfitAndRefused extends Error {
  readonly unfit: readonly FieldError[]
  readonly told: readonly unknown[]

  constructor(unfit: readonly FieldError[], told: readonly unknown[]) {
    super('common.invalid')
    this.name = 'UnfitAndRefused'
    this.unfit = unfit
    this.told = told
  }
}

/** 404: it does not exist, or not for this reader; the two are not told apart. */
export function notFound(what: Text = { zh: '记录', en: 'record' }): HttpError {
  return new HttpError(404, 'common.not-found', {
    zh: `没有找到该${what.zh}，或您无权查看`,
    en: `No such ${what.en}, or it is not yours to see`,
  })
}

/** 409: somebody else saved meanwhile. Names who, and hands over what stands there now; `fields`: where it differs from what was sent. */
export function stale(
  editor: string,
  at: Date,
  current: { revision: number; fields?: readonly FieldError[] },
): HttpError {
  return new HttpError(
    409,
    'common.stale',
    {
      zh: `${editor} 已在此期间修改并保存，您的内容尚未写入`,
      en: `${editor} saved this meanwhile; your text has not been written`,
    },
    current.fields ?? [],
    { editor, at: at.toISOString(), revision: current.revision },
  )
}

export const signInNeeded = new HttpError(401, 'common.sign-in-needed', {
  zh: '请先登录',
  en: 'Please sign in',
})

/** 403: not this reader's to do; the text says whose. */
export function notPermitted(text: Text): HttpError {
  return new HttpError(403, 'common.not-permitted', text)
}

/** 403: this session has something else to do first; the text says what. */
export function somethingDue(text: Text): HttpError {
  return new HttpError(403, 'common.due', text)
}

/** 403: a page of another address speaks for the person. */
export const crossSite = new HttpError(403, 'common.cross-site', {
  zh: '请求来自其他网站，已拒绝',
  en: 'The request came from another site and was refused',
})

/** 413: `maxBytes` in bytes. */
export function tooLarge(maxBytes: number, field = 'body'): HttpError {
  const limit = maxBytes < 1_048_576 ? `${maxBytes / 1024} KB` : `${Math.floor(maxBytes / 1_048_576)} MB`
  const text = { zh: `提交的内容过大，上限为 ${limit}`, en: `Too large: at most ${limit}` }
  return new HttpError(413, 'common.too-large', text, [{ field, ...text }], { maxBytes })
}
