import { cleanCode, cleanLine, foldWidth } from '../shared/clean.ts'
import { readDay } from '../shared/dates.ts'
import { formatYuan, parseYuan } from '../shared/money.ts'
import { readNumber } from '../shared/numbers.ts'
import { judgeUscc } from '../shared/uscc.ts'

/** `choices`: several of the options; `list`: several free texts. Both are arrays, written with `、` between them. */
export type GridKind = 'text' | 'uscc' | 'number' | 'percent' | 'money' | 'day' | 'select' | 'choices' | 'list'
export type GridOption = { readonly value: string; readonly text: string }

/** Why a text is no value of its kind. */
export type Unreadable = 'notAnAmount' | 'notANumber' | 'ambiguousNumber' | 'notADay' | 'notAnOption' | 'personalNumber'

export type Reading = { readonly value: string | number | readonly string[] | null } | { readonly problem: Unreadable }

/** Text that a person typed or pasted → the value of the cell; an empty text is null (text columns: an empty text). */
export function readCell(kind: GridKind, text: string, options: readonly GridOption[] = []): Reading {
  const plain = cleanLine(foldWidth(text))
  if (kind === 'text') return { value: text.trim() === '' ? '' : text }
  if (kind === 'uscc') {
    const code = cleanCode(text)
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
  if (kind === 'money') {
    const fen = parseYuan(plain)
    if (fen !== null) return { value: fen }
    return { problem: readNumber(plain) === 'ambiguous' ? 'ambiguousNumber' : 'notAnAmount' }
  }
  if (kind === 'number' || kind === 'percent') {
    const read = readNumber(plain)
    if (typeof read === 'string') return { problem: read === 'ambiguous' ? 'ambiguousNumber' : 'notANumber' }
    const fits = read.places <= 6 && (read.suffix === '' || (kind === 'percent' && read.suffix === '%'))
    return fits ? { value: read.value } : { problem: 'notANumber' }
  }
  if (kind === 'day') {
    const day = readDay(plain)
    return day === null ? { problem: 'notADay' } : { value: day }
  }
  const found = optionOf(plain, options)
  return found ? { value: found.value } : { problem: 'notAnOption' }
}

function optionOf(text: string, options: readonly GridOption[]): GridOption | undefined {
  return options.find((one) => one.value === text || foldWidth(one.text) === text)
}

/** `知识产权、体系认证` → its parts; commas, semicolons and line breaks part them too. */
export function readList(text: string): string[] {
  return text
    .split(/[、,，;；\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
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
