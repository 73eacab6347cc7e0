import { z } from 'zod'
import { type FormField, type FormSection, figureRange, usualMost } from '../../../policy/filings/forms.ts'
import { dayInput, keyInput, lineInput, nameInput, phoneInput, proseInput } from '../../../shared/inputs.ts'

/** What a field takes while it is written: what is missing is empty and found by the check, not refused. */
function fieldShape(field: FormField): z.ZodType<string | number | null> {
  switch (field.type) {
    case 'number':
      return z.number().min(figureRange.number.min).max(figureRange.number.max).nullable()
    case 'money':
      return z.int().min(figureRange.money.min).max(figureRange.money.max).nullable()
    case 'park':
      return z.union([z.uuid(), z.literal('')]).nullable()
    case 'choice':
      return z.enum(['', ...Object.keys(field.choices ?? {})]).nullable()
    case 'day':
      return dayInput(40).nullable()
    default:
      return textShape(field).nullable()
  }
}

function textShape({ type, kind, most = usualMost }: FormField) {
  if (type === 'long-text') return proseInput(most)
  return kind === 'name' ? nameInput(most) : kind === 'phone' ? phoneInput(most) : lineInput(most)
}

/** What a section of a form is saved as, drawn from its definition. */
export function formShape(
  section: FormSection,
): z.ZodType<{ fields: Record<string, unknown> } | { rows: { id: string }[] }> {
  const fields = Object.fromEntries(section.fields.map((field) => [field.id, fieldShape(field)]))
  if (section.shape === 'fields') return z.strictObject({ fields: z.strictObject(fields) })
  const row = z.strictObject({ id: keyInput(40, 1), ...fields })
  return z.strictObject({ rows: z.array(row).max(section.most ?? 1000) })
}
