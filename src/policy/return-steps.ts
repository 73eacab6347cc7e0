import type { PeriodCode } from '../shared/periods.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import type { Clause } from './clauses.ts'
import { refuse } from './refuse.ts'
import { periodFacts, type ReturnState, stepReturn, submitReturn } from './returns.ts'

export type ExplainedRow = { readonly indicator: string; readonly gap: number | null; readonly reason: string }

/** Every figure behind time that has no reason yet; one of them stops the submission (G3.5). */
export function returnGaps(rows: readonly ExplainedRow[], clause: Clause): Refusal[] {
  return rows.map((row) => submitReturn('open', [row], clause)).filter(isRefusal)
}

/** Whether the park may submit now: not locked, everything behind time explained, and the return before it in. */
export function maySubmitReturn(
  state: ReturnState,
  given: {
    readonly rows: readonly ExplainedRow[]
    readonly unsubmitted: PeriodCode | null
    /** Why it comes too late without an exception; see `policy/deadlines.ts`. */
    readonly locked: Refusal | null
    readonly clause: Clause
  },
): ReturnState | Refusal {
  const { clause } = given
  const step = stepReturn(state, 'submit', clause)
  if (isRefusal(step)) return step
  if (given.locked) return given.locked
  const next = submitReturn(state, given.rows, clause)
  if (isRefusal(next) || given.unsubmitted === null) return next
  return refuse('returns.one-before-not-submitted', clause, periodFacts(given.unsubmitted))
}

/** Whether this person may accept now: it was submitted, and they wrote none of it. */
export function mayAcceptReturn(
  state: ReturnState,
  given: { readonly by: string; readonly makers: readonly string[]; readonly clause: Clause },
): ReturnState | Refusal {
  const next = stepReturn(state, 'accept', given.clause)
  if (!isRefusal(next) && given.makers.includes(given.by)) return refuse('review.maker-cannot-review', given.clause)
  return next
}
