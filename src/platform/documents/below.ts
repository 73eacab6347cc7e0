import type { Language } from '../../shared/words.ts'
import type { FormColumn } from '../workbook/form-body.ts'
import type { ExportValue } from '../workbook/values.ts'

/** How a cell points to the text below its table; neither is like a note of the form itself. */
const marks = {
  zh: { see: (no: number) => `详见表后〔${no}〕`, below: (no: number, text: string) => `〔${no}〕${text}` },
  en: { see: (no: number) => `see [${no}] below`, below: (no: number, text: string) => `[${no}] ${text}` },
} as const

/** A column of at most this share of the width is narrow: a long text in it would run over pages. */
const narrow = 0.5

type Rows = readonly (readonly ExportValue[])[]
type Texts = { readonly columns: readonly FormColumn[]; readonly rows: Rows }

/**
 * Texts too long for their narrow cells are set over the whole width under the table. `isLong`: whether a text is, in the column
 * of that number.
 */
export function setBelow(
  { columns, rows }: Texts,
  language: Language,
  isLong: (text: string, column: number) => boolean,
): { readonly rows: Rows; readonly below: readonly string[] } {
  const below: string[] = []
  const { see, below: note } = marks[language]
  const whole = columns.reduce((sum, one) => sum + one.width, 0)
  const isNarrow = columns.map(({ kind, merge, width }) => kind === 'text' && !merge && width <= whole * narrow)
  const fitted = (value: ExportValue, index: number): ExportValue => {
    if (typeof value !== 'string' || !isNarrow[index] || !isLong(value, index)) return value
    below.push(note(below.length + 1, value.replace(/\n+/g, '　')))
    return see(below.length)
  }
  return { rows: rows.map((row) => row.map(fitted)), below }
}
