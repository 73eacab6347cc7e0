import type { PeriodCode } from '../shared/periods.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import { refuse } from './refuse.ts'
import { periodFacts, type ReturnState, stepReturn, submitReturn } from './returns.ts'

export type ExplainedRow = { readonly indicator: string; readonly gap: number | null; readonly reason: string }

/** Every figure behind time that has no reason yet; one of them stops the submission (G3.5). */
export function returnGaps(rows: readonly ExplainedRow[]): Refusal[] {
  return rows.map((row) => submitReturn('open', [row])).filter(isRefusal)
}

/** Whether the park may submit now: not locked, everything behind time explained, and the return before it in. */
export function maySubmitReturn(
  state: ReturnState,
  given: {
    readonly rows: readonly ExplainedRow[]
    readonly unsubmitted: PeriodCode | null
    /** Why it comes too late without an exception; see `policy/deadlines.ts`. */
    readonly locked: Refusal | null
  },
): ReturnState | Refusal {
  const step = stepReturn(state, 'submit')
  if (isRefusal(step)) return step
  if (given.locked) return given.locked
  const next = submitReturn(state, given.rows)
  if (isRefusal(next) || given.unsubmitted === null) return next
  return refuse('returns.one-before-not-submitted', 'G3.5', periodFacts(given.unsubmitted))
}

/** Whether this person may accept now: it was submitted, and they wrote none of it. */
export function mayAcceptReturn(
  state: ReturnState,
  given: { readonly by: string; readonly makers: readonly string[] },
): ReturnState | Refusal {
  const next = stepReturn(state, 'accept')
  if (!isRefusal(next) && given.makers.includes(given.by)) return refuse('review.maker-cannot-review', 'G3.5')
  return next
}
