import ExcelJS from 'exceljs'
import type { FormRow, FormSection } from '../../src/policy/filings/forms.ts'

/** Rows as a spreadsheet puts them on the clipboard. */
export function block(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => row.join('\t')).join('\r\n')
}

/** Rows of a form as a person types them: the names of choices, not their values. */
export function asTyped(section: FormSection | undefined, rows: readonly FormRow[]): string[][] {
  const fields = section?.fields ?? []
  return rows.map((row) => fields.map(({ id, choices }) => choices?.[String(row[id])]?.zh ?? String(row[id] ?? '')))
}

/** The first sheet of a workbook as text, line by line. */
export async function linesOf(raw: Buffer): Promise<string[][]> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(raw as never)
  const lines: string[][] = []
  book.worksheets[0]?.eachRow((row) =>
    lines.push((row.values as unknown[]).slice(1).map((value) => String(value ?? ''))),
  )
  return lines
}
