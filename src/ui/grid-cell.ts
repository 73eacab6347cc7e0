import { cleanChoice, cleanCode, cleanLine, cleanProse, foldWidth, partsCode, partsDigits } from '../shared/clean.ts'
import { readDay, readMinute, readQuarter } from '../shared/dates.ts'
import { holdsSeveralNames, isNoName } from '../shared/line-kinds.ts'
import { formatYuan, parseYuan } from '../shared/money.ts'
import { readNumber, rounded, sameUnit } from '../shared/numbers.ts'
import type { TypedText } from '../shared/typed-text.ts'
import { heldPersonalNumber, judgeUscc } from '../shared/uscc.ts'

/** `name`: of a firm or a person. `code`: a telephone number, the number of a document. `choices`: several of the options; `list`: several free texts. Both are arrays, written with `、` between them. */
export type GridKind =
  | 'text'
  | 'name'
  | 'code'
  | 'uscc'
  | 'number'
  | 'percent'
  | 'money'
  | 'day'
  | 'select'
  | 'choices'
  | 'list'
/** `also`: what people call it besides. */
export type GridOption = { readonly value: string; readonly text: string; readonly also?: readonly string[] }

/** Why a text is no value of its kind. */
type Unreadable = Omit<TypedText, 'text'>

type Read<Value> = { readonly value: Value | null } | Unreadable
type Reading = Read<string | number | readonly string[]>

/** Text that a person typed or pasted → the value of the cell; an empty text is null (text columns: an empty text). */
export function readCell(
  kind: GridKind,
  text: string,
  options: readonly GridOption[] = [],
  range: CellLimits = {},
): Reading {
  const plain = cleanLine(foldWidth(text))
  if (['text', 'name', 'code', 'list'].includes(kind) && heldPersonalNumber(text))
    return { problem: 'personalNumberInside' }
  if (kind === 'text') return readText(text, range)
  if (kind === 'name') return readName(text, range)
  if (kind === 'code') return partsCode(text) ? { problem: 'severalCodes' } : readText(text, range)
  if (kind === 'uscc') {
    const code = cleanCode(text)
    // a code broken over two lines is whole where its check says so
    if (partsCode(text) && !['right', 'odd', 'personal'].includes(judgeUscc(code))) return { problem: 'severalCodes' }
    return judgeUscc(code) === 'personal' ? { problem: 'personalNumber' } : { value: code }
  }
  if (kind === 'list') return { value: readList(text) }
  if (kind === 'choices') {
    const found = readList(plain).map((one) => optionOf(one, options))
    return found.every((one) => one !== undefined)
      ? { value: [...new Set(found.map((one) => one.value))] }
      : { problem: 'notAnOption' }
  }
  if (plain === '') return { value: null }
  if (['money', 'number', 'percent'].includes(kind) && partsDigits(text)) return { problem: 'twoFigures' }
  if (kind === 'money') {
    const fen = parseYuan(plain)
    if (fen !== null) return inRange(fen, { from: range.min, to: range.max }, formatYuan)
    const read = readNumber(plain)
    if (read === 'ambiguous') return { problem: 'ambiguousNumber' }
    return typeof read !== 'string' && !sameUnit(read.suffix || '元', '元')
      ? { problem: 'otherUnit', from: read.suffix, to: '元' }
      : { problem: 'notAnAmount' }
  }
  if (kind === 'number' || kind === 'percent')
    return readFigure(plain, range, ['', ...(kind === 'percent' ? ['%'] : []), ...(range.units ?? [])])
  if (kind === 'day') return readDayWithin(partsDigits(text) ? text : plain)
  const found = optionOf(plain, options)
  return found ? { value: found.value } : { problem: 'notAnOption' }
}

/** The option of that name; one that several bear is none. */
function optionOf(text: string, options: readonly GridOption[]): GridOption | undefined {
  const exact = options.find((one) => one.value === text || one.text === text)
  if (exact) return exact
  const asked = cleanChoice(text)
  const named = options.filter(({ value, text: shown, also = [] }) =>
    [value, shown, ...also].some((name) => cleanChoice(name) === asked),
  )
  if (named.length > 0) return named.length === 1 ? named[0] : undefined
  const quarter = readQuarter(text)
  return quarter === null ? undefined : options.find(({ value }) => value === quarter)
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
  const isBelow = from !== undefined && value < from
  const written = (bound: Value | undefined, isMissed: boolean) =>
    bound === undefined || (isFar(bound) && !isMissed) ? undefined : write(bound)
  return { problem: 'outOfRange', from: written(from, isBelow), to: written(to, !isBelow) }
}

/** A bound that only keeps figures storable says nothing to whoever missed the other one. */
function isFar(bound: string | number): boolean {
  return typeof bound === 'number' && Math.abs(bound) >= 1e12
}

/** What a cell takes: figures in a range and their units, texts of at most `most` characters. */
type CellLimits = NumberRange & {
  readonly units?: readonly string[]
  readonly long?: boolean
  readonly most?: number
}

function readText(text: string, { long = false, most }: CellLimits): Read<string> {
  const reading = most === undefined ? { value: text } : readLength(text, long ? cleanProse : cleanLine, most)
  return 'value' in reading && text.trim() === '' ? { value: '' } : reading
}

/** As imports take names: by the same functions. */
function readName(text: string, limits: CellLimits): Read<string> {
  if (text.trim() === '') return { value: '' }
  if (holdsSeveralNames(text)) return { problem: 'severalNames' }
  return isNoName(text) ? { problem: 'notAName' } : readText(text, limits)
}

/** A text of at most so many characters, counted as `clean` leaves them. */
export function readLength(text: string, clean: (text: string) => string, most: number): Read<string> {
  const { length } = clean(text)
  return length > most ? { problem: 'tooLong', from: String(length), to: String(most) } : { value: text }
}

/** Money in fen. */
export type NumberRange = {
  readonly min?: number | undefined
  readonly max?: number | undefined
  readonly whole?: boolean
}

/** A figure that is no amount, rounded to six decimals; `suffixes`: what may stand behind it. */
export function readFigure(text: string, range: NumberRange = {}, suffixes: readonly string[] = ['']): Read<number> {
  if (text.trim() === '') return { value: null }
  const read = readNumber(text)
  if (read === 'two-lines') return { problem: 'twoFigures' }
  if (read === 'ambiguous') return { problem: 'ambiguousNumber' }
  if (read === 'not-a-number') return { problem: 'notANumber' }
  const { suffix } = read
  if (suffix !== '' && !suffixes.some((unit) => sameUnit(unit, suffix)))
    return { problem: 'otherUnit', from: suffix, to: suffixes.find((unit) => unit !== '') }
  if (range.whole && read.places > 0) return { problem: 'notWhole' }
  const value = rounded(read.value, 6)
  return value === null ? { problem: 'notANumber' } : inRange(value, { from: range.min, to: range.max })
}

/** A day as people write it, from the first to the last that a field takes. */
export function readDayWithin(text: string, range: Range<string> = {}): Read<string> {
  if (text.trim() === '') return { value: null }
  const day = readDay(text)
  return day === null ? { problem: 'notADay' } : inRange(day, range)
}

/** A day with its time, not later than `to`. */
export function readMinuteWithin(text: string, range: Range<string> = {}): Read<string> {
  if (text.trim() === '') return { value: null }
  const minute = readMinute(text)
  return minute === null ? { problem: 'notAMinute' } : inRange(minute, range)
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
