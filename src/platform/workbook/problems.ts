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
