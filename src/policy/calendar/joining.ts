import { addDays, type Day } from '../../shared/dates.ts'
import { type PeriodCode, periodDays } from '../../shared/periods.ts'
import type { ObligationRule } from '../editions/edition-rules.ts'

type Joining = Pick<ObligationRule, 'joining'>

/** Whether a period is owed by who takes part since a day: by the rule of its edition, from the running or the next one on. */
export function owesPeriod({ joining }: Joining, period: PeriodCode | '', since: Day): boolean {
  if (period === '' || !joining || !('firstPeriod' in joining)) return true
  const { from, to } = periodDays(period)
  return since <= (joining.firstPeriod === 'running' ? to : from)
}

/** The day of what is owed once: the edition's own, or, where it had gone by before the admission, so many days after that. */
export function dayAfterJoining({ joining }: Joining, named: Day, since: Day): Day {
  if (since <= named || !joining || !('withinDays' in joining)) return named
  return addDays(since, joining.withinDays)
}
