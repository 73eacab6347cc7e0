import { foldWidth, partsDigits, untilStable, withoutInvisible } from './clean.ts'

/** A number as it was written, and what was written behind it: `95%` is 95 and `%`. */
export type Reading = { readonly value: number; readonly places: number; readonly suffix: string }

/**
 * `ambiguous`: one reader would take it for a decimal point, another for a separator of thousands; `two-lines`: a line break or a
 * tab stands between its digits.
 */
export type Unread = 'not-a-number' | 'ambiguous' | 'two-lines'

const written = /^(-?)(¥?)(-?)([\d][\d,.' ]*|\.\d+)(\D*)$/

/**
 * A number as people write it: `1,200.50`, `1 200`, full-width digits, `−3.2`, `(3.2)`, `95%`, `¥12.50元`. A sign of the yuan says 元. A comma that parts
 * no thousands (`12,5`), a point that may part them beside a comma (`1.200,5`) and digits apart (`12 5`, on two lines) are never guessed.
 */
export function readNumber(text: string): Reading | Unread {
  if (partsDigits(text)) return 'two-lines'
  const plain = cleanNumber(text)
  const [, first = '', yuan = '', second = '', digits = '', behind = ''] = written.exec(plain) ?? []
  const suffix = behind === '' && yuan !== '' ? '元' : behind
  if (digits === '' || (first && second) || (suffix !== '' && !units.includes(suffix))) return 'not-a-number'
  const whole = wholeOf(digits)
  if (whole === null) return /[, ']|\..*\./.test(digits) ? 'ambiguous' : 'not-a-number'
  const [integer = '', decimals = ''] = whole.split('.')
  if (integer.length > 15) return 'not-a-number'
  const value = Number(`${integer || '0'}.${decimals || '0'}`)
  return {
    value: (first || second) && value !== 0 ? -value : value,
    places: decimals.replace(/0+$/, '').length,
    suffix,
  }
}

/** The same text in one width, with one minus, without invisible characters, spaces at its ends and brackets of a negative. */
export const cleanNumber = untilStable((text) => {
  const plain = foldWidth(withoutInvisible(text))
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .replace(/[’‘]/g, "'")
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/^'+|(?<=^|[-+¥(.,]) | (?=$|[-+¥).,元%‰千万百亿人家项个次场件户名位圆分])/g, '')
    .trim()
  return plain.replace(/^\+(?=[\d.])/, '').replace(/^\((¥?[\d,.' ]+%?)\)$/, '-$1')
})

/** Digits without their separators of thousands, or null when they can be read in two ways. */
function wholeOf(digits: string): string | null {
  if (/^(?:\d+(?:\.\d*)?|\.\d+)$/.test(digits)) return digits
  const grouped = /^[1-9]\d{0,2}(?:([, '])\d{3})(?:\1\d{3})*(?:\.\d*)?$/.exec(digits)
  return grouped?.[1] ? digits.replaceAll(grouped[1], '') : null
}

/** A number with so many decimals at most, halves away from nought; null where nothing would be left of it. */
export function rounded(value: number, places: number): number | null {
  const near = Number(`${Math.round(Number(`${Math.abs(value)}e${places}`))}e-${places}`)
  if (Number.isNaN(near)) return null
  return near === 0 && value !== 0 ? null : Math.sign(value) * near
}

/** Yuan in one unit of an amount. */
export const yuanIn: Readonly<Record<string, number>> = {
  元: 1,
  千元: 1e3,
  万元: 1e4,
  百万元: 1e6,
  千万元: 1e7,
  亿元: 1e8,
}

const personsIn: Readonly<Record<string, number>> = { 人: 1, 千人: 1e3, 万人: 1e4 }

/** Other ways to write a unit, as it stands behind a figure or in a title. */
const otherNames: Readonly<Record<string, string>> = {
  千: '千元',
  万: '万元',
  百万: '百万元',
  千万: '千万元',
  亿: '亿元',
  圆: '元',
  名: '人',
  位: '人',
  yuan: '元',
  cny: '元',
  '1,000yuan': '千元',
  '10,000yuan': '万元',
  '100millionyuan': '亿元',
}

const counted = ['%', '‰', '分', '家', '户', '项', '个', '次', '场', '件']

/** Every unit that is known behind a figure, the longest first. */
export const units: readonly string[] = [
  ...Object.keys(yuanIn),
  ...Object.keys(personsIn),
  ...Object.keys(otherNames),
  ...counted,
].toSorted((one, other) => other.length - one.length)

/** The name of a unit as it is compared: without width, spaces, case and the brackets around it. */
export function plainUnit(text: string): string {
  const plain = text.normalize('NFKC').replace(/\s/g, '').toLowerCase()
  return plain.replace(/^[([【]([^()[\]【】]+)[)\]】]$/, '$1')
}

function oneName(unit: string): string {
  const plain = plainUnit(unit)
    .replace(/^(?:人民币|rmb)(?=.)/, '')
    .replace(/^(?:人民币|rmb)$/, '元')
  return otherNames[plain] ?? plain
}

/** Whether two names mean one unit: 万 and 万元 of money, 名 and 人. */
export function sameUnit(one: string, other: string): boolean {
  return oneName(one) === oneName(other)
}

/** With its thousands parted, as a bound is told. */
export function grouped(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 12 })
}

export function isMoneyUnit(unit: string): boolean {
  return oneName(unit) in yuanIn
}

/** Whether two units measure the same in another scale, so that a figure in one of them is wrong in the other: 亿元 and 万元. */
export function otherScale(one: string, other: string): boolean {
  const [a, b] = [oneName(one), oneName(other)]
  if (isForeign(a) || isForeign(b)) return a !== b && [a, b].every((unit) => isForeign(unit) || unit in yuanIn)
  return a !== b && [yuanIn, personsIn].some((scales) => a in scales && b in scales)
}

const alternatives = units.filter((unit) => !['%', '‰'].includes(unit)).join('|')
const foreign = '(?:[十百千万亿]*(?:美元|美金|欧元|港元|港币|日元|英镑|加元|澳元|新台币)|usd|us\\$|eur|hkd|jpy|gbp)'
const foreignUnit = new RegExp(`^${foreign}$`, 'iu')
const named = `(?:人民币)?(?:${foreign}|${alternatives}|rmb|人民币)`
const listed = `${named}(?![\\p{L}\\p{N}])`
const declared = new RegExp(
  `(?:单位[:：为是]?|(?:金额|币种|货币)[:：为是]|(?:units?|currency)[:：])((?:${listed}[、，,/和及;；]?)+)`,
  'giu',
)
const countedIn = new RegExp(`[以按用](${named})(?:为(?:计量|金额|货币)?单位|计[算量]?|填[写报列])`, 'giu')
const unitLabel = /^(?:(?:计量|金额|货币|数据)?单位|币种|units?|currency)[:：]?$/iu
const bracketed = new RegExp(`[（(【\\[]((?:${listed}[、，,/和及;；]?)+)[）)】\\]]$`, 'iu')
const bare = new RegExp(`^[（(]?((?:${listed}[、，,/]?)+)[）)]?$`, 'u')

function isForeign(unit: string): boolean {
  return foreignUnit.test(unit)
}

/** A cell that only announces a unit, and the one behind it, as one text: `单位：` and `元`. */
export function withUnitBehind(cells: readonly string[], at: number): string {
  const text = cells[at] ?? ''
  if (!unitLabel.test(text.replace(/[\s\p{Cf}]/gu, ''))) return text
  const behind = cells.slice(at + 1).find((one) => one.trim() !== '' && one !== text)
  return behind === undefined ? text : `${text.replace(/[:：\s]+$/u, '')}：${behind.trim()}`
}

/**
 * The units that a line beside a table says its figures are in: `金额单位：亿元`, `企业名单（万元）`, `单位：人、万元`,
 * `以千元为单位`, `Unit: CNY`; those of other countries too.
 */
export function unitsStated(text: string): string[] {
  const plain = text.replace(/[\s\p{Cf}]/gu, '')
  const lists = [...plain.matchAll(declared), ...plain.matchAll(countedIn)].map(([, list = '']) => list)
  const last = bracketed.exec(plain)?.[1]
  return lists.concat(lists.length === 0 && last ? [last] : []).flatMap(partsOf)
}

/** The unit that is all of a text, as in a second line of titles: `(万元)`; null for any other text. */
export function unitAlone(text: string): string | null {
  const plain = text.replace(/[\s\p{Cf}]/gu, '').replace(/^([（(]?)单位[:：]?/, '$1')
  if (/^[（(]?[%％][）)]?$/.test(plain)) return '%'
  const [unit, ...others] = partsOf(bare.exec(plain)?.[1] ?? '')
  return unit !== undefined && others.length === 0 ? unit : null
}

function partsOf(list: string): string[] {
  return list.split(/[、，,/和及;；]/).filter((part) => part !== '')
}

const ending = new RegExp(
  `^(.+?)(?:[(\\[【,，/_-](?:单位)?(?:人民币)?(${alternatives}|%)[)\\]】]?|[(\\[【]([^()]*)[,，、;；]\\s*(${alternatives}|%)[)\\]】]|[(\\[【](?:单位)?(?:人民币)?(${alternatives}|%)[,，、;；]([^()]*)[)\\]】])$`,
  'u',
)

/** A title without the unit behind it; as `plainTitle` leaves them: `营业收入(万元)`, `营业收入/万元`, `营业收入(万元,含税)`. */
export function titleParts(plain: string): {
  readonly base: string
  readonly unit: string | null
  /** What stands beside the unit. */
  readonly aside: string | null
} {
  const [, base, unit, before, late, early, behind] = /[([【,，/_-]/.test(plain) ? (ending.exec(plain) ?? []) : []
  if (base === undefined) return { base: plain, unit: null, aside: null }
  const aside = before ?? behind ?? ''
  return { base, unit: unit ?? late ?? early ?? null, aside: /^(?:单位|人民币|rmb)?$/.test(aside) ? null : aside }
}

const yearBelow = /^((?:19|20)\d{2}(?:年度|年末|年底|年)?)(.*)$/u

const isEmpty = (text: string | undefined) => (text ?? '').trim() === ''

/**
 * Titles joined with a line below them that holds nothing but units or years: `营业收入` over `(万元)`, or over `2024年` and
 * `2025年`; null for any other line. A title over several columns stands over each of them or, in a pasted block, the first.
 */
export function withUnits(titles: readonly string[], below: readonly string[]): string[] | null {
  const over = (at: number): string => {
    const own = titles[at] ?? ''
    return isEmpty(own) && at > 0 && yearsOf(below[at]) && yearsOf(below[at - 1]) ? over(at - 1) : own
  }
  const parts = below.map((text, at) => {
    if (isEmpty(text) || text === titles[at] || isEmpty(over(at))) return null
    const unit = unitAlone(text)
    return unit === null ? yearsOf(text) : { year: '', unit }
  })
  if (!below.every((text, at) => isEmpty(text) || text === titles[at] || parts[at])) return null
  const years = parts.flatMap((part, at) => (part?.year ? [at] : []))
  // A year alone may be a value: under one title stand several, or the other titles go on beside it.
  const goesOn = below.some((text, at) => !isEmpty(text) && text === titles[at])
  if (years.length > 0 && !goesOn && !years.some((at) => at > 0 && parts[at - 1]?.year && over(at) === over(at - 1)))
    return null
  if (!parts.some((part) => part !== null)) return null
  return Array.from({ length: Math.max(titles.length, below.length) }, (_, at) => {
    const part = parts[at]
    return part ? `${part.year}${over(at)}${part.unit ? `(${part.unit})` : ''}` : (titles[at] ?? '')
  })
}

/** A year that is all of a text, with its unit: `2024年`, `2024年度（万元）`. */
function yearsOf(text: string | undefined): { readonly year: string; readonly unit: string | null } | null {
  const [, found, rest = ''] = yearBelow.exec((text ?? '').replace(/[\s\p{Cf}]/gu, '')) ?? []
  if (found === undefined) return null
  const unit = rest === '' ? null : unitAlone(rest)
  return rest === '' || unit !== null ? { year: found, unit } : null
}
