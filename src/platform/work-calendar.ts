import chineseDays from 'chinese-days'
import type { Day } from '../shared/dates.ts'

// The package is CommonJS: Node finds its functions on the default export only.
const { getHolidaysInRange, isWorkday } = chineseDays

const working = new Map<Day, boolean>()
const published = new Map<string, boolean>()

/** Working days as the State Council has announced them, with 调休; Monday to Friday where a year is not announced yet. */
export const workCalendar = {
  isWorkingDay: (day: Day): boolean => remembered(working, day, () => isWorkday(day)),
  isProvisional(day: Day): boolean {
    const year = day.slice(0, 4)
    // A stray day at the turn of the year belongs to the announcement of its neighbour.
    return !remembered(published, year, () => getHolidaysInRange(`${year}-01-01`, `${year}-12-31`, false).length > 5)
  },
}

function remembered(kept: Map<string, boolean>, key: string, ask: () => boolean): boolean {
  const before = kept.get(key)
  if (before !== undefined) return before
  const answer = ask()
  // Every day of a century fits; what somebody makes up beyond does not pile up.
  if (kept.size < 40_000) kept.set(key, answer)
  return answer
}
