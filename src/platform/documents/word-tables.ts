import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  VerticalMergeType,
} from 'docx'
import type { Language } from '../../shared/words.ts'
import type { FormColumn } from '../workbook/form-body.ts'
import { textWidth as cellsOf } from '../workbook/form-layout.ts'
import { cleanText } from '../workbook/values.ts'
import { setBelow } from './below.ts'
import { type Face, runsOf, size, textWidth } from './look.ts'
import type { Lie, PaperBlock, PaperTable } from './paper.ts'
import { valueText } from './value-text.ts'

const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
export const noBorders = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
}
export const grid = { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line }
export const align = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const

type Cell = {
  readonly text: string
  readonly face?: Face
  readonly align?: keyof typeof align
  readonly span?: number
  readonly merge?: 'begin' | 'on'
  readonly bold?: boolean
}

/** A grid of cells whose columns stand to each other as `widths`; the first `heads` rows repeat on every page. */
function gridOf(
  rows: readonly (readonly Cell[])[],
  widths: readonly number[],
  lie: Lie,
  points: number,
  { heads = 0, keep = false }: { heads?: number; keep?: boolean } = {},
): Table {
  const columns = sharesOf(widths, textWidth(lie))
  return new Table({
    width: { size: columns.reduce((sum, one) => sum + one, 0), type: 'dxa' },
    columnWidths: columns,
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    borders: grid,
    margins: { top: 40, bottom: 40, left: 60, right: 60 },
    rows: rows.map((cells, at) => {
      let from = 0
      const isKept = isKeptWithNext(at, { heads, rows: rows.length, keep })
      return new TableRow({
        tableHeader: at < heads,
        cantSplit: cells.every((cell, index) => linesIn(cell, columns[index] ?? 0, points) <= mostUnsplit),
        // cells that span both rows of a head need the room of their own text
        height: { value: points * (at < heads && heads > 1 ? 32 : 18), rule: HeightRule.ATLEAST },
        children: cells.map((cell) => {
          const span = cell.span ?? 1
          const width = columns.slice(from, from + span).reduce((sum, one) => sum + one, 0)
          from += span
          return cellOf(cell, width, points, isKept)
        }),
      })
    }),
  })
}

/**
 * No row stands alone on a page: the head stays with the first two rows below it, the last row with the one before it and, where
 * `keep`, with what closes the paper.
 */
function isKeptWithNext(at: number, { heads, rows, keep }: { heads: number; rows: number; keep: boolean }): boolean {
  const isLast = at === rows - 1
  return isLast ? keep || at < heads : at <= heads || at === rows - 2
}

/** Lines of a row that moves to the next page whole; a longer one is split, lest it leaves a page empty. */
const mostUnsplit = 14

/** How many lines a text takes in a cell of `width` twips. */
function linesIn({ text }: Cell, width: number, points: number): number {
  return text.split('\n').reduce((sum, line) => sum + Math.ceil((cellsOf(line) * points * 5) / Math.max(width, 1)), 0)
}

function cellOf(
  { text, face = 'body', align: to = 'left', span = 1, merge, bold }: Cell,
  width: number,
  points: number,
  keepNext: boolean,
) {
  return new TableCell({
    width: { size: width, type: 'dxa' },
    // What is as it would be anyway is not written: thousands of cells are drawn while everybody waits.
    ...(span > 1 ? { columnSpan: span } : {}),
    verticalAlign: VerticalAlignTable.CENTER,
    ...(merge ? { verticalMerge: merge === 'begin' ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE } : {}),
    children: cleanText(text)
      .split('\n')
      .map(
        (part) =>
          new Paragraph({
            alignment: align[to],
            ...(keepNext ? { keepNext } : {}),
            children: runsOf(part, face, points, bold ? { bold: true } : {}),
          }),
      ),
  })
}

function sharesOf(widths: readonly number[], total: number): number[] {
  const sum = widths.reduce((all, one) => all + one, 0)
  return widths.map((one) => Math.floor((one / sum) * total))
}

/** The largest size of the usual ones at which the columns have about the room they ask for. */
function pointsFor(columns: readonly FormColumn[], lie: Lie): number {
  const asked = columns.reduce((sum, one) => sum + one.width, 0)
  const fits = (textWidth(lie) / 10 / asked) * 1.02
  return [24, 21, 18, 15].find((points) => points / 2 <= fits) ?? 15
}

/** `below`: texts too long for their narrow cells, which are printed over the whole width under the table. */
export function tableOf(
  { columns, rows: all, sums }: PaperTable,
  lie: Lie,
  { keep, language }: { readonly keep: boolean; readonly language: Language },
): { readonly table: Table; readonly below: readonly string[] } {
  const points = pointsFor(columns, lie)
  const heads = headsOf(columns)
  const shares = sharesOf(
    columns.map((one) => one.width),
    textWidth(lie),
  )
  const isLong = (text: string, at: number) => linesIn({ text }, shares[at] ?? 0, points) > mostUnsplit
  const { rows, below } = setBelow({ columns, rows: all }, language, isLong)
  const body = rows.map((row, at) =>
    columns.map((column, index): Cell => {
      const value = row[index] ?? null
      const merge = mergedAt(columns, rows, at, index)
      return {
        text: merge === 'on' ? '' : valueText(column.kind, value),
        align: column.align ?? (column.kind === 'yuan' || column.kind === 'number' ? 'right' : 'left'),
        ...(merge ? { merge } : {}),
      }
    }),
  )
  const last = sums
    ? [
        columns.map(
          (column, index): Cell => ({
            text: valueText(column.kind, sums[index] ?? null),
            align: column.align ?? (column.kind === 'yuan' || column.kind === 'number' ? 'right' : 'center'),
            face: 'head',
          }),
        ),
      ]
    : []
  const table = gridOf(
    [...heads, ...body, ...last],
    columns.map((one) => one.width),
    lie,
    points,
    { heads: heads.length, keep },
  )
  return { table, below }
}

function headsOf(columns: readonly FormColumn[]): Cell[][] {
  const head = (text: string, more: Partial<Cell> = {}): Cell => ({ text, face: 'head', align: 'center', ...more })
  if (!columns.some((one) => one.group !== undefined)) return [columns.map((one) => head(one.title))]
  const above: Cell[] = []
  for (let at = 0; at < columns.length; ) {
    const group = columns[at]?.group
    let end = at + 1
    while (group !== undefined && columns[end]?.group === group) end++
    above.push(
      group === undefined ? head(columns[at]?.title ?? '', { merge: 'begin' }) : head(group, { span: end - at }),
    )
    at = end
  }
  return [above, columns.map((one) => (one.group === undefined ? head('', { merge: 'on' }) : head(one.title)))]
}

/** Equal values one below the other are one tall cell, as far as the merged columns to their left agree too. */
function mergedAt(
  columns: readonly FormColumn[],
  rows: PaperTable['rows'],
  at: number,
  index: number,
): Cell['merge'] | null {
  if (!columns[index]?.merge || (rows[at]?.[index] ?? null) === null) return null
  const keys = columns.flatMap((one, key) => (one.merge && key <= index ? [key] : []))
  const same = (other: number) =>
    rows[other] !== undefined && keys.every((key) => (rows[at]?.[key] ?? null) === (rows[other]?.[key] ?? null))
  if (same(at - 1)) return 'on'
  return same(at + 1) ? 'begin' : null
}

export function factsOf({ pairs, perLine }: Extract<PaperBlock, { kind: 'facts' }>, lie: Lie, keep: boolean): Table {
  const lines: Cell[][] = []
  for (let at = 0; at < pairs.length; at += perLine) {
    const some = pairs.slice(at, at + perLine)
    const cells = some.flatMap(([label, value], index): Cell[] => {
      const last = index === some.length - 1 ? (perLine - some.length) * 2 : 0
      return [
        { text: label, face: 'head', align: 'center' },
        { text: value, span: 1 + last },
      ]
    })
    lines.push(cells)
  }
  const widths = Array.from({ length: perLine }, () => (perLine === 1 ? [22, 78] : [10, 13])).flat()
  return gridOf(lines, widths, lie, lie === 'landscape' || perLine > 2 ? 21 : size.small, { keep })
}
