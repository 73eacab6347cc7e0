import type { Text } from '../../shared/words.ts'
import { FileRefused } from '../files/errors.ts'

/** A workbook that is not read at all, and why. */
export class WorkbookRefused extends FileRefused {
  constructor(reason: string, text: Text, facts: Readonly<Record<string, string | number>> = {}) {
    super(`workbook.${reason}`, reason === 'too-large' ? 413 : 422, text, facts)
  }
}

/** One place in a workbook that has to be put right; all of them are listed at once. */
export type Problem = {
  readonly sheet: string
  /** Row as the spreadsheet numbers it. */
  readonly row: number
  /** Title of the column as the sheet has it; empty when the problem is about the whole sheet or row. */
  readonly column: string
  /** `C5` */
  readonly cell: string
  readonly value: string
  readonly zh: string
  readonly en: string
}

/** 0 → `A`, 26 → `AA`. */
export function columnLetters(index: number): string {
  let letters = ''
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}

/** `C5` → row 5, column 2 (from 0); null if it is no address of a spreadsheet. */
export function cellAddress(text: string): { row: number; column: number } | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(text)
  if (!match) return null
  let column = 0
  for (const letter of match[1] ?? '') column = column * 26 + letter.charCodeAt(0) - 64
  const row = Number(match[2])
  return row >= 1 && row <= 1_048_576 && column <= 16_384 ? { row, column: column - 1 } : null
}
