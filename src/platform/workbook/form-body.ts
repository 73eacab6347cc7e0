import type ExcelJS from 'exceljs'
import { linesOf, piecesOf } from './form-layout.ts'
import { bodyFont, lineHeight, middle, thin } from './form-look.ts'
import { type CellKind, cellFormat, cellValue, cleanText, type ExportValue } from './values.ts'

export type FormColumn = {
  readonly title: string
  /** Neighbours with the same group stand under one common heading. */
  readonly group?: string
  /** In half-width characters at 11 points; together about 120 fill an A4 page lying across. */
  readonly width: number
  readonly kind: CellKind
  readonly align?: 'left' | 'center' | 'right'
  /** Equal values one below the other become one tall cell. */
  readonly merge?: boolean
  /** What whoever verifies the paper is told of it: all, unless it is shown in part, or as its sum alone. */
  readonly told?: 'in-part' | 'summed'
}

type Rows = readonly (readonly ExportValue[])[]

/** Lines of a row; a longer text goes on in the next one, for Excel ends a row at 409 points and prints none in two halves. */
export const mostLines = 12

/** Writes the rows below the head; equal values of a merged column become one tall cell. */
export function bodyRows(page: ExcelJS.Worksheet, columns: readonly FormColumn[], rows: Rows): void {
  const starts = [page.rowCount + 1]
  for (const values of rows) {
    const cells = columns.map((column, index) => piecesFor(column, values[index] ?? null))
    const parts = Math.max(...cells.map((pieces) => pieces.length))
    const first = starts.at(-1) ?? 1
    for (let part = 0; part < parts; part++) {
      const row = page.getRow(first + part)
      let lines = 1
      for (const [index, column] of columns.entries()) {
        const value = cells[index]?.[part] ?? null
        styleCell(row.getCell(index + 1), column, value, { isFirst: part === 0, isLast: part === parts - 1 })
        if (!column.merge && value !== null) lines = Math.max(lines, linesOf(String(value), column.width))
      }
      row.height = lines * lineHeight + 6
    }
    starts.push(first + parts)
  }
  mergeEqual(page, columns, rows, starts)
}

function piecesFor({ kind, width, merge }: FormColumn, value: ExportValue): readonly ExportValue[] {
  return kind === 'text' && typeof value === 'string' && !merge ? piecesOf(cleanText(value), width, mostLines) : [value]
}

/** The parts of one row look like one tall cell. */
function styleCell(
  cell: ExcelJS.Cell,
  { kind, align }: FormColumn,
  value: ExportValue,
  { isFirst, isLast }: { isFirst: boolean; isLast: boolean },
): void {
  cell.value = cellValue(kind, value)
  const usual = kind === 'text' ? 'left' : kind === 'yuan' ? 'right' : 'center'
  cell.style = {
    font: bodyFont,
    numFmt: cellFormat(kind, value),
    border: { left: thin, right: thin, ...(isFirst ? { top: thin } : {}), ...(isLast ? { bottom: thin } : {}) },
    alignment: { ...middle(align ?? usual), ...(isFirst && isLast ? {} : { vertical: 'top' }) },
  }
}

/** A tall cell ends where its own value or one of a merged column to its left changes. */
function mergeEqual(
  page: ExcelJS.Worksheet,
  columns: readonly FormColumn[],
  rows: Rows,
  starts: readonly number[],
): void {
  const merged = columns.map((each, index) => (each.merge ? index : -1)).filter((index) => index >= 0)
  for (const [depth, index] of merged.entries()) {
    const keys = merged.slice(0, depth + 1)
    const same = (one: number, other: number) =>
      keys.every((key) => (rows[one]?.[key] ?? null) === (rows[other]?.[key] ?? null))
    for (let from = 0; from < rows.length; ) {
      let to = from
      while (to + 1 < rows.length && same(from, to + 1)) to++
      if (to > from && (rows[from]?.[index] ?? null) !== null)
        page.mergeCells(starts[from] ?? 1, index + 1, (starts[to + 1] ?? 2) - 1, index + 1)
      from = to + 1
    }
  }
}
