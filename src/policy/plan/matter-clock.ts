import { type Day, dayOf, endOfDay } from '../../shared/dates.ts'
import { isInTime } from '../calendar/deadlines.ts'
import { addWorkingDays, type WorkCalendar } from '../calendar/working-days.ts'
import type { ObligationRule } from '../editions/edition-rules.ts'

/** `running`: still to be done; late counts from the moment the time ran out, done or not. */
export type ClockState = 'on-time' | 'late' | 'running' | 'overdue'

/** How long the park had to report and the county to pass it on (G5.5); the hours and days are the edition's, inferred. */
export type MatterClock = {
  /** An ISO instant. */
  readonly reportBy: string
  readonly reported: ClockState
  /** Null until the report is submitted, and where the edition names no such time. */
  readonly passOnBy: Day | null
  readonly passedOn: ClockState | null
  /** Counted on weekdays, because the rest days of that year are not announced yet. */
  readonly provisional: boolean
}

/** When a matter is to be reported at the latest: so many hours after it happened. */
export function reportBy(rule: Pick<ObligationRule, 'due'>, occurredAt: Date): Date {
  const hours = rule.due.by === 'at-once' ? rule.due.hours : 0
  return new Date(occurredAt.getTime() + hours * 3_600_000)
}

/** By when the county has to hand on what was submitted; null where the edition names no such time. */
export function passOnBy(
  { passOn }: Pick<ObligationRule, 'passOn'>,
  submittedAt: Date,
  calendar: WorkCalendar,
): Day | null {
  return passOn ? addWorkingDays(calendar, dayOf(submittedAt), passOn.workingDays) : null
}

/**
 * Both clocks of a matter. `dueAt`: until when it is to be reported, kept with its filing; `reportedAt`: its first submission; `submittedAt`: that of the version now under review;
 * `passedOnAt`: the moment the last county bureau approved that version.
 */
export function matterClock(
  rule: Pick<ObligationRule, 'passOn'>,
  given: {
    readonly dueAt: Date
    readonly reportedAt: Date | null
    readonly submittedAt: Date | null
    readonly passedOnAt: Date | null
    readonly now: Date
  },
  calendar: WorkCalendar,
): MatterClock {
  const { dueAt, reportedAt, submittedAt, passedOnAt, now } = given
  const passOn = submittedAt && passOnBy(rule, submittedAt, calendar)
  return {
    reportBy: dueAt.toISOString(),
    reported: stateAt(reportedAt, dueAt, now),
    passOnBy: passOn,
    passedOn: passOn === null ? null : stateAt(passedOnAt, endOfDay(passOn), now),
    provisional: passOn !== null && calendar.isProvisional(passOn),
  }
}

function stateAt(done: Date | null, dueAt: Date, now: Date): ClockState {
  if (done) return isInTime(done, { dueAt }) ? 'on-time' : 'late'
  return isInTime(now, { dueAt }) ? 'running' : 'overdue'
}
