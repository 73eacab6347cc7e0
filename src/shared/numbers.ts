import { foldWidth, untilStable, withoutInvisible } from './clean.ts'
import { units } from './units.ts'

/** A number as it was written, and what was written behind it: `95%` is 95 and `%`. */
export type Reading = { readonly value: number; readonly places: number; readonly suffix: string }

/** `ambiguous`: one reader would take it for a decimal point, another for a separator of thousands. */
export type Unread = 'not-a-number' | 'ambiguous'

const written = /^(-?)¥?(-?)([\d][\d,.' ]*|\.\d+)(\D*)$/

/**
 * A number as people write it: `1,200.50`, `1 200`, full-width digits, `−3.2`, `(3.2)`, `95%`, `¥12.50元`. A comma that parts
 * no thousands (`12,5`), a point that may part them beside a comma (`1.200,5`) and digits apart (`12 5`) are never guessed.
 */
export function readNumber(text: string): Reading | Unread {
  const plain = cleanNumber(text)
  const [, first = '', second = '', digits = '', suffix = ''] = written.exec(plain) ?? []
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
    .replace(/^'+|(?<=^|[-+¥(.,]) | (?=$|[-+¥).,元%‰千万百亿人家项个次场件户名位圆])/g, '')
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
