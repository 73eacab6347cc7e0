import type { Day } from '../../shared/dates.ts'
import type { Edition } from '../editions/edition.ts'
import { type ObligationDay, obligationDays } from './deadlines.ts'
import type { WorkCalendar } from './working-days.ts'

type DaysOfBatches = Map<string, readonly ObligationDay[]>

/** What was computed for an edition under a calendar; neither of them ever changes. */
const computed = new WeakMap<Edition, WeakMap<WorkCalendar, DaysOfBatches>>()

/** `obligationDays`, computed once for all who joined a batch together. */
export function knownDays(
  edition: Edition,
  firstYear: number,
  calendar: WorkCalendar,
  since: Day,
): readonly ObligationDay[] {
  const byCalendar = computed.get(edition) ?? new WeakMap<WorkCalendar, DaysOfBatches>()
  const byBatch: DaysOfBatches = byCalendar.get(calendar) ?? new Map()
  computed.set(edition, byCalendar.set(calendar, byBatch))
  const key = `${firstYear} ${since}`
  const days = byBatch.get(key) ?? obligationDays(edition, firstYear, calendar, since)
  byBatch.set(key, days)
  return days
}
