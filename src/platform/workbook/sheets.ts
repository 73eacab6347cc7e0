export type WorkbookRow = {
  /** Row as the spreadsheet numbers it, from 1. */
  readonly number: number
  /** Texts as shown, from column A; blank cells at the end left out. */
  readonly cells: readonly string[]
}

export type Sheet = { readonly name: string; readonly rows: readonly WorkbookRow[] }

/** The texts of a workbook; blank rows left out. */
export type Workbook = { readonly format: 'xlsx' | 'csv'; readonly sheets: readonly Sheet[] }

export const workbookLimits = { bytes: 20 * 1024 * 1024, rows: 30_000, columns: 256, sheets: 20, cellLength: 32_767 }

/** Cells without the blank ones at the end; null for a blank row. */
export function trimRow(cells: readonly string[]): string[] | null {
  let length = cells.length
  while (length > 0 && (cells[length - 1] ?? '').trim() === '') length--
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
