import { plainTitle } from '../shared/clean.ts'
import { type LineKind, likelyNoRow, looksLikeSubtotal, plainlyNoRow, type Seen } from '../shared/line-kinds.ts'
import { isMoneyUnit, otherScale, unitsStated, withUnitBehind, withUnits } from '../shared/numbers.ts'
import { readBlock } from './grid-cell.ts'
import { findTitle, type Layout, layoutBy, layoutFrom, type PastedColumn } from './pasted-columns.ts'

/** One cell to write: the place of its column in the grid, and its text. */
export type PastedCell = readonly [column: number, text: string]

export type PastedBlock = {
  readonly rows: readonly (readonly PastedCell[])[]
  /** The first words of every line that is no row: titles, totals, notes, signatures. */
  readonly left: readonly string[]
  /** The columns that no column of the grid takes: their titles or, without one, their places from 1. */
  readonly leftColumns: readonly (string | number)[]
  /** The titles for which no one place can be told: nothing is taken. */
  readonly unclear: readonly string[]
  /** The titles that say more than their column's, as a year does: taken, and told. */
  readonly asides: readonly string[]
  /** The titles and lines that name another unit than the columns are counted in: nothing is taken. */
  readonly otherUnits: readonly string[]
}

/**
 * A copied block as rows of a grid, from its column `from` on; where the block has titles, they say which column is which. Lines
 * are known as an import knows them.
 */
export function readPasted(text: string, columns: readonly PastedColumn[], from: number): PastedBlock {
  const { rows, left, headers } = linesOf(readBlock(text), columns)
  const [header, ...further] = headers
  const layout = header ? layoutBy(header, columns) : layoutFrom(rows, columns, from)
  const otherwise = further.filter((one) => header && !sameTitles(one, header)).flat()
  const unclear = [...layout.unclear, ...otherwise.filter((title) => title.trim() !== '')]
  const taken = layout.at.flatMap((at) => (typeof at === 'number' ? (columns[at] ?? []) : []))
  const otherUnits = [...layout.otherUnits, ...left.filter((line) => contradicts(line, taken))]
  if (unclear.length + otherUnits.length > 0)
    return { rows: [], left: [], leftColumns: [], unclear, asides: [], otherUnits }
  return {
    rows: rows.map((cells) => cellsOf(cells, layout)),
    left,
    leftColumns: leftOf(rows, header, layout),
    unclear,
    asides: layout.asides,
    otherUnits,
  }
}

/** Whether a line states a unit in which the figures of a column would be others. Rows with units of their own may be in any. */
function contradicts(line: string, columns: readonly PastedColumn[]): boolean {
  const stated = unitsStated(line)
  return stated.some((unit) =>
    columns.some((column) => {
      if (typeof column.unit !== 'string') return column.unit === null && isMoneyUnit(unit)
      return otherScale(unit, column.unit) && !stated.includes(column.unit)
    }),
  )
}

type Lines = { readonly rows: string[][]; readonly left: string[]; readonly headers: string[][] }

function linesOf(block: string[][], columns: readonly PastedColumn[]): Lines {
  // One line is what somebody means to stand there.
  if (block.length < 2) return { rows: block, left: [], headers: [] }
  const width = Math.max(...block.map((cells) => seenIn(cells).length))
  const isTable = width > 1 || columns.length === 1
  const lines: Lines = { rows: [], left: [], headers: [] }
  let before: Before = 'row'
  for (const cells of block) {
    const seen = seenIn(cells)
    const [first] = seen
    if (!first) continue
    const last = lines.headers.at(-1)
    const joined = before === 'header' && last ? withUnits(last, cells) : null
    if (joined) {
      lines.headers[lines.headers.length - 1] = joined
      continue
    }
    const isHeader = isTitles(seen, columns, lines.rows.length === 0)
    const name = withUnitBehind(cells, first.index).trim()
    const isUnit = name !== first.text.trim() && unitsStated(name).length > 0
    const other: LineKind['kind'] | null = isUnit ? 'heading' : isTable ? noRow(seen, width, before) : null
    if (isHeader) {
      if (lines.headers.length === 0 && seen.length > 1) takeNames(lines)
      lines.headers.push(cells)
    }
    if (isHeader || other) lines.left.push(name)
    else lines.rows.push(cells)
    before = isHeader ? 'header' : other === 'note' ? 'note' : 'row'
  }
  return lines
}

/** A single text above the titles is what the table is called. */
function takeNames({ rows, left }: Lines): void {
  const isName = (cells: readonly string[]) => seenIn(cells).length === 1
  left.push(...rows.filter(isName).map((cells) => seenIn(cells)[0]?.text.trim() ?? ''))
  rows.splice(0, rows.length, ...rows.filter((cells) => !isName(cells)))
}

type Before = 'header' | 'note' | 'row'

function noRow(seen: readonly Seen[], width: number, before: Before): LineKind['kind'] | null {
  const plain = plainlyNoRow(seen, width, before === 'note')
  if (plain) return plain.kind
  if (looksLikeSubtotal(seen)) return 'total'
  const missing = 1 - seen.length / width
  const likely = likelyNoRow(seen, { missing, afterHeader: before === 'header', firstColumn: 0 })
  return likely?.sure ? likely.kind : null
}

function seenIn(cells: readonly string[]): Seen[] {
  return cells.flatMap((text, index) => (text.trim() === '' ? [] : [{ index, text, fault: null, over: 1 }]))
}

/** Most of its cells are titles of the grid; above all rows, one is enough where no cell holds a figure. */
function isTitles(seen: readonly Seen[], columns: readonly PastedColumn[], above: boolean): boolean {
  const find = findTitle(columns)
  const titles = seen.filter(({ text }) => find(text) !== undefined).length
  return titles * 2 > seen.length || (above && titles > 0 && !seen.some(({ text }) => /\d/.test(text)))
}

function sameTitles(one: readonly string[], other: readonly string[]): boolean {
  const plain = (cells: readonly string[]) => cells.map(plainTitle).join('\t').trimEnd()
  return plain(one) === plain(other)
}

function cellsOf(cells: readonly string[], { at }: Layout): PastedCell[] {
  return cells.flatMap((text, place): PastedCell[] => {
    const column = at[place]
    return typeof column === 'number' ? [[column, text]] : []
  })
}

function leftOf(rows: readonly (readonly string[])[], header: readonly string[] | undefined, { at }: Layout) {
  const width = Math.max(0, ...rows.map((cells) => cells.length))
  return Array.from({ length: width }, (_, place) => place).flatMap((place): (string | number)[] => {
    const isLeft = at[place] === undefined && rows.some((cells) => (cells[place] ?? '').trim() !== '')
    return isLeft ? [header?.[place]?.trim() || place + 1] : []
  })
}
