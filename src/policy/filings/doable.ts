import type { Day } from '../../shared/dates.ts'
import { filingKinds, isFilingKind } from './filing-kinds.ts'

/**
 * Whether it could be done by its day: what is made from the approved plan is not owed where none was approved by then.
 * `planOn`: since when there is one, null while there is none; `today`: until when it may still come.
 */
export function couldBeDone(kind: string, dueOn: Day, planOn: Day | null, today: Day): boolean {
  if (!isFilingKind(kind) || filingKinds[kind].after !== 'plan') return true
  return (planOn ?? today) <= dueOn
}
