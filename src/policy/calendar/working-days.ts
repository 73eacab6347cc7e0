import { addDays, type Day } from '../../shared/dates.ts'

/** Which days are worked. Handed in, so that the rules know no country's rest days. */
export type WorkCalendar = {
  isWorkingDay(day: Day): boolean
  /** Whether the rest days of its year are not published yet and plain weekdays stand in for them. */
  isProvisional(day: Day): boolean
}

/** Monday to Friday. */
export function isWeekday(day: Day): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6
}

/** `adjusted`: a Saturday or Sunday that is worked (调休); `holiday`: a weekday that is not. */
export type DayKind = 'working' | 'weekend' | 'holiday' | 'adjusted'

export function dayKind(calendar: WorkCalendar, day: Day): DayKind {
  const works = calendar.isWorkingDay(day)
  if (isWeekday(day)) return works ? 'working' : 'holiday'
  return works ? 'adjusted' : 'weekend'
}

/** The day itself where it is worked, else the next one that is. */
export function workingDayFrom(calendar: WorkCalendar, day: Day): Day {
  return calendar.isWorkingDay(day) ? day : addWorkingDays(calendar, day, 1)
}

/** The `days`-th working day after a day, or before it where `days` is negative; the day itself never counts. */
export function addWorkingDays(calendar: WorkCalendar, day: Day, days: number): Day {
  const step = Math.sign(days)
  let found = day
  for (let left = Math.abs(days); left > 0; ) {
    found = addDays(found, step)
    if (calendar.isWorkingDay(found)) left--
  }
  return found
}

/** Working days after `from` up to and with `to`; negative when `to` is earlier. Friday to Saturday is 0. */
export function workingDaysBetween(calendar: WorkCalendar, from: Day, to: Day): number {
  if (to < from) return 0 - workingDaysBetween(calendar, to, from)
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (calendar.isWorkingDay(day)) count++
  return count
}
