import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { canonical } from '../../shared/canonical.ts'
import type { Language, Text } from '../../shared/words.ts'
import type { Download, Upload } from '../command.ts'
import type { Draft, ParsedRow, ParsedTable, Remark } from '../workbook/account.ts'
import { cellAddress } from '../workbook/addresses.ts'
import { annotateWorkbook } from '../workbook/annotate.ts'
import type { Column, RowOf, Table } from '../workbook/columns.ts'
import { readWorkbook } from '../workbook/read.ts'
import type { Workbook } from '../workbook/sheets.ts'
import { parseTable } from '../workbook/table.ts'
import { unsaidIn } from '../workbook/unsaid.ts'
import { xlsxMediaType } from '../workbook/values.ts'
import type { ImportAccount, Place } from './account.ts'
import { notATable, tooManyRows } from './import-errors.ts'
import { importWords } from './words.ts'

/** What is said of one row (by its place among those read) at one column. */
export type Doubt = { readonly row: number; readonly field: string; readonly text: Text }

/** What one kind of list adds to the reader. */
export type ImportRules<Columns extends readonly Column[], Row> = {
  readonly table: Table<Columns>
  readonly maxRows: number
  /** What is stored of a row; `newId` names one that did not stand there before. */
  readonly rowOf: (read: Draft<RowOf<Columns>>, newId: () => string) => Row
  /** What must be put right, and only a whole row can tell; asked of every row, also of one with another problem. */
  readonly problems?: (read: readonly Draft<RowOf<Columns>>[], rows: readonly Row[]) => readonly Doubt[]
  /** What looks wrong, beside the other rows or what stands there; asked of every row, too. */
  readonly warnings?: (rows: readonly Row[]) => readonly Doubt[]
}

/** A workbook that was read by the rules of a list, with everything that is said about it. */
export type TakenIn = Omit<ImportAccount, 'digest'> & {
  /** What the cells say, in the order of the workbook. */
  readonly values: readonly unknown[]
}

/** The one way from a workbook to rows. @throws HttpError 422 when there are more rows than the list takes */
export function takeIn<const Columns extends readonly Column[], Row>(
  workbook: Workbook,
  { table, maxRows, rowOf, problems, warnings }: ImportRules<Columns, Row>,
): TakenIn & { readonly rows: (newId: () => string) => Row[] } {
  const parsed: ParsedTable<RowOf<Columns>> = parseTable(workbook, table)
  const count = parsed.rows.length + new Set(parsed.problems.map(({ sheet, row }) => `${sheet}!${row}`)).size
  if (parsed.rows.length > maxRows || count > maxRows + 1) throw tooManyRows(count, maxRows)
  const values: readonly Draft<RowOf<Columns>>[] = parsed.rows.map(({ value }) => value as never)
  const rows = (newId: () => string) => values.map((value) => rowOf(value, newId))
  const drafts = parsed.drafts.map(({ value }) => value)
  const drafted = drafts.map((value) => rowOf(value, () => ''))
  const at = (doubts: readonly Doubt[] = []) => doubts.flatMap((doubt) => placed(doubt, parsed.drafts, table.columns))
  const wrong = [...parsed.problems, ...at(problems?.(drafts, drafted))]
  // what is wrong with a cell says more than what looks odd about it
  const isRow = new Set(parsed.drafts.map(({ sheet, row }) => `${sheet}!${row}`))
  // and what is wrong with a title says it of the whole column
  const ofTitles = wrong.filter(({ sheet, row }) => !isRow.has(`${sheet}!${row}`))
  const isWrong = (one: Remark) =>
    wrong.some(({ sheet, cell }) => sheet === one.sheet && cell === one.cell) ||
    ofTitles.some((title) => title.sheet === one.sheet && title.column !== '' && columnOf(title) === columnOf(one))
  const doubts = at(warnings?.(drafted)).filter((one) => !isWrong(one))
  const wrongRows = new Set(wrong.map(({ sheet, row }) => `${sheet}!${row}`))
  const sheets = Map.groupBy(parsed.drafts, ({ sheet }) => sheet)
  return {
    values,
    rows,
    sheets: [...sheets].map(([sheet, all]) => {
      const unread = all.filter(({ row }) => wrongRows.has(`${sheet}!${row}`)).length
      return { sheet, rows: all.length - unread, unread }
    }),
    problems: shown(wrong),
    warnings: shown([...parsed.warnings, ...doubts]),
    skipped: shown(parsed.skipped),
    cleaned: shown(parsed.cleaned),
  }
}

/** A doubt as a remark on its cell; on the row's first cell where the sheet has no such column. */
function placed(
  { row, field, text }: Doubt,
  rows: readonly ParsedRow<unknown>[],
  columns: readonly Column[],
): Remark[] {
  const read = rows[row]
  if (!read) return []
  const value = read.texts[field] ?? ''
  const column = columns.find(({ key }) => key === field)?.title.zh ?? ''
  const { sheet, row: number } = read
  return [unsaidIn({ sheet, row: number, column, cell: read.cells[field] ?? `A${number}`, value, ...text })]
}

/** Names an account: of this file, read by these rules into these values, for what stands `at` that place. */
export function digestOf({ hash }: Pick<Upload, 'hash'>, taken: TakenIn, at: object): string {
  return createHash('sha256').update(canonical({ hash, taken, at })).digest('hex')
}

const tables = ['xlsx', 'csv', 'txt']

/** @throws WorkbookRefused when it cannot be read at all, HttpError 422 when it is a paper or a picture */
export async function workbookOf(file: Pick<Upload, 'path' | 'found'>, columns: readonly Column[]): Promise<Workbook> {
  const { path, found } = file
  if (!tables.includes(found.extension)) throw notATable(found)
  return readWorkbook(await readFile(path), columns)
}

/** The workbook with every problem and warning written into it. */
export async function markedCopy(
  upload: Upload,
  columns: readonly Column[],
  taken: TakenIn,
  language: Language,
): Promise<Download> {
  const content = await annotateWorkbook(await readFile(upload.path), columns, taken, language)
  const name = upload.found.name.replace(/\.[^.]*$/, '')
  return { fileName: `${name}-${importWords.marked[language]}.xlsx`, mediaType: xlsxMediaType, content }
}

/** By sheet as they come, then down the rows and along them. */
function shown(remarks: readonly Remark[]): Place[] {
  const order = [...new Set(remarks.map(({ sheet }) => sheet))]
  return remarks
    .map(({ rows, ...remark }) => (rows ? { ...remark, rows: [...rows] } : remark))
    .sort((a, b) => order.indexOf(a.sheet) - order.indexOf(b.sheet) || a.row - b.row || columnOf(a) - columnOf(b))
}

function columnOf({ cell }: Pick<Remark, 'cell'>): number {
  return cellAddress(cell)?.column ?? -1
}
