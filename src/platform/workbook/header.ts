import { plainTitle } from '../../shared/clean.ts'
import type { Column } from './columns.ts'
import { isBlank, type Sheet, type WorkbookRow, workbookLimits } from './sheets.ts'
import { type OtherUnit, otherUnitOf } from './title-units.ts'

/** Where a sheet has the columns of a table. Positions count from 0. */
export type Header = {
  readonly row: WorkbookRow
  /** Position of each column that is read, by key. */
  readonly at: ReadonlyMap<string, number>
  /** Columns of the table whose title stands in a hidden column only, which is not read; by key. */
  readonly concealed: ReadonlyMap<string, { readonly column: Column; readonly index: number }>
  /** Required, and not in the sheet at all. */
  readonly missing: readonly Column[]
  /** A second column with a title that is there already. */
  readonly doubled: readonly number[]
  /** Further columns under a title that is merged over them. */
  readonly covered: ReadonlySet<number>
  /** With the title of a column in another unit of money, which is not read; by position. */
  readonly otherUnits: ReadonlyMap<number, OtherUnit>
  /** With a title that is none of the table's. */
  readonly unknown: readonly number[]
  /** Position after the last title. */
  readonly end: number
}

/** The visible row among the first ones that carries most of the titles; notes and a title above it do no harm. */
export function findHeader(sheet: Sheet, columns: readonly Column[]): Header | null {
  let best: Header | null = null
  for (const row of sheet.rows.slice(0, workbookLimits.headRows)) {
    if (row.hidden) continue
    const header = readHeader(sheet, row, columns)
    if (titlesIn(header) > titlesIn(best)) best = header
  }
  const enough = Math.min(columns.length, columns.filter((each) => each.required).length + 1)
  return best && titlesIn(best) * 2 >= enough ? best : null
}

export function titlesIn(header: Header | null): number {
  return header ? header.at.size + header.concealed.size : 0
}

export function isComplete(header: Header | null): boolean {
  return header !== null && header.missing.length === 0
}

/** How many cells of a line are titles of the table. */
export function matchedTitles(cells: readonly string[], columns: readonly Column[]): number {
  const titles = titlesOf(columns)
  return new Set(cells.map((cell) => keyOf(plainTitle(cell), titles)).filter((key) => key !== undefined)).size
}

/** A further row of titles: every cell that would be read is one, and there are at least two, or all. */
export function repeatedHeader(
  sheet: Sheet,
  row: WorkbookRow,
  columns: readonly Column[],
  before: Header,
): Header | null {
  const titles = titlesOf(columns)
  const strays = [...before.at.values()].some((index) => {
    const title = plainTitle(row.cells[index] ?? '')
    return title !== '' && keyOf(title, titles) === undefined
  })
  if (strays) return null
  const header = readHeader(sheet, row, columns)
  return header.at.size < Math.min(2, before.at.size) ? null : header
}

/** Says that two headers put the same columns in the same places. */
export function sameHeader(one: Header, other: Header): boolean {
  return one.at.size <= other.at.size && [...one.at].every(([key, index]) => other.at.get(key) === index)
}

export function isHiddenColumn({ hiddenColumns }: Sheet, index: number): boolean {
  return hiddenColumns?.some(([first, last]) => index >= first && index <= last) ?? false
}

function readHeader(sheet: Sheet, row: WorkbookRow, columns: readonly Column[]): Header {
  const titles = titlesOf(columns)
  const own = new Set(row.cells.map((cell) => titles.own.get(plainTitle(cell))))
  const at = new Map<string, number>()
  const hidden = new Map<string, number>()
  const doubled: number[] = []
  const unknown: number[] = []
  const covered = new Set<number>()
  let end = 0
  for (const [index, cell] of row.cells.entries()) {
    if (isBlank(cell)) continue
    end = index + 1
    const named = keyOf(plainTitle(cell), titles)
    // beside the column's own title, another name for it is some other column
    const key = named !== undefined && own.has(named) && !titles.own.has(plainTitle(cell)) ? undefined : named
    if (isMergedWithLeft(row, index)) covered.add(index)
    else if (isHiddenColumn(sheet, index)) {
      if (key === undefined) unknown.push(index)
      else hidden.set(key, index)
    } else if (key === undefined) unknown.push(index)
    else if (at.has(key)) doubled.push(index)
    else at.set(key, index)
  }
  const concealed = new Map(
    columns.flatMap((column) => {
      const index = at.has(column.key) ? undefined : hidden.get(column.key)
      return index === undefined ? [] : [[column.key, { column, index }] as const]
    }),
  )
  // Beside the column itself, the same figure in another unit is some other column.
  const otherUnits = new Map(
    unknown.flatMap((index) => {
      const found = isHiddenColumn(sheet, index) ? null : otherUnitOf(row.cells[index] ?? '', columns)
      return found && !at.has(found.column.key) ? [[index, found] as const] : []
    }),
  )
  const missing = columns.filter(({ key, required }) => required && !at.has(key) && !concealed.has(key))
  return {
    row,
    at,
    concealed,
    missing,
    doubled,
    covered,
    otherUnits,
    unknown: unknown.filter((index) => !otherUnits.has(index)),
    end,
  }
}

export function isMergedWithLeft({ merged }: WorkbookRow, index: number): boolean {
  const first = merged?.get(index)
  return first !== undefined && index > 0 && merged?.get(index - 1) === first
}

type Titles = { readonly own: ReadonlyMap<string, string>; readonly aliases: ReadonlyMap<string, string> }

const known = new WeakMap<readonly Column[], Titles>()

function titlesOf(columns: readonly Column[]): Titles {
  const before = known.get(columns)
  if (before) return before
  const own = columns.flatMap(({ key, title }) => [title.zh, title.en].map((name) => [plainTitle(name), key] as const))
  const aliases = columns.flatMap((each) => (each.aliases ?? []).map((name) => [plainTitle(name), each.key] as const))
  const titles = { own: new Map(own), aliases: new Map(aliases) }
  known.set(columns, titles)
  return titles
}

function keyOf(title: string, { own, aliases }: Titles): string | undefined {
  return own.get(title) ?? aliases.get(title)
}
