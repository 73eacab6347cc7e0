import { type Day, endOfDay } from '../../shared/dates.ts'
import { isInTime } from '../calendar/deadlines.ts'
import type { KnownCalendars } from '../calendar/rest-days.ts'
import type { ObligationRule } from '../editions/edition-rules.ts'
import { passingOn, type Turn } from './passing-on.ts'

/** `running`: still to be done; late counts from the moment the time ran out, done or not. */
export type ClockState = 'on-time' | 'late' | 'running' | 'overdue'

/** How long the park had to report and the county to pass it on (G5.5); the hours and days are the edition's, inferred. */
export type MatterClock = {
  /** An ISO instant. */
  readonly reportBy: string
  readonly reported: ClockState
  /** Null until the report is submitted, while the park has it back in time, and where the edition names no such time. */
  readonly passOnBy: Day | null
  readonly passedOn: ClockState | null
  /** By when the county has to hand on what it has now: another day than `passOnBy` where that came back after it was late. */
  readonly openBy: Day | null
  /** Counted on weekdays, because the rest days of that year are not announced yet. */
  readonly provisional: boolean
}

/** When a matter is to be reported at the latest: so many hours after it happened. */
export function reportBy(rule: Pick<ObligationRule, 'due'>, occurredAt: Date): Date {
  const hours = rule.due.by === 'at-once' ? rule.due.hours : 0
  return new Date(occurredAt.getTime() + hours * 3_600_000)
}

/**
 * Both clocks of a matter. `dueAt`: until when it is to be reported, kept with its filing; `reportedAt`: its first submission;
 * `turns`: every submission that was not taken back, in order.
 */
export function matterClock(
  rule: Pick<ObligationRule, 'passOn'>,
  given: {
    readonly dueAt: Date
    readonly reportedAt: Date | null
    readonly turns: readonly Turn[]
    readonly now: Date
  },
  calendars: KnownCalendars,
): MatterClock {
  const { dueAt, reportedAt, turns, now } = given
  const passOn = passingOn(rule, turns, now, calendars)
  return {
    reportBy: dueAt.toISOString(),
    reported: stateAt(reportedAt, dueAt, now),
    passOnBy: passOn?.by ?? null,
    passedOn: passOn && stateAt(passOn.doneAt, endOfDay(passOn.by), now),
    openBy: passOn?.openBy ?? null,
    provisional: passOn !== null && (calendars.at(-1) ?? calendars[0]).calendar.isProvisional(passOn.by),
  }
}

function stateAt(done: Date | null, dueAt: Date, now: Date): ClockState {
  if (done) return isInTime(done, { dueAt }) ? 'on-time' : 'late'
  return isInTime(now, { dueAt }) ? 'running' : 'overdue'
}

const urgency: readonly ClockState[] = ['overdue', 'running', 'late', 'on-time']

/**
 * What clocks are ordered by: what is overdue first, then what still runs, the one that ends first before the others; then what
 * was late and what was in time. The worse of its two clocks speaks for a matter.
 */
export function urgencyOf({
  reported,
  reportBy: until,
  passedOn,
  passOnBy,
}: Omit<MatterClock, 'provisional' | 'openBy'>): string {
  const clocks = [{ state: reported, until }]
  if (passedOn && passOnBy) clocks.push({ state: passedOn, until: endOfDay(passOnBy).toISOString() })
  return clocks.map(({ state, until: end }) => `${urgency.indexOf(state)} ${end}`).sort()[0] ?? ''
}
