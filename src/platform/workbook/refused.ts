import type { Text } from '../../shared/words.ts'
import { FileRefused } from '../files/errors.ts'

/** A workbook that is not read at all, and why. */
export class WorkbookRefused extends FileRefused {
  constructor(reason: string, text: Text, facts: Readonly<Record<string, string | number>> = {}) {
    super(`workbook.${reason}`, reason === 'too-large' ? 413 : 422, text, facts)
  }
}
