import { isDay } from '../shared/dates.ts'
import { formatYuan, parseYuan } from '../shared/money.ts'
import type { TypedText } from '../shared/typed-text.ts'

/** `choices`: several of the options; `list`: several free texts. Both are arrays, written with `、` between them. */
export type GridKind = 'text' | 'number' | 'percent' | 'money' | 'day' | 'select' | 'choices' | 'list'
export type GridOption = { readonly value: string; readonly text: string }

/** Why a text is no value of its kind. */
type Unreadable = Omit<TypedText, 'text'>

type Read<Value> = { readonly value: Value | null } | Unreadable
type Reading = Read<string | number | readonly string[]>

/** Text that a person typed or pasted → the value of the cell; an empty text is null (text columns: an empty text). */
export function readCell(
  kind: GridKind,
  text: string,
  options: readonly GridOption[] = [],
  range: NumberRange = {},
): Reading {
  const plain = text.normalize('NFKC').trim()
  if (kind === 'text') return { value: text.trim() === '' ? '' : text }
  if (kind === 'list') return { value: readList(text) }
  if (kind === 'choices') {
    const found = readList(plain).map((one) => optionOf(one, options))
    return found.every((one) => one !== undefined)
      ? { value: [...new Set(found.map((one) => one.value))] }
      : { problem: 'notAnOption' }
  }
  if (plain === '') return { value: null }
  if (kind === 'money') {
    const fen = parseYuan(plain)
    return fen === null ? { problem: 'notAnAmount' } : inRange(fen, { from: range.min, to: range.max }, formatYuan)
  }
  if (kind === 'number' || kind === 'percent')
    return readNumber(kind === 'percent' ? plain.replace(/%$/, '') : plain, range)
  if (kind === 'day') return readDay(plain)
  const found = optionOf(plain, options)
  return found ? { value: found.value } : { problem: 'notAnOption' }
}

function optionOf(text: string, options: readonly GridOption[]): GridOption | undefined {
  return options.find((one) => one.value === text || one.text.normalize('NFKC') === text)
}

/** `知识产权、体系认证` → its parts; commas, semicolons and line breaks part them too. */
export function readList(text: string): string[] {
  return text
    .split(/[、,，;；\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

type Range<Value> = { readonly from?: Value | undefined; readonly to?: Value | undefined }

function inRange<Value extends string | number>(
  value: Value,
  { from, to }: Range<Value>,
  write: (value: Value) => string = String,
): Read<Value> {
  if ((from === undefined || value >= from) && (to === undefined || value <= to)) return { value }
  const written = (bound: Value | undefined) => (bound === undefined ? undefined : write(bound))
  return { problem: 'outOfRange', from: written(from), to: written(to) }
}

/** Money in fen. */
export type NumberRange = {
  readonly min?: number | undefined
  readonly max?: number | undefined
  readonly whole?: boolean
}

/** `1,200.5` → 1200.5; a comma parts thousands and nothing else. */
export function readNumber(text: string, { min, max, whole = false }: NumberRange = {}): Read<number> {
  const plain = text.normalize('NFKC').replace(/\s/g, '')
  if (plain === '') return { value: null }
  if (!/^-?(\d{1,15}|\d{1,3}(,\d{3}){1,4})(\.\d{1,6})?$/.test(plain)) return { problem: 'notANumber' }
  const value = Number(plain.replaceAll(',', ''))
  return whole && !Number.isInteger(value) ? { problem: 'notWhole' } : inRange(value, { from: min, to: max })
}

/** `2026-6-3`, `2026/6/3`, `2026.6.3`, `2026年6月3日`, `20260603` → `2026-06-03`. */
export function readDay(text: string, range: Range<string> = {}): Read<string> {
  const plain = text.normalize('NFKC').trim()
  if (plain === '') return { value: null }
  const match = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))$/.exec(plain)
  const [, year, month = match?.[4] ?? '', date = match?.[5] ?? ''] = match ?? []
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isDay(day) ? inRange(day, range) : { problem: 'notADay' }
}

/** The value of a cell as the text a person edits. */
export function writeCell(kind: GridKind, value: unknown, options: readonly GridOption[] = []): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) {
    return value.map((one) => options.find((option) => option.value === one)?.text ?? String(one)).join('、')
  }
  return kind === 'money' && typeof value === 'number' ? formatYuan(value) : String(value)
}

/** A block copied from Excel or WPS: rows by line, cells by tab, cells with line breaks in double quotes. */
export function readBlock(text: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const letter = text.charAt(i)
    if (quoted) {
      if (letter !== '"') cell += letter
      else if (text.charAt(i + 1) === '"') {
        cell += '"'
        i++
      } else quoted = false
    } else if (letter === '"' && cell === '') quoted = true
    else if (letter === '\t') endCell()
    else if (letter === '\n') {
      endCell()
      rows.push([])
    } else if (letter !== '\r') cell += letter
  }
  endCell()
  if (rows.length > 1 && rows.at(-1)?.join('') === '') rows.pop()
  return rows

  function endCell(): void {
    rows.at(-1)?.push(cell)
    cell = ''
  }
}
