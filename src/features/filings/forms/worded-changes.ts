import type { FormChange } from '../../../policy/filings/form-changes.ts'
import { valueText } from '../../../policy/filings/form-values.ts'
import { type FormKind, type FormRow, forms } from '../../../policy/filings/forms.ts'
import type { Text } from '../../../shared/words.ts'
import type { ChangeInWords } from '../course/public.ts'
import { words } from './words.ts'

const nothing: Text = { zh: '', en: '' }

/** A difference between two versions as it is read: which row and field, how it was, how it is. */
export function changeInWords(kind: FormKind, change: FormChange, parkName: (parkId: string) => string): ChangeInWords {
  const { section, kind: what, path, rowNo, before, after } = change
  const fields = forms[kind].find((one) => one.id === section)?.fields ?? []
  const field = fields.find((one) => one.id === change.field)
  const row: Text = rowNo === null ? nothing : { zh: words.row.zh(rowNo), en: words.row.en(rowNo) }
  const label = field
    ? { zh: `${row.zh}${field.zh}`, en: `${row.en} ${field.en}`.trim() }
    : rowNo === null
      ? { zh: words.order.zh, en: words.order.en }
      : row
  const say = (value: FormChange['before']): Text => {
    if (value === null || what === 'reordered') return nothing
    if (typeof value !== 'object') return field ? valueText(field, value, parkName) : nothing
    return rowText(fields, value as FormRow, parkName)
  }
  return { section, kind: what, path: `${section}.${path}`, label, before: say(before), after: say(after) }
}

type Fields = (typeof forms)[FormKind][number]['fields']

/** A whole row, its filled cells one after the other. */
function rowText(fields: Fields, row: FormRow, parkName: (parkId: string) => string): Text {
  const cells = fields.map((field) => valueText(field, row[field.id], parkName)).filter((cell) => cell.zh !== '')
  return { zh: cells.map((cell) => cell.zh).join(' · '), en: cells.map((cell) => cell.en).join(' · ') }
}
