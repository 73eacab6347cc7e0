import type { z } from 'zod'
import type { Text } from '../shared/words.ts'

type Issue = z.core.$ZodIssue
type Size = Issue & { code: 'too_small' | 'too_big' }

const t = (zh: string, en: string): Text => ({ zh, en })

/** A pattern is for machines; a reader is told that the form is wrong. */
const wrongForm = t('格式不正确', 'Wrong format')
const wrongContent = t('内容不正确', 'This is not what belongs here')
const missing = t('请填写', 'Please fill this in')

/** What an issue of a shape means to whoever typed the value: a sentence of our own for each, never the shape's. */
export function issueWords(issue: Issue): Text {
  // Nothing stands there; how it would have to look comes later.
  if (issue.input === '' || issue.input === null) return missing
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? missing : (expected[issue.expected] ?? wrongContent)
    case 'too_small':
      return tooSmall(issue)
    case 'too_big':
      return tooBig(issue)
    case 'invalid_value':
      return issue.input === undefined ? missing : t('不是可选的内容', 'This is none of the choices')
    case 'not_multiple_of':
      return t(`须为 ${issue.divisor} 的整数倍`, `A multiple of ${issue.divisor} is needed`)
    case 'unrecognized_keys':
      return unknownFields(issue.keys)
    case 'custom':
      return ownWords(issue) ?? wrongForm
    case 'invalid_format':
      return formats[issue.format] ?? wrongForm
    default:
      return wrongContent
  }
}

/** Only what may be the name of a field is said again: an empty one, or a sentence in its place, would leave a hole in ours. */
function unknownFields(keys: readonly string[]): Text {
  const named = keys.map((key) => (/^[\p{L}\p{N}_.-]{1,60}$/u.test(key) ? key : '…'))
  return t(`含有未知字段：${named.join('、')}`, `Contains unknown fields: ${named.join(', ')}`)
}

const expected: Readonly<Record<string, Text>> = {
  string: t('须为文字', 'Text is needed'),
  number: t('须为数字', 'A number is needed'),
  int: t('须为整数', 'A whole number is needed'),
  boolean: t('须为是或否', 'Yes or no is needed'),
  array: t('须为列表', 'A list is needed'),
  object: wrongContent,
}

const formats: Readonly<Record<string, Text>> = {
  uuid: t('编号不正确', 'This identifier is not valid'),
  date: t('日期须写成 2026-05-01', 'A date is written 2026-05-01'),
  datetime: t('时间格式不正确', 'This point in time is not valid'),
  url: t('网址不正确', 'This address is not valid'),
}

function tooSmall({ origin, minimum, inclusive, exact }: Size & { code: 'too_small' }): Text {
  if (origin === 'string') {
    if (exact) return t(`须为 ${minimum} 个字符`, `Exactly ${minimum} characters are needed`)
    return Number(minimum) <= 1 ? missing : t(`至少填写 ${minimum} 个字符`, `At least ${minimum} characters are needed`)
  }
  if (isCounted(origin))
    return t(
      `至少需要 ${minimum} 项`,
      Number(minimum) === 1 ? 'At least one is needed' : `At least ${minimum} are needed`,
    )
  return inclusive ? t(`不能小于 ${minimum}`, `Not below ${minimum}`) : t(`须大于 ${minimum}`, `Above ${minimum}`)
}

function tooBig({ origin, maximum, inclusive, exact }: Size & { code: 'too_big' }): Text {
  if (origin === 'string') {
    if (exact) return t(`须为 ${maximum} 个字符`, `Exactly ${maximum} characters are needed`)
    return t(`最多 ${maximum} 个字符`, `At most ${maximum} characters`)
  }
  if (isCounted(origin)) return t(`最多 ${maximum} 项`, `At most ${maximum}`)
  // No limit of the field's own, but of what a number can be.
  if (Number(maximum) >= Number.MAX_SAFE_INTEGER) return t('数字过大', 'Too large a number')
  return inclusive ? t(`不能大于 ${maximum}`, `Not above ${maximum}`) : t(`须小于 ${maximum}`, `Below ${maximum}`)
}

function isCounted(origin: string): boolean {
  return ['array', 'set', 'map', 'record', 'object', 'file'].includes(origin)
}

/** The words that a contract gave to a check of its own. */
function ownWords(issue: Issue & { code: 'custom' }): Text | null {
  const { zh, en } = issue.params ?? {}
  return typeof zh === 'string' && typeof en === 'string' ? { zh, en } : null
}
