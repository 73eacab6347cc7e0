import { noName, severalCodes, severalNames } from './inputs.ts'
import { holdsPersonalNumber, personalNumber, withoutPersonalNumbers } from './uscc.ts'
import type { Text } from './words.ts'

export const typedProblems = [
  'notAnAmount',
  'notANumber',
  'ambiguousNumber',
  'twoFigures',
  'otherUnit',
  'notWhole',
  'notADay',
  'notAMinute',
  'notAnOption',
  'notAName',
  'severalNames',
  'severalCodes',
  'personalNumber',
  'personalNumberInside',
  'outOfRange',
  'tooLong',
] as const
/** Why a text is no value of its field. */
export type TypedProblem = (typeof typedProblems)[number]

/**
 * What somebody typed that is no value of its field; `from`, `to`: the least and greatest value it takes, as written there; of one
 * that is too long, its length and the greatest, in characters; of a figure in another unit, that unit and the column's.
 */
export type TypedText = {
  readonly text: string
  readonly problem: TypedProblem
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** A text that is no value, as it may be kept: what names a person is kept nowhere, not even in its field. */
export function keepable(text: string, why: Omit<TypedText, 'text'>): TypedText {
  const rest = withoutPersonalNumbers(text)
  const isNowhere =
    why.problem === 'personalNumber' || (why.problem === 'personalNumberInside' && holdsPersonalNumber(rest))
  return { ...why, text: isNowhere ? '' : rest }
}

/** By field; a row of a list is named by its id, so that it may move: `rows.<id>.quantity`. */
export type TypedTexts = Readonly<Record<string, TypedText>>

const twoFigures: Text = {
  zh: '数字分在两行（或被制表符隔开），无法判断是一个数还是两个数，请只填一个数',
  en: 'Digits stand on two lines or are parted by a tab: one figure or two? Enter one figure',
}

const plain: Readonly<Record<Exclude<TypedProblem, 'outOfRange' | 'tooLong' | 'otherUnit'>, Text>> = {
  notAnAmount: { zh: '请输入金额，最多两位小数', en: 'Enter an amount with at most two decimals' },
  notANumber: { zh: '请输入数字', en: 'Enter a number' },
  ambiguousNumber: {
    zh: '可以有两种读法（小数或千分位），请写明，如 12.5 或 1,200',
    en: 'Can be read in two ways; write 12.5 or 1,200',
  },
  twoFigures,
  notWhole: { zh: '请输入整数', en: 'Enter a whole number' },
  notADay: { zh: '请输入日期，如 2026-06-30', en: 'Enter a day such as 2026-06-30' },
  notAMinute: { zh: '请输入日期和时间，如 2026-11-30 20:15', en: 'Enter day and time such as 2026-11-30 20:15' },
  notAnOption: { zh: '不在可选范围内', en: 'Not one of the options' },
  notAName: noName,
  severalNames,
  severalCodes,
  personalNumber,
  personalNumberInside: {
    zh: '居民身份证号码不予保存，已从这里删去；请改写这段文字',
    en: 'The number of a person is not kept and was taken out here; reword this text',
  },
}

/** What is wrong with it, in words. */
export function problemText({ problem, from, to }: Omit<TypedText, 'text'>): Text {
  if (problem === 'tooLong')
    return { zh: `最多 ${to} 字，现有 ${from} 字`, en: `At most ${to} characters; these are ${from}` }
  if (problem === 'otherUnit')
    return to === undefined
      ? { zh: `带有单位“${from}”，请只填数字`, en: `In “${from}”; enter the number alone` }
      : { zh: `带有单位“${from}”，本列以“${to}”计，请换算`, en: `In “${from}”; this is counted in “${to}”. Convert it` }
  if (problem !== 'outOfRange') return plain[problem]
  const ofDays = /^\d{4}-/.test(from ?? to ?? '')
  if (from === undefined)
    return ofDays ? { zh: `不得晚于 ${to}`, en: `Not after ${to}` } : { zh: `不得超过 ${to}`, en: `At most ${to}` }
  if (to === undefined)
    return ofDays
      ? { zh: `不得早于 ${from}`, en: `Not before ${from}` }
      : { zh: `不得小于 ${from}`, en: `At least ${from}` }
  return { zh: `须在 ${from} 至 ${to} 之间`, en: `Between ${from} and ${to}` }
}

/**
 * The field of a typed text as the content stands, a row by its place: `rows.<id>.quantity` → `rows.2.quantity`. Null where the
 * row is gone.
 */
export function placedField(content: unknown, field: string): string | null {
  const parts = field.split('.')
  let here = content
  for (const [at, part] of parts.entries()) {
    if (Array.isArray(here)) {
      const index = here.findIndex((row: unknown) => (row as { id?: unknown } | null)?.id === part)
      if (index < 0) return null
      parts[at] = String(index)
      here = here[index]
    } else here = (here as Record<string, unknown> | null | undefined)?.[part]
  }
  return parts.join('.')
}
