import { isQuarter, type Quarter, quarterDays } from '../../shared/dates.ts'
import type { Period } from './edition.ts'

/** Whether a whole quarter lies inside a period. */
export function quarterInPeriod(period: Period, quarter: Quarter): boolean {
  if (!isQuarter(quarter)) return false
  const { from, to } = quarterDays(quarter)
  return period.from <= from && to <= period.to
}
