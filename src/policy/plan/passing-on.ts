import { type Day, dayOf, endOfDay } from '../../shared/dates.ts'
import type { Text } from '../../shared/words.ts'
import { isInTime } from '../calendar/deadlines.ts'
import type { KnownCalendars } from '../calendar/rest-days.ts'
import { addWorkingDays, type WorkCalendar, workingDayFrom, workingDaysBetween } from '../calendar/working-days.ts'
import type { ObligationRule } from '../editions/edition-rules.ts'

/** One submission that was not taken back: when the last county bureau approved it, when it went back to who files. */
export type Turn = {
  readonly submittedAt: Date
  readonly passedOnAt: Date | null
  readonly backAt: Date | null
}

/**
 * How the county stands with handing on (G5.5). `by`: its last day; `doneAt`: null while it is not handed on. `openBy`: by when it
 * has to hand on what it has now, which is a later day where that is there again; null while it has nothing.
 */
export type PassingOn = { readonly by: Day; readonly doneAt: Date | null; readonly openBy: Day | null }

/** What the county's own duty is called, by the name of what it hands on. */
export function passingOnName({ zh, en }: Text): Text {
  return { zh: `${zh}县级上报`, en: `${en}, handed on by the county` }
}

type Run = Omit<PassingOn, 'openBy'> & { readonly isLate: boolean; readonly isHeld: boolean }

/**
 * How long the county has had it. The days run from the first submission; a return does not begin them again, but working days in
 * which who files has it are added as long as they have not run out; what comes back on a rest day can be handed on on the next
 * working day. After a completed handing-on a later submission begins anew.
 * A lateness once reached stays: what is overdue now comes first, then the first that was late. Null where the edition names no
 * such time, where nothing is submitted, and while who files holds it in time.
 */
export function passingOn(
  { passOn }: Pick<ObligationRule, 'passOn'>,
  turns: readonly Turn[],
  now: Date,
  calendars: KnownCalendars,
): PassingOn | null {
  if (!passOn) return null
  const runs = runsOf(turns).map((own) => runOf(passOn.workingDays, own, now, calendars))
  const open = runs.find(({ doneAt, isLate }) => doneAt === null && isLate)
  const found = open ?? runs.find(({ isLate }) => isLate) ?? runs.findLast(({ isHeld }) => isHeld)
  const last = runs.at(-1)
  const openBy = last?.isHeld && last.doneAt === null ? last.by : null
  return found ? { by: found.by, doneAt: found.doneAt, openBy } : null
}

type Turns = readonly [Turn, ...Turn[]]

/** A run ends with the turn in which it was handed on. */
function runsOf(turns: readonly Turn[]): Turns[] {
  const runs: [Turn, ...Turn[]][] = []
  let open: [Turn, ...Turn[]] | null = null
  for (const turn of turns) {
    if (open) open.push(turn)
    else {
      open = [turn]
      runs.push(open)
    }
    if (turn.passedOnAt) open = null
  }
  return runs
}

function runOf(days: number, turns: Turns, now: Date, calendars: KnownCalendars): Run {
  const { passedOnAt: doneAt, backAt } = turns.at(-1) ?? turns[0]
  const by = lastDay(days, turns, calendarOfRun(days, turns, calendars))
  const until = doneAt ?? backAt ?? now
  return { by, doneAt, isLate: !isInTime(until, { dueAt: endOfDay(by) }), isHeld: doneAt !== null || backAt === null }
}

/** The newest calendar that was known before it was over, handed on or late: what is over is not judged again. */
function calendarOfRun(days: number, turns: Turns, [first, ...later]: KnownCalendars): WorkCalendar {
  let { calendar } = first
  for (const { since, calendar: next } of later) {
    if (since && isOver(days, turns, since, calendar)) return calendar
    calendar = next
  }
  return calendar
}

function isOver(days: number, [first, ...more]: Turns, at: Date, calendar: WorkCalendar): boolean {
  if (first.submittedAt > at) return false
  const sofar: Turns = [first, ...more.filter(({ submittedAt }) => submittedAt <= at)]
  const { passedOnAt, backAt } = sofar.at(-1) ?? first
  if (passedOnAt && passedOnAt <= at) return true
  const until = backAt && backAt <= at ? backAt : at
  return !isInTime(until, { dueAt: endOfDay(lastDay(days, sofar, calendar)) })
}

function lastDay(days: number, [first, ...more]: Turns, calendar: WorkCalendar): Day {
  // Both but for a rest day the same: the day on which its working days are used up, and that by which it hands on.
  let used = addWorkingDays(calendar, dayOf(first.submittedAt), days)
  let by = used
  let { backAt } = first
  for (const turn of more) {
    const again = dayOf(turn.submittedAt)
    if (backAt && isInTime(backAt, { dueAt: endOfDay(by) })) {
      used = addWorkingDays(calendar, used, workingDaysBetween(calendar, dayOf(backAt), again))
      // What went back on the last day and comes again on a rest day has no working day left before it.
      by = used < again ? workingDayFrom(calendar, again) : used
    }
    backAt = turn.backAt
  }
  return by
}
