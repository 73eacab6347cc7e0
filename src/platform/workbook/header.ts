import { plainTitle } from '../../shared/clean.ts'
import { type FoundTitle, titleFinder } from '../../shared/line-kinds.ts'
import { withUnits } from '../../shared/numbers.ts'
import type { Column } from './columns.ts'
import { isBlank, type Sheet, type WorkbookRow, workbookLimits } from './sheets.ts'

/** Where a sheet has the columns of a table. Positions count from 0. */
export type Header = {
  /** Of two lines, the second one stands under the first, joined with it. */
  readonly row: WorkbookRow
  /** The row of the first of two lines. */
  readonly upper?: number
  /** Position of each column that is read, by key. */
  readonly at: ReadonlyMap<string, number>
  /** Columns of the table whose title stands in a hidden column only, which is not read; by key. */
  readonly concealed: ReadonlyMap<string, { readonly column: Column; readonly index: number }>
  /** Hidden columns with a title of one that is read. */
  readonly twins: readonly { readonly column: Column; readonly index: number }[]
  /** Required, and not in the sheet at all. */
  readonly missing: readonly Column[]
  /** A further column with a title of one that is there already. */
  readonly doubled: readonly { readonly column: Column; readonly index: number }[]
  /** Further columns under a title that is merged over them. */
  readonly covered: ReadonlySet<number>
  /** Columns that are read under a title with another unit than the column's. */
  readonly otherUnits: readonly { readonly column: Column; readonly index: number; readonly unit: string }[]
  /** Amounts of money under a title that names no unit. */
  readonly unitless: readonly { readonly column: Column; readonly index: number }[]
  /** Columns whose title says more than the column's. */
  readonly asides: readonly { readonly column: Column; readonly index: number; readonly aside: string }[]
  /** With a title that is none of the table's. */
  readonly unknown: readonly number[]
  /** Position after the last title. */
  readonly end: number
}

/** The visible row among the first ones that carries most of the titles; notes and a title above it do no harm. */
export function findHeader(sheet: Sheet, columns: readonly Column[]): Header | null {
  let best: Header | null = null
  const rows = sheet.rows.slice(0, workbookLimits.headRows)
  for (const [at, row] of rows.entries()) {
    if (row.hidden) continue
    const header = headerAt(sheet, row, rows[at + 1], columns)
    if (titlesIn(header) > titlesIn(best)) best = header
  }
  const enough = Math.min(columns.length, columns.filter((each) => each.required).length + 1)
  return best && titlesIn(best) * 2 >= enough ? best : null
}

/** One line of titles, or two when all that the second adds is units or years: `营业收入` over `(万元)`. */
function headerAt(sheet: Sheet, row: WorkbookRow, below: WorkbookRow | undefined, columns: readonly Column[]): Header {
  const cells = below && !below.hidden && below.number === row.number + 1 ? withUnits(row.cells, below.cells) : null
  if (!below || !cells) return readHeader(sheet, row, columns)
  return { ...readHeader(sheet, { ...below, cells }, columns), upper: row.number }
}

export function titlesIn(header: Header | null): number {
  return header ? header.at.size + header.concealed.size : 0
}

export function isComplete(header: Header | null): boolean {
  return header !== null && header.missing.length === 0
}

/** How many cells of a line are titles of the table. */
export function matchedTitles(cells: readonly string[], columns: readonly Column[]): number {
  const find = finderOf(columns)
  return new Set(cells.flatMap((cell) => find(cell)?.key ?? [])).size
}

/** A further row of titles: every cell that would be read is one, and there are at least two, or all. */
export function repeatedHeader(
  sheet: Sheet,
  row: WorkbookRow,
  columns: readonly Column[],
  before: Header,
): Header | null {
  const find = finderOf(columns)
  const strays = [...before.at.values()].some((index) => {
    const title = row.cells[index] ?? ''
    return plainTitle(title) !== '' && find(title) === undefined
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
  const find = finderOf(columns)
  const own = new Set(row.cells.flatMap((cell) => ownOf(find(cell))))
  const named = new Map<string, { readonly index: number } & FoundTitle>()
  const at = new Map<string, number>()
  const hidden: { readonly key: string; readonly index: number }[] = []
  const repeats: { readonly key: string; readonly index: number }[] = []
  const unknown: number[] = []
  const covered = new Set<number>()
  let end = 0
  for (const [index, cell] of row.cells.entries()) {
    if (isBlank(cell)) continue
    end = index + 1
    const found = find(cell)
    // beside the column's own title, another name for it is some other column
    const key = found && (found.own || !own.has(found.key)) ? found.key : undefined
    if (isMergedWithLeft(row, index)) covered.add(index)
    else if (isHiddenColumn(sheet, index)) {
      if (key === undefined) unknown.push(index)
      else hidden.push({ key, index })
    } else if (key === undefined) unknown.push(index)
    else if (at.has(key)) repeats.push({ key, index })
    else {
      at.set(key, index)
      if (found) named.set(key, { index, ...found })
    }
  }
  const concealed = new Map(
    columns.flatMap((column) => {
      const index = at.has(column.key) ? undefined : hidden.findLast(({ key }) => key === column.key)?.index
      return index === undefined ? [] : [[column.key, { column, index }] as const]
    }),
  )
  const missing = columns.filter(({ key, required }) => required && !at.has(key) && !concealed.has(key))
  const ofTitles = columns.flatMap((column) => {
    const found = named.get(column.key)
    return found ? [{ column, ...found }] : []
  })
  const otherUnits = ofTitles.flatMap(({ column, index, otherUnit }) =>
    otherUnit === null ? [] : [{ column, index, unit: otherUnit }],
  )
  const asides = ofTitles.flatMap(({ column, index, aside }) => (aside === null ? [] : [{ column, index, aside }]))
  const doubled = repeats.flatMap(({ key, index }) =>
    columns.filter((column) => column.key === key).map((column) => ({ column, index })),
  )
  const twins = hidden.flatMap(({ key, index }) =>
    columns
      .filter((column) => column.key === key && concealed.get(key)?.index !== index)
      .map((column) => ({ column, index })),
  )
  const unitless = ofTitles.filter((each) => each.unitless).map(({ column, index }) => ({ column, index }))
  return { row, at, concealed, twins, missing, doubled, covered, otherUnits, unitless, asides, unknown, end }
}

export function isMergedWithLeft({ merged }: WorkbookRow, index: number): boolean {
  const first = merged?.get(index)
  return first !== undefined && index > 0 && merged?.get(index - 1) === first
}

function ownOf(found: FoundTitle | undefined): string[] {
  return found?.own ? [found.key] : []
}

const known = new WeakMap<readonly Column[], ReturnType<typeof titleFinder>>()

function finderOf(columns: readonly Column[]): ReturnType<typeof titleFinder> {
  const before = known.get(columns)
  if (before) return before
  const finder = titleFinder(
    columns.map(({ key, title, aliases = [], unit }) => ({
      key,
      own: [title.zh, title.en],
      also: aliases,
      unit: typeof unit === 'function' ? null : unit,
    })),
  )
  known.set(columns, finder)
  return finder
}
