import type { ParsedRow, ParsedTable, Remark } from './account.ts'
import { columnLetters } from './addresses.ts'
import type { Warned, Wrong } from './cells.ts'
import type { Column, RowOf, Table } from './columns.ts'

import { repeated } from './repeated.ts'
import type { Sheet, Workbook, WorkbookRow } from './sheets.ts'
import { tableWords as words } from './table-words.ts'

/** Reads every sheet that has the table's header, in either language and any order of columns; all problems at once. */
export function parseTable<const Columns extends readonly Column[]>(
  workbook: Workbook,
  table: Table<Columns>,
): ParsedTable<RowOf<Columns>> {
  const rows: ParsedRow<RowOf<Columns>>[] = []
  const problems: Remark[] = []
  const warnings: Remark[] = []
  const filled = workbook.sheets.filter((sheet) => sheet.rows.length > 0)
  const found = filled.map((sheet) => ({ sheet, header: findHeader(sheet, table.columns) }))
  const complete = found.filter(({ header }) => header !== null && header.missing.length === 0)
  const best = found.reduce<(typeof found)[number] | null>(
    (most, each) => (matches(each.header) > matches(most?.header ?? null) ? each : most),
    null,
  )
  const read = complete.length > 0 ? complete : best?.header ? [best] : []
  for (const { sheet, header } of read) {
    if (!header) continue
    problems.push(...headerProblems(sheet, header))
    warnings.push(
      ...header.unknown.map((at) => words.unknownColumn(sheet.name, header.row.number, at, header.row.cells[at] ?? '')),
    )
    for (const row of sheet.rows) {
      if (row.number <= header.row.number) continue
      const { value, wrong, warned } = parseRow<Columns>(sheet.name, row, header, table.columns)
      problems.push(...wrong)
      warnings.push(...warned)
      if (wrong.length === 0) rows.push({ sheet: sheet.name, row: row.number, value, cells: cellsOf(row, header) })
    }
  }
  if (read.length === 0) problems.push(words.noHeader(filled[0]?.name ?? '', table.columns))
  else if (rows.length === 0 && problems.length === 0) problems.push(words.noRows(read[0]?.sheet.name ?? ''))
  for (const { sheet } of found.filter((each) => !read.includes(each))) {
    if (!isInstructions(sheet)) warnings.push(words.unreadSheet(sheet.name))
  }
  const { refused, warned } = repeated(rows, table.columns)
  return { rows, problems: [...problems, ...refused], warnings: [...warnings, ...warned], skipped: [], cleaned: [] }
}

function cellsOf({ number }: WorkbookRow, { at }: Header): Record<string, string> {
  return Object.fromEntries([...at].map(([key, index]) => [key, `${columnLetters(index)}${number}`]))
}

type Header = {
  readonly row: WorkbookRow
  /** Position of each column of the table, by key. */
  readonly at: ReadonlyMap<string, number>
  readonly missing: readonly Column[]
  readonly doubled: readonly number[]
  readonly unknown: readonly number[]
}

const headerDepth = 12

/** The row among the first ones that carries most of the titles; notes and a title above it do no harm. */
function findHeader(sheet: Sheet, columns: readonly Column[]): Header | null {
  let best: Header | null = null
  for (const row of sheet.rows.slice(0, headerDepth)) {
    const header = readHeader(row, columns)
    if (matches(header) > matches(best)) best = header
  }
  return best && matches(best) * 2 >= Math.min(columns.length, columns.filter((each) => each.required).length + 1)
    ? best
    : null
}

function matches(header: Header | null): number {
  return header?.at.size ?? 0
}

function readHeader(row: WorkbookRow, columns: readonly Column[]): Header {
  const byTitle = new Map(
    columns.flatMap((each) => [each.title.zh, each.title.en].map((title) => [plainTitle(title), each.key])),
  )
  const at = new Map<string, number>()
  const doubled: number[] = []
  const unknown: number[] = []
  for (const [index, cell] of row.cells.entries()) {
    const title = plainTitle(cell)
    if (title === '') continue
    const key = byTitle.get(title)
    if (key === undefined) unknown.push(index)
    else if (at.has(key)) doubled.push(index)
    else at.set(key, index)
  }
  return { row, at, doubled, unknown, missing: columns.filter((each) => each.required && !at.has(each.key)) }
}

/** Titles compare without spaces, marks of duty, letter case, or the width of characters. */
export function plainTitle(title: string): string {
  return title
    .normalize('NFKC')
    .replace(/[\s*＊:]/g, '')
    .toLowerCase()
}

function headerProblems(sheet: Sheet, header: Header): Remark[] {
  const { number, cells } = header.row
  return [
    ...header.missing.map((each) => words.missingColumn(sheet.name, number, each)),
    ...header.doubled.map((at) => words.doubledColumn(sheet.name, number, at, cells[at] ?? '')),
  ]
}

function parseRow<Columns extends readonly Column[]>(
  sheet: string,
  row: WorkbookRow,
  header: Header,
  columns: Columns,
): { value: RowOf<Columns>; wrong: Remark[]; warned: Remark[] } {
  const value: Record<string, unknown> = {}
  const wrong: Remark[] = []
  const warned: Remark[] = []
  for (const each of columns) {
    const index = header.at.get(each.key)
    if (index === undefined) {
      value[each.key] = null
      continue
    }
    const text = (row.cells[index] ?? '').trim()
    const parsed = text === '' ? (each.required ? words.blank(each) : null) : each.parse(text)
    const column = (header.row.cells[index] ?? each.title.zh).replace(/[\s*＊]+$/, '')
    const place = { sheet, row: row.number, column, cell: `${columnLetters(index)}${row.number}` }
    if (isWrong(parsed)) wrong.push({ ...place, value: parsed.unsaid ? '' : text, ...parsed.wrong })
    else if (isWarned(parsed)) {
      warned.push({ ...place, value: text, ...parsed.warning })
      value[each.key] = parsed.value
    } else value[each.key] = parsed
  }
  return { value: value as RowOf<Columns>, wrong, warned }
}

function isWrong(value: unknown): value is Wrong {
  return typeof value === 'object' && value !== null && 'wrong' in value
}

function isWarned(value: unknown): value is Warned<unknown> {
  return typeof value === 'object' && value !== null && 'warning' in value
}

/** Sheets of our own templates that explain and are not filled in. */
function isInstructions(sheet: Sheet): boolean {
  return [words.instructions.zh, words.instructions.en].includes(sheet.name)
}
