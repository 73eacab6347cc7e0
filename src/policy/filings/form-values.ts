import { formatYuan } from '../../shared/money.ts'
import type { Text } from '../../shared/words.ts'
import type { FormFact, FormField } from './forms.ts'

export type FormValue = string | number | null

/** A value of a form as it is read: yuan, the name of a choice or of a park; empty texts where there is nothing. */
export function valueText(
  field: Pick<FormField, 'type' | 'choices'>,
  value: FormValue | undefined,
  parkName: (parkId: string) => string = (parkId) => parkId,
): Text {
  if (value === null || value === undefined || value === '') return { zh: '', en: '' }
  if (field.type === 'choice') return field.choices?.[String(value)] ?? same(String(value))
  if (field.type === 'money' && typeof value === 'number') return same(formatYuan(value))
  return same(field.type === 'park' ? parkName(String(value)) : String(value))
}

/** A drafted figure with its unit; a dash where there is nothing to divide by. */
export function factText({ of, value }: Pick<FormFact, 'of' | 'value'>): Text {
  if (value === null) return same('—')
  if (of === 'money') return { zh: `${formatYuan(value)} 元`, en: `${formatYuan(value)} yuan` }
  return same(of === 'percent' ? `${value}%` : String(value))
}

/** What a figure was before the reductions that are taken off it; null where nothing is. */
export function beforeText({ of, before }: Pick<FormFact, 'of' | 'before'>): Text | null {
  if (before === undefined) return null
  const { zh, en } = factText({ of, value: before })
  return { zh: `核减前 ${zh}`, en: `${en} before reductions` }
}

function same(text: string): Text {
  return { zh: text, en: text }
}
