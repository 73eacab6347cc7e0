import { readNumber } from './numbers.ts'
import type { Text } from './words.ts'

/** Whole fen (1/100 yuan). Never a fraction, never beyond the safe integers. */
export type Fen = number

export function isFen(value: unknown): value is Fen {
  return typeof value === 'number' && Number.isSafeInteger(value)
}

export function sumFen(values: Iterable<Fen>): Fen {
  let sum = 0
  for (const value of values) sum += value
  if (!isFen(sum)) throw new RangeError(`not whole fen: ${sum}`)
  return sum
}

/** `percent` of `amount`, rounded down to the fen, so that shares can never add up to more than the whole. */
export function percentOf(amount: Fen, percent: number): Fen {
  return Number((BigInt(amount) * BigInt(Math.round(percent * 100))) / 10000n)
}

/** `12345` fen → `123.45`; with `group`, `1234567` fen → `12,345.67`. */
export function formatYuan(amount: Fen, options: { group?: boolean } = {}): string {
  const sign = amount < 0 ? '-' : ''
  const whole = Math.floor(Math.abs(amount) / 100)
  const cents = String(Math.abs(amount) % 100).padStart(2, '0')
  const digits = options.group === false ? String(whole) : String(whole).replace(/\B(?=(\d{3})+(?!\d))/g, ',')
  return `${sign}${digits}.${cents}`
}

/** By how much a sum is above or below another, with the direction in words: 多 1.50 元, 1.50 yuan less. */
export function apartText(difference: Fen): Text {
  const yuan = formatYuan(Math.abs(difference))
  return difference < 0
    ? { zh: `少 ${yuan} 元`, en: `${yuan} yuan less` }
    : { zh: `多 ${yuan} 元`, en: `${yuan} yuan more` }
}

/**
 * Text a person typed, in yuan (`1,234.5`, `¥1234.50元`, full-width digits) → fen, or null if it is no amount of whole fen.
 * A comma that parts no thousands may be a decimal point elsewhere: then nothing is guessed.
 */
export function parseYuan(text: string): Fen | null {
  const read = readNumber(text)
  if (typeof read === 'string' || read.places > 2 || Math.abs(read.value) >= 1e13) return null
  if (!['', '元'].includes(read.suffix)) return null
  const fen = Math.round(read.value * 100)
  return isFen(fen) ? fen : null
}
