import { masked as inPart } from '../people/masked.ts'
import type { FormContent, FormSection } from './forms.ts'

/** A section with its masked fields shown in part: what the trail keeps, and other units see, of personal data (GA3). */
export function maskedPart(section: FormSection, part: FormContent[string]): FormContent[string] {
  const masked = section.fields.filter((field) => field.masked).map((field) => field.id)
  if (masked.length === 0) return part
  const hide = <Values extends object>(values: Values): Values => {
    const shown = Object.entries(values).map(([id, value]) => [
      id,
      masked.includes(id) && typeof value === 'string' ? inPart('telephone', value) : value,
    ])
    return Object.fromEntries(shown)
  }
  return 'rows' in part ? { ...part, rows: part.rows.map(hide) } : { ...part, fields: hide(part.fields) }
}
