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
