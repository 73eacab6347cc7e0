// One function per kind of text, used by every door: what is typed, pasted, imported, sent or searched for is cleaned by it
// first, checked second and limited third. Each is idempotent; none changes what a person reads in the text.

/** Carriage returns, tabs and the like, as spreadsheets write them into a cell. */
export const escapedControl = /_x00[01][0-9a-f]_/gi

/** Zero-width and direction marks, soft hyphens, byte-order marks, fillers, glyph variants: nobody sees them. */
const invisible =
  /\p{Cf}|\u034F|\u115F|\u1160|\u17B4|\u17B5|\u2800|\u3164|[\uFE00-\uFE0F]|\uFFA0|\uFFFC|[\u{E0100}-\u{E01EF}]/gu

/** Letters and digits of full width, and the look-alikes of Chinese characters that come out of PDF files. */
const oddLetters = /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A\u2E80-\u2FD5\uF900-\uFAFF]|[\u{2F800}-\u{2FA1F}]/gu

const spaces = /[\s\p{Cc}\p{Z}]+/gu
const dashes = /[\p{Pd}\u2212\u2043]/gu
const quotes = '\'‘’‛`´"“”'
const separators = new RegExp(`[\\s\\p{Z}\\p{Cc}\\p{Pd}\\u2212\\u2043${quotes}.·•・‧_/\\\\:,、;|]`, 'gu')
const betweenHan = /(?<=[\p{Script=Han}（）]) | (?=[\p{Script=Han}（）])/gu

/** Cleaning can uncover what cleaning removes: `_x00_x000D_0D_`. */
export function untilStable(clean: (text: string) => string): (text: string) => string {
  return (text) => {
    let before = text
    for (let now = clean(before); now !== before; now = clean(before)) before = now
    return before
  }
}

export function withoutInvisible(text: string): string {
  return text.replace(invisible, '')
}

/** Half width for what a Chinese keyboard types in full. Never more than width: `10²` is no 102. */
export function foldWidth(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ')
    .replace(/\uFFE5/g, '¥')
}

const lineBreak = /[\p{Cc}\u2028\u2029]/u

/** Whether a line break or a tab stands between digits: two figures in one cell, or one that was broken over two lines. */
export function partsDigits(text: string): boolean {
  const plain = foldWidth(withoutInvisible(text.replace(escapedControl, '\n')))
  return [...plain.matchAll(/\d([^\p{L}\d]+)(?=\d)/gu)].some(([, gap = '']) => lineBreak.test(gap))
}

/** Whether letters or digits stand on two lines, or are parted by a tab: two codes in one cell, or one that was broken. */
export function partsCode(text: string): boolean {
  return /[\p{L}\p{N}][^\p{L}\p{N}]*[\p{Cc}\u2028\u2029][^\p{L}\p{N}]*[\p{L}\p{N}]/u.test(
    withoutInvisible(text.replace(escapedControl, '\n')),
  )
}

function foldLetters(text: string): string {
  return text.replace(oddLetters, (letter) => letter.normalize('NFKC')).normalize('NFC')
}

/** One line of text: a title, a place, a purpose. Line breaks and runs of spaces become one space; punctuation is left alone. */
export const cleanLine = untilStable((text) =>
  foldLetters(withoutInvisible(text.replace(escapedControl, ' ')))
    .replace(spaces, ' ')
    .trim(),
)

/** A text of several lines, whose line breaks and indents are kept. */
export const cleanProse = untilStable((text) =>
  foldLetters(withoutInvisible(text.replace(escapedControl, '\n')))
    .replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n')
    .replace(/(?!\u3000)\p{Zs}/gu, ' ')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .replace(/[^\S\n]+$/gm, '')
    .trim(),
)

/**
 * The name of a firm, a unit, a person or an account: a line in which brackets and middle dots have one form and no space
 * stands beside a Chinese character (`张 三`, a name broken over two lines).
 */
export const cleanName = untilStable((text) => {
  const line = cleanLine(text).replace(/[・‧•･∙⋅]/gu, '·')
  const bracketed = /\p{Script=Han}/u.test(line)
    ? line.replace(/\(/g, '（').replace(/\)/g, '）')
    : line.replace(/（/g, '(').replace(/）/g, ')')
  return bracketed.replace(betweenHan, '').trim()
})

/** The name of a choice, however it was typed: no spaces, one width, one case. */
export const cleanChoice = untilStable((text) => foldWidth(cleanName(text)).replace(/\s/g, '').toLowerCase())

/** A code of letters and digits alone (credit code, invoice code and number): no separators, no apostrophe, upper case. */
export const cleanCode = untilStable((text) =>
  foldWidth(withoutInvisible(text.replace(escapedControl, '')))
    .replace(separators, '')
    .toUpperCase(),
)

/**
 * The number of a document, whose hyphens and brackets belong to it (contract, voucher, bank receipt, record): no spaces,
 * one kind of hyphen, one kind of bracket around the year (`财企〔2026〕1号`), upper case.
 */
export const cleanReference = untilStable((text) =>
  foldWidth(foldLetters(withoutInvisible(text.replace(escapedControl, ''))))
    .replace(spaces, '')
    .replace(dashes, '-')
    .replace(new RegExp(`^[${quotes}]+|[${quotes}]+$`, 'gu'), '')
    .replace(/(?<=\p{Script=Han})[[【(](\d{4})[\]】)]/gu, '〔$1〕')
    .toUpperCase(),
)

/** A telephone number: `13800000000` without the country's code, `0573-84000000`, `0573-84000000-12` with its extension. */
export const cleanPhone = untilStable((text) => {
  const plain = foldWidth(withoutInvisible(text.replace(escapedControl, '')))
    .toLowerCase()
    .replace(/转|ext\.?|[\s()./\p{Pd}\u2212]+/gu, '-')
    .replace(new RegExp(`[${quotes}]`, 'gu'), '')
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '')
  const bare = plain.replace(/^(?:\+|00)86-?(?=\d)|^86-?(?=1[3-9](?:-?\d){9}$)/, '')
  const digits = bare.replace(/-/g, '')
  if (/^1[3-9]\d{9}$/.test(digits)) return digits
  // abroad, the nought before the area is left out
  const full = bare !== plain && !bare.startsWith('0') ? `0${bare}` : bare
  const fixed = /^(0(?:10|2\d)|0[3-9]\d{2})-?(\d{3,4}-?\d{4})(?:-(\d{1,6}))?$/.exec(full)
  if (!fixed) return plain
  const [, area = '', number = '', extension] = fixed
  return [area, number.replace('-', ''), ...(extension ? [extension] : [])].join('-')
})

/** Titles compare without spaces, invisible characters, marks of duty, letter case, or the width of characters. */
export function plainTitle(title: string): string {
  return title
    .normalize('NFKC')
    .replace(/[\s*:\p{Cf}\p{Cc}]/gu, '')
    .replace(/\((?:必填|选填|required|optional)\)/gi, '')
    .toLowerCase()
}

/** Whether two names are one, however they were typed. */
export function sameName(one: string, other: string): boolean {
  return cleanName(one) === cleanName(other)
}

const names = new Intl.Collator('zh-CN', { numeric: true })
const digits = '一二三四五六七八九'

/** 第十二批 with its number in digits, as the database does it in `name_order_key`. */
function counted(name: string): string {
  if (!name.includes('第')) return name
  return name.replace(
    /第([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)/,
    (all, tens: string, ten: string, ones: string) => {
      if (ten === '') return tens === '' ? all : `第${digits.indexOf(tens) + 1}${ones}`
      return `第${(tens === '' ? 1 : digits.indexOf(tens) + 1) * 10 + digits.indexOf(ones) + (ones === '' ? 0 : 1)}`
    },
  )
}

/**
 * The order of names of firms, posts and batches as a reader expects it: 6号 before 12号, 第二批 before 第十批. Places are ordered
 * by their scope instead.
 */
export function compareNames(one: string, other: string): number {
  return names.compare(counted(one), counted(other))
}

/** Rows in the order of their names. */
export function byName<Row extends { readonly name: string }>(rows: readonly Row[]): Row[] {
  return rows.toSorted((one, other) => compareNames(one.name, other.name))
}

/** Places in the order of the tree: divisions by their code, zones and parks, which have none, by name. */
export function byPlace<Row>(rows: readonly Row[], placeOf: (row: Row) => { scope: string; name: string }): Row[] {
  const placed = rows.map((row) => ({ row, ...placeOf(row) }))
  const named = new Map(placed.map(({ scope, name }) => [scope, name]))
  return placed.toSorted((a, b) => comparePlaces(a.scope, b.scope, named)).map(({ row }) => row)
}

function comparePlaces(one: string, other: string, named: ReadonlyMap<string, string>): number {
  const [a, b] = [one.split('/'), other.split('/')]
  const at = a.findIndex((step, i) => step !== b[i])
  if (at < 0) return 0
  const [mine = '', its = ''] = [a[at], b[at]]
  const [myName, itsName] = [a, b].map((steps) => named.get(`${steps.slice(0, at + 1).join('/')}/`))
  const bothNamed = myName !== undefined && itsName !== undefined && !isCode(mine) && !isCode(its)
  return (
    (bothNamed ? compareNames(myName, itsName) : 0) ||
    Number(isCode(its)) - Number(isCode(mine)) ||
    (mine < its ? -1 : 1)
  )
}

/** The end of a path counts as one: a unit stands before what is below it. */
function isCode(step: string): boolean {
  return /^\d*$/.test(step)
}

/** What a list is ordered by: text as names are read, false before true, what is missing last. */
export type Ordinal = string | number | boolean | null | undefined

/**
 * Rows ordered by `sort`, a column's key with `-` in front for falling; rows that are equal keep their order both ways, and what
 * is missing stands last both ways. The rows as they are where `ordinalOf` knows no such column.
 */
export function orderedBy<Row>(
  rows: readonly Row[],
  sort: string | null | undefined,
  ordinalOf: (key: string) => ((row: Row) => Ordinal) | null,
): readonly Row[] {
  const falling = sort?.startsWith('-') ?? false
  const value = sort ? ordinalOf(falling ? sort.slice(1) : sort) : null
  if (value === null) return rows
  const valued = rows.map((row) => ({ row, value: value(row) }))
  return valued.toSorted((a, b) => compareValues(a.value, b.value, falling)).map(({ row }) => row)
}

function compareValues(a: Ordinal, b: Ordinal, falling: boolean): number {
  const missing = Number(isMissing(a)) - Number(isMissing(b))
  if (missing !== 0 || isMissing(a)) return missing
  const order = typeof a === 'string' ? compareNames(a, String(b)) : Number(a) - Number(b)
  return falling ? -order : order
}

function isMissing(value: Ordinal): boolean {
  return value === null || value === undefined || value === ''
}

/** Whether a letter or a character stands in a text: what is said or called has one. */
export function holdsLetter(text: string): boolean {
  return /\p{L}/u.test(text)
}

/** Whether a text can be the number of a document: signs alone are none. */
export function holdsLetterOrDigit(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text)
}

/** Fewest characters of a reason or a description, after cleaning and without spaces: who reads it a year later has to learn what. */
export const leastWords = 4

/** Whether a text can be a reason or a description: long enough, and more than figures, marks and one letter over and over. */
export function saysSomething(text: string): boolean {
  const characters = [...cleanProse(text).replace(/\s/g, '')]
  const letters = new Set(characters.filter((one) => /\p{L}/u.test(one)))
  return characters.length >= leastWords && letters.size > 1
}
