import { errorText } from '../../shared/line-kinds.ts'
import type { CellFault } from './sheets.ts'

const pictureText = /^=?\s*(?:_xlfn\.)?(?:DISPIMG|IMAGE)\(/i
/** A call, or a reference: what a formula typed into a column of texts looks like. */
const formulaText = /^=\s*[+-]?(?:[A-Z_][\w.]*\(|(?:[^\s=!'"]+!|'[^']+'!)?\$?[A-Z]{1,3}\$?\d{1,7}(?:[^\w]|$))/i

/** What a text gives away about a cell that holds no value; null for an ordinary text. */
export function faultOfText(text: string): CellFault | null {
  const plain = text.trim()
  if (pictureText.test(plain)) return 'picture'
  if (errorText.test(plain)) return 'error'
  return formulaText.test(plain) ? 'uncalculated' : null
}

const escaped = /_x([0-9A-F]{4})_/gi
// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are no text
const noText = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g

/** `_x000D_`, as workbooks write what XML cannot carry, is the character itself; once, so that `_x005F_x000D_` stays a text. */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x') && !text.includes('_X')) return text
  return text
    .replace(escaped, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(noText, '')
    .toWellFormed()
}

/** A text that happens to look like an escape, written so that it is read as it stands. */
export function keepEscapes(text: string): string {
  return text.replace(/_(?=x[0-9A-F]{4}_)/gi, '_x005F_')
}
