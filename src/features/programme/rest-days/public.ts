import type { Tx } from '../../../platform/database/connect.ts'
import type { KnownCalendars } from '../../../policy/calendar/rest-days.ts'
import type { WorkCalendar } from '../../../policy/calendar/working-days.ts'
import { calendarIn } from './store.ts'

export { allLists, calendarIn, holdCalendar, insertList, lockCalendar, newestOf, type RecordedList } from './store.ts'

/** Which days are worked, by the newest announced lists: the same answer for the whole transaction. */
export async function workCalendarOf(tx: Tx): Promise<WorkCalendar> {
  return (await calendarIn(tx)).calendar
}

/** The same with what was known before: for what is not judged again by a newer list. */
export async function knownCalendarsOf(tx: Tx): Promise<KnownCalendars> {
  return (await calendarIn(tx)).known
}
