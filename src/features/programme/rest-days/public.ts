import type { Tx } from '../../../platform/database/connect.ts'
import type { WorkCalendar } from '../../../policy/calendar/working-days.ts'
import { calendarIn } from './store.ts'

export { allLists, calendarIn, holdCalendar, insertList, lockCalendar, newestOf, type RecordedList } from './store.ts'

/** Which days are worked, by the newest announced lists: the same answer for the whole transaction. */
export async function workCalendarOf(tx: Tx): Promise<WorkCalendar> {
  return (await calendarIn(tx)).calendar
}
