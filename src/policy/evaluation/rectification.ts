import type { Refusal } from '../../shared/refusal.ts'
import type { Text } from '../../shared/words.ts'
import type { Edition } from '../editions/edition.ts'
import type { Grade } from '../editions/rule-terms.ts'
import type { Clause } from '../guide/clauses.ts'
import { checkReason } from '../guide/reasons.ts'
import { allRefusals, refuse } from '../guide/refuse.ts'

export const rectificationStates = {
  submitted: { zh: '待认定', en: 'waits for its check' },
  accepted: { zh: '整改完成', en: 'accepted' },
  returned: { zh: '退回继续整改', en: 'sent back' },
} as const satisfies Record<string, Text>
export type RectificationState = keyof typeof rectificationStates
export const rectificationStateList = Object.keys(rectificationStates) as [RectificationState, ...RectificationState[]]

/** Why the park hands in no report: no result in force that asks for one, or one that waits or was accepted (G5.3). */
export function mayRectify(
  { grades }: Pick<Edition, 'grades'>,
  given: { readonly grade: Grade | null; readonly states: readonly RectificationState[] },
  clause: Clause,
): Refusal | null {
  const asked = grades.some((row) => row.grade === given.grade && row.afterRectification)
  if (!asked) return refuse('evaluation.nothing-to-rectify', clause)
  if (given.states.includes('accepted')) return refuse('evaluation.rectified-before', clause)
  return given.states.includes('submitted') ? refuse('evaluation.rectification-waits', clause) : null
}

/** Why nobody decides on it so: decided before, or no reason. */
export function checkRectificationDecision(state: RectificationState, reason: string, clause: Clause): Refusal | null {
  if (state !== 'submitted') return refuse('evaluation.rectification-decided', clause)
  return allRefusals(checkReason(reason, 'common.reason-missing', clause))
}
