import { addDays, type Day } from '../../shared/dates.ts'

/** When a task is due: on the item's own day, so many days after it came into its state, on a day named for it, or never. */
export type TaskDue =
  | { readonly by: 'own' }
  | { readonly by: 'days'; readonly days: number }
  | { readonly by: 'day'; readonly day: Day }
  | null

/** The day a task is due; `own`: the item's own day, `since`: the day it came into its state. */
export function taskDueDay(
  { due }: { readonly due: TaskDue },
  given: { readonly own: Day | null; readonly since: Day },
): Day | null {
  if (due === null) return null
  if (due.by === 'day') return due.day
  return due.by === 'days' ? addDays(given.since, due.days) : given.own
}
