import { type NumberKind, numberKind, numberText } from './cell-text.ts'

/** What a number format shows of a number: its kind, a scale, and the text around the digits. */
export type NumberFormat = { readonly kind: NumberKind; readonly sections: readonly Section[] }

type Section = {
  readonly condition: { readonly is: string; readonly than: number } | null
  /** The number is divided by it before it is shown. */
  readonly scale: number
  readonly before: string
  readonly after: string
  readonly hasDigits: boolean
  /** The sign of a currency other than the yuan, empty for none. */
  readonly currency: string
  /** It shows nothing at all. */
  readonly empty: boolean
  /** It writes digits that are not the number's. */
  readonly writesDigits: boolean
}

/**
 * `text` as a person reads it, though not rounded; `scaled`: shown in another scale, and nothing says in which; `currency`: in
 * another currency, whose sign stands before it; `digits`: what is shown has digits that the number has not.
 */
export type Shown = { readonly text: string; readonly fault?: 'scaled' | 'currency' | 'digits' }

export function numberFormat(id: number, code: string | undefined): NumberFormat {
  const kind = numberKind(id, code)
  return { kind, sections: kind === 'number' && code !== undefined ? sectionsOf(code).map(readSection) : [] }
}

export function shownNumber(value: number, { kind, sections }: NumberFormat, from1904 = false): Shown {
  const section = sectionFor(value, sections)
  if (section?.currency) return { text: `${section.currency}${numberText(value, kind)}`, fault: 'currency' }
  if (section?.writesDigits) return { text: numberText(value, kind), fault: 'digits' }
  if (!section?.hasDigits) return { text: numberText(value, kind, from1904) }
  const { scale, before, after } = section
  const figure = numberText(scale === 1 ? value : Number((value / scale).toPrecision(15)), kind)
  const text = `${before}${figure}${after}`
  return scale !== 1 && after === '' ? { text, fault: 'scaled' } : { text }
}

/** Whether a format such as `;;;` lets nothing of a number, or of a text (`value` null), be seen. */
export function showsNothing(value: number | null, { sections }: NumberFormat): boolean {
  const section = value === null ? sections[3] : sectionFor(value, sections)
  return section?.empty ?? false
}

/** By the conditions, or positive, negative and nought in turn, as spreadsheets choose. */
function sectionFor(value: number, sections: readonly Section[]): Section | undefined {
  const [first, second, third] = sections
  if (sections.some(({ condition }) => condition !== null)) {
    return sections.find(({ condition }) => condition === null || holds(value, condition))
  }
  if (value < 0 && second) return second
  return value === 0 && third ? third : first
}

function holds(value: number, { is, than }: { readonly is: string; readonly than: number }): boolean {
  if (is === '>') return value > than
  if (is === '<') return value < than
  if (is === '>=') return value >= than
  if (is === '<=') return value <= than
  return is === '<>' ? value !== than : value === than
}

/** One piece of a format: a quoted or escaped text, a bracket, a filling, a placeholder, or any other character. */
const piece = /"([^"]*)"|[\\!](.)|\[([^\]]*)\]|[_*]([\s\S])|General|G\/通用格式|E[+-]|([#0?]+)|([\s\S])/giu

function sectionsOf(code: string): string[] {
  const parts: string[] = ['']
  for (const [text] of code.matchAll(piece)) {
    if (text === ';') parts.push('')
    else parts[parts.length - 1] += text
  }
  return parts
}

function readSection(code: string): Section {
  let condition: Section['condition'] = null
  let [before, after, inside] = ['', '', '']
  let [commas, shift] = [0, 0]
  let hasDigits = false
  let sign = ''
  let literals = ''
  for (const [text, quoted, escaped, bracket, filling, digits, other] of code.matchAll(piece)) {
    if (bracket !== undefined) {
      const [, is, than] = /^([<>=]+)(-?[\d.]+)$/.exec(bracket) ?? []
      if (is !== undefined) condition = { is, than: Number(than) }
      sign ||= foreignSign(bracket)
      continue
    }
    if (filling !== undefined) continue
    const literal = quoted ?? escaped ?? (other !== undefined && !'.,/%@'.includes(other) ? other : undefined)
    literals += literal ?? ''
    if (literal === undefined) {
      // digits behind a point that is only written there are parted off the whole number
      if (digits !== undefined && after !== '') {
        if (after === '.') shift += digits.length
        else inside += after
        after = ''
      }
      if (digits !== undefined || /^(?:general|g\/)/i.test(text)) {
        hasDigits = true
        commas = 0
      } else if (text === ',' && hasDigits) commas++
    } else if (hasDigits) after += literal
    else before += literal
  }
  const currency =
    sign || (/(?:US|HK)?[$€£₩₽₹]|\b(?:USD|EUR|HKD|JPY|GBP)\b|[美欧港日]元|英镑/.exec(literals)?.[0] ?? '')
  const seen = { condition, currency, writesDigits: /\d/.test(literals) || /[,，]/.test(inside) }
  if (inside !== '') return { ...seen, empty: false, scale: 1, before: '', after: '', hasDigits: false }
  const scale = 1000 ** commas * 10 ** shift
  const empty = !hasDigits && literals.trim() === '' && !code.includes('@')
  return { ...seen, empty, scale, before: around(before), after: around(after), hasDigits }
}

/** The sign in `[$€-2]` or `[$USD]`, unless it is the yuan's; the yen has the same one, but the place of Japan. */
function foreignSign(bracket: string): string {
  const [, sign = '', place = ''] = /^\$([^-]*)(?:-(.*))?$/.exec(bracket) ?? []
  const isYuan = /^(?:[¥￥]|CNY|RMB|元|人民币|)$/i.test(sign.trim())
  if (isYuan && sign !== '' && /^[\dA-F]*411$/i.test(place)) return 'JP¥'
  return isYuan ? '' : sign.trim()
}

/** Signs, brackets of a negative, spaces and the sign of the yuan are how a number is written, no unit. */
function around(text: string): string {
  return text.replace(/[\s()（）¥￥$+-]/g, '')
}
