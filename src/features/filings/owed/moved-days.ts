import type { Tx } from '../../../platform/database/connect.ts'
import { reminderDays } from '../../../policy/calendar/deadlines.ts'
import type { WorkCalendar } from '../../../policy/calendar/working-days.ts'
import type { Day } from '../../../shared/dates.ts'
import type { Owed } from './owed.ts'
import { dueDayBy } from './require-duty.ts'

/** A day of an open duty that another calendar moves: the due day itself, or else the last reminder before it. */
export type DutyMove = { readonly owed: Owed; readonly what: 'due' | 'reminder'; readonly from: Day; readonly to: Day }

/** What another calendar moves of what is not filed and not past its day; what is over stays as it was. */
export function movedDays(
  all: readonly Owed[],
  calendars: { readonly before: WorkCalendar; readonly after: WorkCalendar },
  today: Day,
): DutyMove[] {
  const { before, after } = calendars
  return all.flatMap((owed): DutyMove[] => {
    const { rule, day, filing } = owed
    const isOpen = rule.due.by !== 'at-once' && (filing?.filedOn ?? null) === null && today <= day.dueOn
    if (!isOpen) return []
    const due = { owed, what: 'due' as const, from: day.dueOn, to: dueDayBy(owed, after) }
    if (due.from !== due.to) return [due]
    const [from, to] = [before, after].map((calendar) => reminderDays(rule, day.dueOn, calendar).at(-1) ?? day.dueOn)
    return from && to && from !== to && today <= from ? [{ owed, what: 'reminder', from, to }] : []
  })
}

/** Puts the days that filings were opened with where they are now. */
export async function moveDueDays(tx: Tx, moves: readonly DutyMove[]): Promise<void> {
  for (const { owed, what, to } of moves)
    if (owed.filing && what === 'due')
      await tx.updateTable('filings').set({ dueOn: to }).where('id', '=', owed.filing.filingId).execute()
}
