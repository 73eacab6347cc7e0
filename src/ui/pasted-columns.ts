import { plainTitle } from '../shared/clean.ts'
import { type FoundTitle, titleFinder } from '../shared/line-kinds.ts'
import type { Text } from '../shared/words.ts'
import type { GridKind } from './grid-cell.ts'

/** What a paste asks of a column of the grid. */
export type PastedColumn = {
  /** Its own, in both languages. */
  readonly title: Text
  /** Other titles that people give it. */
  readonly names?: readonly string[]
  readonly kind: GridKind
  /** Takes no text: computed, or only to read. */
  readonly closed: boolean
  /** What its figures are counted in; null where every row has its own. */
  readonly unit?: string | null
}

/** By place in the block: the place of the grid's column, `numbers` for the running numbers, undefined where none takes it. */
export type Layout = {
  readonly at: readonly (number | 'numbers' | undefined)[]
  /** Titles that stand twice, or all of them where none is a column that takes a text. */
  readonly unclear: readonly string[]
  /** Titles in another unit than their column's. */
  readonly otherUnits: readonly string[]
  /** Titles that say more than their column's. */
  readonly asides: readonly string[]
}

const numbersTitle = /^(?:序号|编号|行号|no\.?|#)$/

/** Which column a title names, by its place. */
export function findTitle(columns: readonly PastedColumn[]): (title: string) => FoundTitle | undefined {
  return titleFinder(
    columns.map(({ title, names = [], unit }, at) => ({
      key: String(at),
      own: [title.zh, title.en],
      also: names,
      unit,
    })),
  )
}

/** As the titles say, wherever the block is pasted. */
export function layoutBy(header: readonly string[], columns: readonly PastedColumn[]): Layout {
  const find = findTitle(columns)
  const found = header.map(find)
  const own = new Set(found.flatMap((one) => (one?.own ? [one.key] : [])))
  const at = found.map((one, place) => {
    // beside the column's own title, another name for it is some other column
    if (one && (one.own || !own.has(one.key))) return columns[Number(one.key)]?.closed ? undefined : Number(one.key)
    return numbersTitle.test(plainTitle(header[place] ?? '')) ? 'numbers' : undefined
  })
  const twice = header.filter((_, place) => typeof at[place] === 'number' && at.indexOf(at[place]) !== place)
  const isNone = !at.some((column) => typeof column === 'number')
  return {
    at,
    unclear: isNone ? header.filter((title) => title.trim() !== '') : twice,
    otherUnits: header.filter((_, place) => typeof at[place] === 'number' && found[place]?.otherUnit),
    asides: header.filter((_, place) => typeof at[place] === 'number' && found[place]?.aside),
  }
}

/** One after the other from a column on, behind the running numbers if there are any. */
export function layoutFrom(
  rows: readonly (readonly string[])[],
  columns: readonly PastedColumn[],
  from: number,
): Layout {
  const width = Math.max(0, ...rows.map((cells) => cells.length))
  const numbers = haveNumbers(rows, columns.slice(from)) ? (['numbers'] as const) : []
  const places = Array.from({ length: width - numbers.length }, (_, place) => from + place)
  const taken = places.map((place) => (columns[place]?.closed === false ? place : undefined))
  return { at: [...numbers, ...taken], unclear: [], otherUnits: [], asides: [] }
}

/** Rising whole numbers before the rows, where the first column can hold none, or the block is wider than the grid by them. */
function haveNumbers(rows: readonly (readonly string[])[], columns: readonly PastedColumn[]): boolean {
  const numbers = rows.map(([first = '']) => (/^\d{1,6}$/.test(first.trim()) ? Number(first) : 0))
  const areRising = numbers.every((number, at) => number > (numbers[at - 1] ?? 0))
  const isWide = rows.some((cells) => cells.length > 1)
  if (!(areRising && isWide)) return false
  const kind = columns[0]?.kind
  if (kind === 'uscc') return true
  const holdsNumbers = kind === 'number' || kind === 'money'
  const most = holdsNumbers ? columns.length : columns.filter(({ closed }) => !closed).length
  return numbers.every((number, at) => number === (numbers[0] ?? 0) + at) && rows.some((cells) => cells.length > most)
}
