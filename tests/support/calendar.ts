import type { WorkCalendar } from '../../src/policy/calendar/working-days.ts'

export { workCalendar } from '../../src/platform/work-calendar.ts'

/** A calendar that rests on the given days and otherwise works all week. */
export function restingOn(...days: readonly string[]): WorkCalendar {
  return { isWorkingDay: (day) => !days.includes(day), isProvisional: () => false }
}
