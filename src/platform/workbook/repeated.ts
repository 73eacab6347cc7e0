import type { ParsedRow, Remark } from './account.ts'
import type { Column } from './columns.ts'
import { tableWords as words } from './table-words.ts'

type Repeated = { readonly refused: readonly Remark[]; readonly warned: readonly Remark[] }

/** The second and every further row with the value of an earlier one, in the columns that are declared unique. */
export function repeated(rows: readonly ParsedRow<unknown>[], columns: readonly Column[]): Repeated {
  const refused: Remark[] = []
  const warned: Remark[] = []
  for (const column of columns.filter((each) => each.unique)) {
    const first = new Map<string, ParsedRow<unknown>>()
    for (const row of rows) {
      const value = (row.value as Readonly<Record<string, unknown>>)[column.key]
      const cell = row.cells[column.key]
      if (value === null || value === undefined || cell === undefined) continue
      const before = first.get(plainValue(value))
      if (!before) first.set(plainValue(value), row)
      else (column.unique === 'refused' ? refused : warned).push(words.twice(row, column, String(value), before))
    }
  }
  return { refused, warned }
}

function plainValue(value: unknown): string {
  return String(value).normalize('NFKC').replace(/\s/g, '').toLowerCase()
}
