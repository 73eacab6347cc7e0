import { plainTitle } from '../../shared/clean.ts'
import {
  type LineKind,
  likelyNoRow,
  looksLikeExample,
  looksLikeSubtotal,
  plainlyNoRow,
  type Seen,
} from '../../shared/line-kinds.ts'
import type { Remark } from './account.ts'
import type { Column } from './columns.ts'
import { type Header, isHiddenColumn, matchedTitles, repeatedHeader, sameHeader } from './header.ts'
import { parseRow, type ReadRow } from './parse-row.ts'
import { isBlank, type Sheet, type WorkbookRow } from './sheets.ts'
import { notedOn, statedIn, unitDoubts } from './stated-units.ts'
import { tableWords as words } from './table-words.ts'
import { shownTitle } from './titles.ts'
import type { Stated } from './unit-words.ts'

export type ReadSheet = {
  /** Rows of data, those with problems too. */
  readonly rows: readonly ReadRow[]
  readonly problems: readonly Remark[]
  readonly warnings: readonly Remark[]
  readonly skipped: readonly Remark[]
}

/** Reads the rows of one sheet; every row that is not blank, and is no header, is among `rows` or in a remark. */
export function readRows(sheet: Sheet, first: Header, columns: readonly Column[]): ReadSheet {
  const rows: ReadRow[] = []
  const problems: Remark[] = [...headerProblems(sheet, first)]
  const warnings: Remark[] = []
  const skipped: Remark[] = []
  const hidden: number[] = []
  const unseen: number[] = []
  const unread: { row: number; value: string }[] = []
  const data: WorkbookRow[] = []
  const stated: Stated[] = []
  let header = first
  let afterHeader = true
  let afterNote = false

  function leaveOut({ kind, sure }: LineKind, row: WorkbookRow, seen: readonly Seen[]): void {
    const remark = words[kind](sheet.name, row.number, textOf(seen))
    stated.push(...statedIn(row, kind === 'heading'))
    ;(sure ? skipped : warnings).push(sure ? remark : words.unsure(remark))
    afterNote = sure && kind === 'note'
  }

  function read(row: WorkbookRow): void {
    const seen = seenIn(sheet, row, header)
    const texts = withoutSerial(seen)
    const isUnread = seen.every((each) => each.over === 0)
    const again = isUnread ? null : repeatedHeader(sheet, row, columns, header)
    const plain = again || texts.length === 0 ? null : plainlyNoRow(texts, header.at.size, afterNote)
    if (again) readHeaderAgain(again)
    else if (plain) leaveOut(plain, row, seen)
    else if (isUnread) readUnreadCells(row, seen, texts)
    else readData(row, seen, texts)
  }

  function readHeaderAgain(again: Header): void {
    skipped.push(words.repeatedHeader(sheet.name, again.row.number))
    if (sameHeader(again, header)) return
    header = again
    problems.push(...headerProblems(sheet, again))
    afterHeader = true
  }

  /** Serial numbers and the like, filled in ahead; but values under no title at all have lost their way. */
  function readUnreadCells(row: WorkbookRow, seen: readonly Seen[], texts: readonly Seen[]): void {
    const stray = texts.find(({ index }) => index >= header.end || isBlank(header.row.cells[index] ?? ''))
    if (stray) warnings.push(words.strayRow(sheet.name, row.number, stray.index, textOf(seen)))
    else unread.push({ row: row.number, value: textOf(seen) })
  }

  function readData(row: WorkbookRow, seen: readonly Seen[], texts: readonly Seen[]): void {
    const parsed = parseRow(sheet.name, row, header, columns)
    const firstColumn = Math.min(...header.at.values())
    const isWrong = parsed.problems.length > 0
    const likely = isWrong ? likelyNoRow(texts, { missing: parsed.missing, afterHeader, firstColumn }) : null
    const isCaption = isWrong && texts.length === 1 && parsed.missing >= 0.5
    if (likely || (isCaption && isTitled(row))) {
      leaveOut(likely ?? { kind: 'heading', sure: false }, row, seen)
      return
    }
    if (!isWrong) warnings.push(...doubts(sheet.name, row.number, seen, texts))
    const lone = isCaption && parsed.problems.length > 2 ? [words.loneText(sheet.name, row.number, textOf(seen))] : null
    rows.push(lone ? { ...parsed, problems: lone } : parsed)
    data.push(row)
    afterHeader = false
    afterNote = false
  }

  /** Whether the next row that is seen bears the titles of the table once more: what stands above is what that is called. */
  function isTitled(row: WorkbookRow): boolean {
    const next = sheet.rows.find(({ number, hidden: isHidden }) => number > row.number && !isHidden)
    return next !== undefined && repeatedHeader(sheet, next, columns, header) !== null
  }

  for (const row of sheet.rows) {
    if (row.hidden) hidden.push(row.number)
    else if (row.number > first.row.number && isFaint(row, header)) unseen.push(row.number)
    else if (row.number > first.row.number) read(row)
    else if (row.number < first.row.number && row.number !== first.upper) {
      stated.push(...statedIn(row, true))
      const value = textOf(seenIn(sheet, row, first))
      if (isDataAbove(sheet, row, first, columns)) problems.push(words.rowAboveHeader(sheet.name, row.number, value))
      else skipped.push(words.aboveHeader(sheet.name, row.number, value))
    }
  }
  // A column of ours in another unit, beside itself, says nothing about the others.
  const besideTitles = first.row.cells.map((text, at) =>
    first.unknown.includes(at) && matchedTitles([text], columns) === 0 ? text : '',
  )
  stated.push(...statedIn({ number: first.row.number, cells: besideTitles }, true))
  stated.push(...statedIn({ number: 1, cells: [sheet.name] }, true))
  stated.push(...notedOn(sheet, first))
  const ofUnits = unitDoubts(sheet, first, columns, rows, stated)
  const beside = unreadColumns(sheet, first, data, columns)
  if (hidden.length > 0) beside.warnings.push(words.hiddenRows(sheet.name, hidden))
  if (unseen.length > 0) beside.warnings.push(words.unseenRows(sheet.name, unseen))
  beside.warnings.push(...faintCells(sheet, header, data))
  if (unread.length > 0) {
    const numbers = unread.map((each) => each.row)
    skipped.push(words.unreadCells(sheet.name, numbers, unread[0]?.value ?? ''))
  }
  return {
    rows,
    problems: [...problems, ...ofUnits.problems],
    warnings: [...beside.warnings, ...ofUnits.warnings, ...warnings],
    skipped: [...beside.skipped, ...skipped],
  }
}

/** Whether nobody sees any of the cells that are read. */
function isFaint({ cells, faint }: WorkbookRow, { at }: Header): boolean {
  const filled = [...at.values()].filter((index) => !isBlank(cells[index] ?? ''))
  return faint !== undefined && filled.length > 0 && filled.every((index) => faint.has(index))
}

/** Cells that were read although nobody sees them, in rows of which something is seen. */
function faintCells(sheet: Sheet, { row, at }: Header, data: readonly WorkbookRow[]): Remark[] {
  return [...at.values()].flatMap((index) => {
    const rows = data.filter(({ cells, faint }) => faint?.has(index) && !isBlank(cells[index] ?? ''))
    const title = shownTitle(row.cells[index] ?? '')
    return rows.length === 0
      ? []
      : [
          words.faintCells(
            sheet.name,
            rows.map(({ number }) => number),
            index,
            title,
          ),
        ]
  })
}

/** Sorting a whole sheet takes the header along and leaves rows above it. */
function isDataAbove(sheet: Sheet, row: WorkbookRow, header: Header, columns: readonly Column[]): boolean {
  const filled = [...header.at.values()].filter((index) => !isBlank(row.cells[index] ?? ''))
  if (filled.length < 2 || filled.length * 2 < header.at.size) return false
  const isTitle = (index: number) => plainTitle(row.cells[index] ?? '') === plainTitle(header.row.cells[index] ?? '')
  if (filled.some(isTitle) || plainlyNoRow(withoutSerial(seenIn(sheet, row, header)), header.at.size, false))
    return false
  return parseRow(sheet.name, row, header, columns).problems.length === 0
}

function doubts(sheet: string, row: number, seen: readonly Seen[], texts: readonly Seen[]): Remark[] {
  if (looksLikeSubtotal(texts)) return [words.perhapsTotal(sheet, row, textOf(seen))]
  return looksLikeExample(seen[0]?.text ?? '') ? [words.perhapsExample(sheet, row, textOf(seen))] : []
}

function headerProblems(sheet: Sheet, { row, at, missing, doubled, concealed }: Header): Remark[] {
  return [
    ...missing.map((each) => words.missingColumn(sheet.name, row.number, each)),
    ...doubled.map(({ column, index }) => {
      const [title, before] = [index, at.get(column.key) ?? index].map((one) => shownTitle(row.cells[one] ?? ''))
      return words.doubledColumn(sheet.name, row.number, index, column, title ?? '', before ?? '')
    }),
    ...[...concealed].flatMap(([, { column, index }]) =>
      column.required ? [words.concealedColumn(sheet.name, row.number, index, column)] : [],
    ),
  ]
}

/** Columns that were not read: harmless, unless what they hold may have been meant. */
function unreadColumns(
  sheet: Sheet,
  header: Header,
  data: readonly WorkbookRow[],
  columns: readonly Column[],
): { warnings: Remark[]; skipped: Remark[] } {
  const { number, cells } = header.row
  const textsAt = (index: number) => data.map((row) => row.cells[index] ?? '').filter((text) => !isBlank(text))
  const warnings: Remark[] = []
  const skipped: Remark[] = []
  for (const { column, index } of header.concealed.values()) {
    if (!column.required && textsAt(index).length > 0)
      warnings.push(words.concealedOptional(sheet.name, number, index, column))
  }
  for (const { column, index } of header.twins)
    if (textsAt(index).length > 0) warnings.push(words.concealedTwin(sheet.name, number, index, column))
  const optionalMissing = columns.some(({ key }) => !header.at.has(key) && !header.concealed.has(key))
  for (const index of header.unknown) {
    const remark = words.unknownColumn(sheet.name, number, index, shownTitle(cells[index] ?? ''))
    const perhapsRenamed = optionalMissing && !isSerial(textsAt(index)) && textsAt(index).length > 0
    ;(perhapsRenamed ? warnings : skipped).push(remark)
  }
  for (let index = 0; index < header.end; index++) {
    const texts = isBlank(cells[index] ?? '') ? textsAt(index) : []
    const value = texts[0]
    if (value === undefined) continue
    const remark = words.untitledColumn(sheet.name, number, index, value)
    ;(isSerial(texts) ? skipped : warnings).push(remark)
  }
  return { warnings, skipped }
}

function isSerial(texts: readonly string[]): boolean {
  return texts.every((text) => /^\d{1,5}[.、]?$/.test(text.trim()))
}

/** The texts of a row: a merged range once, hidden columns not at all. */
function seenIn(sheet: Sheet, row: WorkbookRow, header: Header): Seen[] {
  const read = new Set(header.at.values())
  const seen = new Map<string, Seen>()
  for (const [index, text] of row.cells.entries()) {
    if (isBlank(text) || isHiddenColumn(sheet, index)) continue
    const key = row.merged?.get(index) ?? String(index)
    const over = (seen.get(key)?.over ?? 0) + (read.has(index) ? 1 : 0)
    const fault = row.faults?.get(index) ?? null
    seen.set(key, { index: seen.get(key)?.index ?? index, text, fault, over })
  }
  return [...seen.values()]
}

/** A serial number in front, in a column that is not read, says nothing about the row. */
function withoutSerial(seen: readonly Seen[]): readonly Seen[] {
  const [first, ...others] = seen
  return first && first.over === 0 && isSerial([first.text]) ? others : seen
}

function textOf(seen: readonly Seen[]): string {
  return seen
    .map((each) => each.text.replace(/\s+/g, ' ').trim())
    .join(' · ')
    .slice(0, 500)
}
