import { type Area, columnLetters } from './addresses.ts'
import { type WorkbookRow, workbookLimits } from './sheets.ts'
import { tooManyMerged } from './too-many.ts'

const maxSpread = 300_000

type Spread = { readonly cells: string[]; readonly merged: Map<number, string> }

/** Gives every cell of a merged range the text that stands in its first one, as it looks to a reader; only in rows that exist. */
export function spreadMerged(rows: readonly WorkbookRow[], areas: readonly Area[]): readonly WorkbookRow[] {
  if (areas.length === 0) return rows
  const indexes = new Map(rows.map((row, index) => [row.number, index]))
  const spread = new Map<number, Spread>()
  const last = rows.reduce((most, { number }) => Math.max(most, number), 0)
  let budget = maxSpread
  for (const area of areas) {
    const text = rows[indexes.get(area.top) ?? -1]?.cells[area.left] ?? ''
    if (text === '') continue
    const first = `${columnLetters(area.left)}${area.top}`
    const right = Math.min(area.right, workbookLimits.columns - 1)
    for (let number = area.top; number <= Math.min(area.bottom, last); number++, budget--) {
      if (budget < 0) throw tooManyMerged()
      const index = indexes.get(number)
      if (index === undefined) continue
      const row = spread.get(index) ?? { cells: [...(rows[index]?.cells ?? [])], merged: new Map<number, string>() }
      for (let column = area.left; column <= right; column++, budget--) {
        while (row.cells.length < column) row.cells.push('')
        if ((row.cells[column] ?? '') === '') row.cells[column] = text
        row.merged.set(column, first)
      }
      spread.set(index, row)
    }
  }
  return rows.map((row, index) => ({ ...row, ...spread.get(index) }))
}
