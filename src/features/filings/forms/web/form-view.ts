import { type FormContent, type FormSection, forms, isFormKind } from '../../../../policy/filings/forms.ts'
import type { FilingView } from '../../course/contract.ts'

/** The sections of the form that a filing is. */
export function formOf({ kind }: Pick<FilingView, 'kind'>): readonly FormSection[] {
  return isFormKind(kind) ? forms[kind] : []
}

/** What a person writes of a section; the figures drafted beside its text stay with the server. */
export function writtenPart(content: unknown): FormContent[string] {
  const part = content as FormContent[string]
  return 'rows' in part ? { rows: part.rows } : { fields: part.fields }
}
