import { cleanChoice } from '../shared/clean.ts'
import { looksLikeSubtotal, plainlyNoRow, type Seen } from '../shared/line-kinds.ts'
import { readBlock } from './grid-cell.ts'

export type PastedBlock = {
  readonly rows: readonly (readonly string[])[]
  /** The first words of every line that is no row: titles, totals, notes, signatures. */
  readonly left: readonly string[]
}

/** A copied block as rows of a grid, whose columns from the cell on are `titles`; lines are known as an import knows them. */
export function readPasted(text: string, titles: readonly string[]): PastedBlock {
  const block = readBlock(text)
  // One line is what somebody means to stand there.
  if (block.length < 2) return { rows: block, left: [] }
  const rows: string[][] = []
  const left: string[] = []
  for (const cells of block) {
    const seen = seenIn(cells)
    const [first] = seen
    if (!first) continue
    const isTable = cells.length > 1 || titles.length === 1
    const isRow = !(
      isTable &&
      (isTitles(seen, titles) || plainlyNoRow(seen, titles.length, false) || looksLikeSubtotal(seen))
    )
    if (isRow) rows.push(cells)
    else left.push(first.text.trim())
  }
  return { rows: withoutNumbers(rows, titles.length), left }
}

function seenIn(cells: readonly string[]): Seen[] {
  return cells.flatMap((text, index) => (text.trim() === '' ? [] : [{ index, text, fault: null, over: 1 }]))
}

function isTitles(seen: readonly Seen[], titles: readonly string[]): boolean {
  const known = new Set(titles.map(cleanChoice))
  return seen.filter(({ text }) => known.has(cleanChoice(text))).length * 2 > seen.length
}

/** Without the running numbers before the rows, where a block is wider than the grid by them. */
function withoutNumbers(rows: string[][], width: number): string[][] {
  const from = Number(rows[0]?.[0] ?? '')
  const areNumbers = from > 0 && rows.every(([first], at) => Number(first) === from + at)
  return areNumbers && rows.some((cells) => cells.length > width) ? rows.map((cells) => cells.slice(1)) : rows
}
