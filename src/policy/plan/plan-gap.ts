import type { Facts } from '../../shared/refusal.ts'
import type { Text } from '../../shared/words.ts'
import type { Clause } from '../guide/clauses.ts'
import { checkWords } from '../guide/reasons.ts'
import { type RefusalCode, refusalText } from '../guide/refuse.ts'
import type { PlanSection } from './plan.ts'
import { fieldNames } from './plan-fields.ts'

/** `field`: path inside the section (`rows.3.quantity`, `products.0.name`), or empty for the section as a whole. */
export type Gap = {
  readonly section: PlanSection
  readonly field: string
  readonly code: RefusalCode
  readonly clause: Clause
  readonly severity: 'error' | 'warning'
  readonly facts: Facts
}

/** Collects the gaps of one section. */
export type GapList = {
  readonly gaps: Gap[]
  readonly error: (field: string, code: RefusalCode, clause: Clause, facts?: Facts) => void
  readonly warning: (field: string, code: RefusalCode, clause: Clause, facts?: Facts) => void
  /** Every field whose value is null, blank text or an empty list. */
  readonly filled: (row: object, path: string, fields: readonly string[]) => void
  /** A text that is missing, or says nothing; `key`: what `fieldNames` calls it. */
  readonly described: (text: string, field: string, key: string) => void
}

export function gapList(section: PlanSection): GapList {
  const gaps: Gap[] = []
  const add = (severity: Gap['severity']): GapList['error'] => {
    return (field, code, clause, facts = {}) => gaps.push({ section, field, code, clause, severity, facts })
  }
  const error = add('error')
  const filled: GapList['filled'] = (row, path, fields) => {
    for (const field of fields) {
      if (isEmpty((row as Record<string, unknown>)[field])) error(`${path}.${field}`, 'plan.field-missing', 'G3.1')
    }
  }
  const described: GapList['described'] = (text, field, key) => {
    const name = fieldNames[key] ?? { zh: key, en: key }
    const no = checkWords(text, name, 'plan.field-missing', null, { field })
    if (no) error(field, no.code as RefusalCode, 'G3.1', no.facts)
  }
  return { gaps, error, warning: add('warning'), filled, described }
}

export function gapText(gap: Gap): Text {
  return refusalText(gap)
}

/** Indexes of values that stood before; blank ones are no repetition. */
export function repeated(values: readonly string[]): number[] {
  return values.flatMap((value, i) => (value !== '' && values.indexOf(value) < i ? [i] : []))
}

function isEmpty(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === ''
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0)
}
