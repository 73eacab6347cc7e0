import { addDays, type Day, isDay } from '../../shared/dates.ts'
import type { Refusal } from '../../shared/refusal.ts'
import type { ObligationRule } from '../editions/edition-rules.ts'
import { checkReason } from '../guide/reasons.ts'
import { allRefusals, both, refuse, refuseDay } from '../guide/refuse.ts'
import { namesOf, type Post } from '../people/roles.ts'
import { type FilingException, grantersOf, isLocked, locksOn } from './deadlines.ts'

/** How long an exception may stand open, days; inferred: longer than any review, shorter than a period. */
export const mostExceptionDays = 60

/** What an exception would be for. `open`: the one granted last, which may have ended. */
export type LockedFiling = {
  readonly rule: Pick<ObligationRule, 'of' | 'locksAfterDays' | 'clause' | 'zh' | 'en'>
  readonly dueOn: Day
  readonly filedOn: Day | null
  readonly open: FilingException | null
}

/**
 * Why this post cannot grant an exception today, or null: only for what is locked and was never filed, and by who may open it
 * (`grantersOf`).
 */
export function mayGrantException(
  { rule, dueOn, filedOn, open }: LockedFiling,
  given: { readonly post: Post; readonly today: Day },
): Refusal | null {
  const { clause } = rule
  const { post, today } = given
  const last = locksOn(rule, dueOn)
  if (last === null) return refuse('deadline.never-locks', clause, both('kind', rule))
  if (filedOn !== null) return refuse('deadline.filed-already', clause, both('kind', rule))
  const granters = grantersOf(rule)
  if (!granters.includes(post))
    return refuse('deadline.exception-by-others', clause, { ...both('kind', rule), ...both('who', namesOf(granters)) })
  if (!isLocked({ locksOn: last }, null, today))
    return refuse('deadline.not-locked', clause, { ...both('kind', rule), last })
  if (open !== null && open.until >= today)
    return refuse('deadline.exception-open-already', clause, { until: open.until })
  return null
}

/** A locked filing is opened until a day, for a reason; or why not. */
export function grantException(
  filing: LockedFiling,
  given: { readonly post: Post; readonly today: Day; readonly until: Day; readonly reason: string },
): (FilingException & { readonly reason: string }) | Refusal {
  const no = mayGrantException(filing, given)
  if (no) return no
  const { until, reason } = given
  return checkTerms(filing.rule.clause, given) ?? { until, reason: reason.trim() }
}

/** What is wrong with the day and the reason of an exception, whatever it is for. */
export function checkTerms(
  clause: ObligationRule['clause'] | null,
  { today, until, reason }: { readonly today: Day; readonly until: Day; readonly reason: string },
): Refusal | null {
  return allRefusals(
    checkUntil(until, { clause, today, last: addDays(today, mostExceptionDays) }),
    checkReason(reason.trim(), 'deadline.exception-without-reason', clause),
  )
}

function checkUntil(
  until: Day,
  {
    clause,
    today,
    last,
  }: { readonly clause: ObligationRule['clause'] | null; readonly today: Day; readonly last: Day },
): Refusal | null {
  const field = 'until'
  if (!isDay(until)) return refuseDay(until, clause, field)
  if (until < today) return refuse('deadline.exception-in-the-past', clause, { until }, field)
  return until > last ? refuse('deadline.exception-too-long', clause, { most: mostExceptionDays, last }, field) : null
}
