/**
 * Why a cell has no text that could be read: an error, a formula that was never calculated, a picture in the cell, a number that
 * its format shows in another scale without naming it, in another currency, or with digits of its own.
 */
export type CellFault = 'error' | 'uncalculated' | 'picture' | 'scaled' | 'currency' | 'digits'

/** What a text reads without its struck-out runs, and without those above or below the line; null where it has none, or nothing else. */
export type RichText = { readonly unstruck: string | null; readonly level: string | null }

export type WorkbookRow = {
  /** Row as the spreadsheet numbers it, from 1. */
  readonly number: number
  /** Texts as shown, from column A; blank cells at the end left out. */
  readonly cells: readonly string[]
  /** Hidden by hand, by a filter, by a closed group, or too low for a letter to be seen. */
  readonly hidden?: boolean
  /** By column. */
  readonly faults?: ReadonlyMap<number, CellFault>
  /** By column, for cells that show the text of a merged range: its first cell, `A6`. */
  readonly merged?: ReadonlyMap<number, string>
  /** The columns whose text, or a part of it, is struck out. */
  readonly struck?: ReadonlySet<number>
  /** The columns whose text nobody sees: in the colour behind it, or of no size. */
  readonly faint?: ReadonlySet<number>
  /** By column, for texts with runs that are marked apart from the others. */
  readonly rich?: ReadonlyMap<number, RichText>
  /** How many fields the line of a CSV has, blank ones included. */
  readonly fields?: number
}

export type Sheet = {
  readonly name: string
  readonly rows: readonly WorkbookRow[]
  /** A hidden sheet has its first rows only, for what it is to be told. */
  readonly hidden?: boolean
  /** Only a program can show it: it holds the lists of a template. */
  readonly veryHidden?: boolean
  /** First and last of each run of hidden columns. */
  readonly hiddenColumns?: readonly (readonly [first: number, last: number])[]
  /** What people have noted on cells. */
  readonly comments?: readonly CellComment[]
}

export type CellComment = { readonly cell: string; readonly text: string }

/** The texts of a workbook; blank rows left out. */
export type Workbook = { readonly format: 'xlsx' | 'csv'; readonly sheets: readonly Sheet[] }

export const workbookLimits = {
  bytes: 20 * 1024 * 1024,
  rows: 30_000,
  columns: 256,
  sheets: 20,
  cellLength: 32_767,
  /** Rows of a hidden sheet that are looked at; also how far down a header may stand. */
  headRows: 30,
}

/** Nothing that a person sees: spaces, line breaks, zero-width and direction marks. */
export function isBlank(text: string): boolean {
  return !/[^\s\p{Cc}\p{Cf}]/u.test(text)
}

/** Cells without the blank ones at the end; null for a blank row. */
export function trimRow(cells: readonly string[]): string[] | null {
  let length = cells.length
  while (length > 0 && isBlank(cells[length - 1] ?? '')) length--
  if (length === 0) return null
  const trimmed: string[] = []
  for (let i = 0; i < length; i++) trimmed.push((cells[i] ?? '').slice(0, workbookLimits.cellLength))
  return trimmed
}

/** A name that spreadsheets accept: at most 31 characters, none of `: \ / ? * [ ]`. */
export function sheetName(title: string): string {
  const plain = title
    .replace(/[:\\/?*[\]]/g, ' ')
    .replace(/^'+|'+$/g, '')
    .trim()
  return [...plain].slice(0, 31).join('') || 'Sheet'
}
