import type { Remark } from './account.ts'
import { columnLetters } from './addresses.ts'

/** A remark about a place that belongs to no column of the table. */
export function at(sheet: string, row: number, column: number, value: string, zh: string, en: string): Remark {
  return { sheet, row, column: '', cell: `${columnLetters(column)}${row}`, value, zh, en }
}
