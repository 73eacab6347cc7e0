import { isDay } from '../../shared/dates.ts'
import type { Text } from '../../shared/words.ts'
import type { ParsedRow, Remark } from './account.ts'
import { columnLetters } from './addresses.ts'
import { cellWords as words } from './cell-words.ts'
import type { Took, Warned, Wrong } from './cells.ts'
import type { Column } from './columns.ts'
import { type Header, isMergedWithLeft } from './header.ts'
import { isBlank, type RichText, type WorkbookRow } from './sheets.ts'
import { taken } from './taken.ts'
import { shownTitle } from './titles.ts'

/** One row as its columns read it. `value` holds what could be read, also if something else is wrong. */
export type ReadRow = ParsedRow<Readonly<Record<string, unknown>>> & {
  readonly problems: readonly Remark[]
  readonly warnings: readonly Remark[]
  readonly cleaned: readonly Remark[]
  /** Share of the required columns that are blank or wrong. */
  readonly missing: number
}

export function parseRow(sheet: string, row: WorkbookRow, header: Header, columns: readonly Column[]): ReadRow {
  const value: Record<string, unknown> = {}
  const cells: Record<string, string> = {}
  const texts: Record<string, string> = {}
  const problems: Remark[] = []
  const warnings: Remark[] = []
  const cleaned: Remark[] = []
  let missing = 0
  const isStruckOut = areStruck(row, header)
  if (isStruckOut) warnings.push(words.struckRow(sheet, row.number, row.cells.find((text) => !isBlank(text)) ?? ''))
  for (const column of columns) {
    value[column.key] = null
    const index = header.at.get(column.key)
    if (index === undefined) continue
    const cell = `${columnLetters(index)}${row.number}`
    cells[column.key] = cell
    const raw = row.cells[index] ?? ''
    texts[column.key] = raw.trim()
    const about = (text: Text): Remark => ({
      sheet,
      row: row.number,
      column: shownTitle(header.row.cells[index] ?? column.title.zh),
      cell,
      value: raw.trim(),
      zh: text.zh,
      en: text.en,
    })
    const read = parseCell(raw, row, index, column, header)
    if ('wrong' in read) {
      problems.push(read.unsaid ? { ...about(read.wrong), value: '' } : about(read.wrong))
      if (column.required) missing++
      continue
    }
    value[column.key] = read.value
    if (read.warning) warnings.push(about(read.warning))
    if (row.struck?.has(index) && !isStruckOut && !row.rich?.get(index)?.unstruck) warnings.push(about(words.struck))
    const took = read.took ?? taken(raw, read.value, column)
    if (took !== null) cleaned.push(about(words.cleaned(took)))
  }
  problems.push(...beyondHeader(sheet, row, header))
  const required = columns.filter((each) => each.required).length
  const share = missing / Math.max(1, required)
  return { sheet, row: row.number, value, cells, texts, problems, warnings, cleaned, missing: share }
}

type Read = { readonly value: unknown; readonly warning?: Text; readonly took?: string }
type ReadCell = Wrong | Read

function parseCell(raw: string, row: WorkbookRow, index: number, column: Column, header: Header): ReadCell {
  const fault = row.faults?.get(index)
  if (fault === 'picture' && !column.required) return { value: null, warning: words.pictureNotRead }
  if (fault) return { wrong: words.faults[fault] }
  if (isBlank(raw)) return column.required ? words.blank(column) : { value: null }
  const neighbour = mergedNeighbour(row, index, header)
  if (neighbour !== null) return { wrong: words.mergedAcross(neighbour) }
  const parsed = column.parse(raw.trim())
  if (isWrong(parsed)) return parsed
  const rich = row.rich?.get(index)
  const marked = rich ? markedApart(raw.trim(), rich, innerOf(parsed)) : null
  if (marked && isWrong(marked)) return marked
  if (isWarned(parsed)) return parsed
  const read: Read = isTook(parsed) ? parsed : { value: parsed, ...marked }
  const first = row.merged?.get(index)
  const fromAbove = column.numeric === true && first !== undefined && first !== `${columnLetters(index)}${row.number}`
  return fromAbove ? { ...read, warning: words.mergedFigure(first) } : read
}

/** Runs that are struck out, raised or lowered are told of a text; a figure, a code, a day and a choice are refused with them. */
function markedApart(whole: string, { unstruck, level }: RichText, value: unknown): Wrong | { readonly warning: Text } {
  if (!isFreeText(value))
    return { wrong: unstruck === null ? words.raised(whole, level ?? '') : words.struckPart(whole, unstruck) }
  return { warning: unstruck === null ? words.raisedText(whole) : words.struckText(whole, unstruck) }
}

/** A text that says what it likes: no day, no code, no key of a choice. */
function isFreeText(value: unknown): boolean {
  return typeof value === 'string' && !isDay(value) && !/^[\w-]*$/.test(value)
}

function innerOf(parsed: unknown): unknown {
  return isTook(parsed) || isWarned(parsed) ? parsed.value : parsed
}

/** Every cell of the row that is read and not blank. */
function areStruck({ cells, struck }: WorkbookRow, { at }: Header): boolean {
  const filled = [...at.values()].filter((index) => !isBlank(cells[index] ?? ''))
  return struck !== undefined && filled.length > 1 && filled.every((index) => struck.has(index))
}

/** A column that is read too and shows the same merged cell: the text cannot be the value of both. */
function mergedNeighbour(row: WorkbookRow, index: number, header: Header): string | null {
  const first = row.merged?.get(index)
  if (first === undefined) return null
  const other = [...header.at.values()].find((each) => each !== index && row.merged?.get(each) === first)
  return other === undefined ? null : `${columnLetters(other)}${row.number}`
}

/** Values under no title: those that ought to stand there have moved, or stand in the wrong place. */
function beyondHeader(sheet: string, row: WorkbookRow, header: Header): Remark[] {
  const found: Remark[] = []
  for (const index of header.covered) {
    const text = row.cells[index] ?? ''
    if (!isBlank(text) && !isMergedWithLeft(row, index))
      found.push(words.underMergedTitle(sheet, row.number, index, text))
  }
  const beyond = row.cells.findIndex(
    (text, index) => index >= header.end && !isBlank(text) && !isMergedWithLeft(row, index),
  )
  const tooMany = row.fields !== undefined && header.row.fields !== undefined && row.fields > header.row.fields
  if (beyond >= 0) found.push(words.beyondHeader(sheet, row.number, beyond, row.cells[beyond] ?? ''))
  else if (tooMany) found.push(words.moreFields(sheet, row.number, row.fields ?? 0, header.row.fields ?? 0))
  return found
}

function isTook(value: unknown): value is Took<unknown> {
  return typeof value === 'object' && value !== null && 'took' in value
}

function isWarned(value: unknown): value is Warned<unknown> {
  return typeof value === 'object' && value !== null && 'warning' in value
}

function isWrong(value: unknown): value is Wrong {
  return typeof value === 'object' && value !== null && 'wrong' in value
}
