// One function per kind of text, used by every door: what is typed, pasted, imported, sent or searched for is cleaned by it
// first, checked second and limited third. Each is idempotent; none changes what a person reads in the text.

/** Carriage returns, tabs and the like, as spreadsheets write them into a cell. */
const escapedControl = /_x00[01][0-9a-f]_/gi

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

/** The order of names of firms and posts as a reader expects it: 6号 before 12号. Places are ordered by their scope instead. */
export function compareNames(one: string, other: string): number {
  return names.compare(one, other)
}

/** Rows in the order of their names. */
export function byName<Row extends { readonly name: string }>(rows: readonly Row[]): Row[] {
  return rows.toSorted((one, other) => compareNames(one.name, other.name))
}
