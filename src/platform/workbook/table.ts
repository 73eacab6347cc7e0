import type { Draft, ParsedRow, ParsedTable, Remark } from './account.ts'
import { cellAddress } from './addresses.ts'
import type { Column, RowOf, Table } from './columns.ts'
import { findHeader, type Header, isComplete, titlesIn } from './header.ts'
import { isInstructions, isProblemList } from './own-sheets.ts'
import type { ReadRow } from './parse-row.ts'
import { type ReadSheet, readRows } from './read-rows.ts'
import { repeated } from './repeated.ts'
import type { Sheet, Workbook } from './sheets.ts'
import { tableWords as words } from './table-words.ts'
import { unsaidIn } from './unsaid.ts'

type Found = { readonly sheet: Sheet; readonly header: Header | null }
type Read = { readonly sheet: Sheet; readonly read: ReadSheet }

/**
 * Reads every visible sheet that has the table's header, in either language and any order of columns, as a person sees it: hidden
 * sheets, rows and columns are not read. All problems at once, and everything that was not read or not taken as written is said.
 */
export function parseTable<const Columns extends readonly Column[]>(
  workbook: Workbook,
  table: Table<Columns>,
): ParsedTable<RowOf<Columns>> {
  const found = workbook.sheets
    .filter((sheet) => sheet.rows.length > 0)
    .map((sheet) => ({ sheet, header: findHeader(sheet, table.columns) }))
  const reading = sheetsToRead(found.filter(({ sheet }) => !sheet.hidden))
  const sheets = reading.map(({ sheet, header }) => ({ sheet, read: readRows(sheet, header, table.columns) }))
  const others = found.filter(({ sheet }) => !reading.some((each) => each.sheet === sheet))
  const unread = unreadSheets(others)
  const rows = sheets.flatMap(({ read }) => read.rows)
  const { refused, warned } = repeated(rows, table.columns)
  const sound = rows.filter((row) => row.problems.length === 0 && !refused.has(row))
  const problems = [
    ...sheets.flatMap(({ read }) => read.problems),
    ...rows.flatMap((row) => [...row.problems, ...(refused.get(row) ?? [])].sort(byColumn)),
    ...nothingRead(workbook, table, sheets),
  ]
  return {
    rows: sound.map(plainRow) as ParsedRow<RowOf<Columns>>[],
    drafts: rows.map(plainRow) as ParsedRow<Draft<RowOf<Columns>>>[],
    problems: problems.map(unsaidIn),
    warnings: [
      ...severalSheets(sheets),
      ...unread.warnings,
      ...sheets.flatMap(({ read }) => read.warnings),
      ...rows.flatMap((row) => row.warnings),
      ...[...warned.values()].flat(),
    ].map(unsaidIn),
    skipped: [...unread.skipped, ...sheets.flatMap(({ read }) => read.skipped), ...sheets.flatMap(commentsOn)].map(
      unsaidIn,
    ),
    cleaned: rows.flatMap((row) => row.cleaned).map(unsaidIn),
  }
}

function commentsOn({ sheet }: Read): Remark[] {
  return (sheet.comments ?? []).map((each) => words.comment(sheet.name, each))
}

function plainRow({ sheet, row, value, cells, texts }: ReadRow): ParsedRow<unknown> {
  return { sheet, row, value, cells, texts }
}

/** All with a complete header; or the one that comes nearest, so that it can be said what is missing. */
function sheetsToRead(found: readonly Found[]): { readonly sheet: Sheet; readonly header: Header }[] {
  const withHeader = found.flatMap(({ sheet, header }) => (header ? [{ sheet, header }] : []))
  const complete = withHeader.filter(({ header }) => isComplete(header))
  if (complete.length > 0) return complete
  const most = Math.max(...withHeader.map(({ header }) => titlesIn(header)))
  return withHeader.filter(({ header }) => titlesIn(header) === most).slice(0, 1)
}

function unreadSheets(others: readonly Found[]): { warnings: Remark[]; skipped: Remark[] } {
  const warnings: Remark[] = []
  const skipped: Remark[] = []
  for (const { sheet, header } of others) {
    if (sheet.hidden && isComplete(header)) warnings.push(words.hiddenTable(sheet.name))
    else if (sheet.hidden) skipped.push(words.hiddenSheet(sheet.name))
    else if (isInstructions(sheet.name) || isProblemList(sheet.name)) skipped.push(words.ownSheet(sheet.name))
    else warnings.push(words.unreadSheet(sheet.name, sheet.rows.length))
  }
  return { warnings, skipped }
}

function severalSheets(sheets: readonly Read[]): Remark[] {
  const filled = sheets.filter(({ read }) => read.rows.length > 0)
  if (filled.length < 2) return []
  return [words.severalSheets(filled.map(({ sheet, read }) => ({ name: sheet.name, rows: read.rows.length })))]
}

function nothingRead(workbook: Workbook, table: Table, sheets: readonly Read[]): Remark[] {
  if (sheets.length === 0)
    return [words.noHeader(workbook.sheets.find((each) => !each.hidden)?.name ?? '', table.columns)]
  const isEmpty = sheets.every(({ read }) => read.rows.length === 0 && read.problems.length === 0)
  return isEmpty ? [words.noRows(sheets[0]?.sheet.name ?? '')] : []
}

function byColumn(one: Remark, other: Remark): number {
  return (cellAddress(one.cell)?.column ?? 0) - (cellAddress(other.cell)?.column ?? 0)
}
