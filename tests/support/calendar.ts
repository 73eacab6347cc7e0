import { announcedYears } from '../../src/platform/announced-rest-days.ts'
import { calendarOf } from '../../src/policy/calendar/rest-days.ts'
import type { WorkCalendar } from '../../src/policy/calendar/working-days.ts'

/** As the package has it, without a database. */
export const workCalendar = calendarOf([...announcedYears].map(([year, days]) => ({ year, days })))

/** A calendar that rests on the given days and otherwise works all week. */
export function restingOn(...days: readonly string[]): WorkCalendar {
  return { isWorkingDay: (day) => !days.includes(day), isProvisional: () => false }
}

/** Days off under one name. */
export function restsOf(
  name: string,
  ...days: readonly string[]
): { day: string; kind: 'rest' | 'worked'; name: string }[] {
  return days.map((day) => ({ day, kind: 'rest', name }))
}
