import { addDays, type Day, dayOf, daysBetween, endOfDay } from '../../shared/dates.ts'
import { type PeriodCode, periodDays } from '../../shared/periods.ts'
import type { Refusal } from '../../shared/refusal.ts'
import type { Text } from '../../shared/words.ts'
import { batchPeriod, dueDay, type Edition, obligationOf, returnPeriods, summaryPeriods } from '../editions/edition.ts'
import type { ObligationId, ObligationRule, Owner, Source } from '../editions/edition-rules.ts'
import type { Clause } from '../guide/clauses.ts'
import { both, refuse } from '../guide/refuse.ts'
import { namesOf, type Post, permissions } from '../people/roles.ts'
import { seatOfPost } from '../people/two-persons.ts'
import { dayAfterJoining, owesPeriod } from './joining.ts'
import { addWorkingDays, type WorkCalendar, workingDayFrom, workingDaysBetween } from './working-days.ts'

/** One duty of an edition on its day: the same for everybody who owes it. */
export type ObligationDay = {
  readonly kind: ObligationId
  readonly of: Owner
  /** Empty where it is owed once. */
  readonly period: PeriodCode | ''
  /** The day the guide names; `dueOn` is later only where the edition rolls forward from a rest day. */
  readonly namedOn: Day
  readonly dueOn: Day
  /** The last instant at which it is in time: the end of that day, or the moment within it where it is due by the hour. */
  readonly dueAt: Date
  /** The first day on which it can be filed. */
  readonly opensOn: Day
  /** The last day on which it is filed without an exception; null: it never locks. */
  readonly locksOn: Day | null
  /** Working days before the due day, in order. */
  readonly reminders: readonly Day[]
  /** Counted on weekdays, because the rest days of the year are not announced yet. */
  readonly provisional: boolean
  readonly clause: Clause
  readonly source: Source
  readonly dueSource: Source
}

/** The obligations of an edition as dates, once each, earliest first. `since`: see `periodsOf`. */
export function obligationDays(
  edition: Edition,
  firstYear: number,
  calendar: WorkCalendar,
  since: Day = fromTheBeginning,
): ObligationDay[] {
  return edition.obligations
    .flatMap(({ id }) =>
      periodsOf(edition, firstYear, id, since).map((code) => dayFor({ edition, firstYear, since }, id, code, calendar)),
    )
    .sort((a, b) => compare(a.dueOn, b.dueOn) || compare(a.period, b.period))
}

/** Before every admission. */
const fromTheBeginning: Day = ''

/**
 * The periods for which something is owed: `['']` where it is owed once, none where it is due by the hour. `since`: the
 * admission of who owes it, from which the edition counts for those who join later.
 */
export function periodsOf(
  edition: Edition,
  firstYear: number,
  obligation: ObligationId,
  since: Day = fromTheBeginning,
): string[] {
  const rule = obligationOf(edition, obligation)
  return everyPeriod(edition, firstYear, rule).filter((period) => owesPeriod(rule, period, since))
}

function everyPeriod(edition: Edition, firstYear: number, { due }: ObligationRule): string[] {
  if (due.by === 'at-once') return []
  if (due.by === 'date') return ['']
  return due.by === 'after-period' ? returnPeriods(edition, firstYear) : summaryPeriods(edition, firstYear)
}

/**
 * The day on which something has to be filed: the guide's own, or the next working day where the edition rolls forward; for who
 * joined after it, by the edition's rule for those. `since`: the admission.
 */
export function dueOn(
  edition: Edition,
  firstYear: number,
  obligation: ObligationId,
  period: string,
  calendar: WorkCalendar,
  since: Day = fromTheBeginning,
): Day {
  const named = namedDay({ edition, firstYear, since }, obligation, period)
  return edition.restDays.due === 'roll-forward' ? workingDayFrom(calendar, named) : named
}

type Batch = { readonly edition: Edition; readonly firstYear: number; readonly since: Day }

function namedDay({ edition, firstYear, since }: Batch, obligation: ObligationId, period: string): Day {
  return dayAfterJoining(obligationOf(edition, obligation), dueDay(edition, firstYear, obligation, period), since)
}

/** The last day on which it is filed without an exception; null: it never locks. */
export function locksOn({ locksAfterDays }: Pick<ObligationRule, 'locksAfterDays'>, due: Day): Day | null {
  return locksAfterDays === null ? null : addDays(due, locksAfterDays)
}

/**
 * Reminders go out on the last working day before the due day, on which nobody may find it too late, whether the due day is
 * worked or not, and on the further working days before it that the edition names. In order, each once.
 */
export function reminderDays({ remind }: Pick<ObligationRule, 'remind'>, due: Day, calendar: WorkCalendar): Day[] {
  const before = [...new Set([1, ...remind.filter((days) => days > 0)])].sort((a, b) => b - a)
  return before.map((days) => addWorkingDays(calendar, due, 0 - days))
}

/** What returns by the period is filed from the day after it, never on its last day, which still belongs to it. */
export function isOver(period: PeriodCode, today: Day): boolean {
  return periodDays(period).to < today
}

function opensOn({ edition, firstYear, since }: Batch, { due }: ObligationRule, period: string): Day {
  if (period !== '') return addDays(periodDays(period).to, 1)
  const { from } = batchPeriod(edition, firstYear)
  const year = `${firstYear + (due.by === 'date' ? due.year : 0)}-01-01`
  return [from, year, since].reduce((latest, day) => (latest < day ? day : latest))
}

function dayFor(batch: Batch, kind: ObligationId, period: string, calendar: WorkCalendar): ObligationDay {
  const { edition, firstYear, since } = batch
  const rule = obligationOf(edition, kind)
  const due = dueOn(edition, firstYear, kind, period, calendar, since)
  const reminders = reminderDays(rule, due, calendar)
  return {
    kind,
    of: rule.of,
    period,
    namedOn: namedDay(batch, kind, period),
    dueOn: due,
    dueAt: endOfDay(due),
    opensOn: opensOn(batch, rule, period),
    locksOn: locksOn(rule, due),
    reminders,
    provisional: [due, ...reminders].some((day) => calendar.isProvisional(day)),
    clause: rule.clause,
    source: rule.source,
    dueSource: rule.dueSource,
  }
}

export type StandingState = 'not-yet' | 'due' | 'on-time' | 'late' | 'overdue' | 'locked' | 'exempted'

export const standingNames: Readonly<Record<StandingState, Text>> = {
  'not-yet': { zh: '未到期', en: 'not yet' },
  due: { zh: '待报', en: 'due' },
  'on-time': { zh: '按期', en: 'on time' },
  late: { zh: '逾期报送', en: 'filed late' },
  overdue: { zh: '逾期未报', en: 'overdue' },
  locked: { zh: '已锁定', en: 'locked' },
  exempted: { zh: '例外开放', en: 'opened by exception' },
}
export const standingStates = Object.keys(standingNames) as StandingState[]

/**
 * `days`: calendar days to the due day, or past it once it has gone by, 0 where it is late by hours of that day; `workingDays`:
 * those left, 0 from the due day on.
 */
export type Standing = { readonly state: StandingState; readonly days: number; readonly workingDays: number }

/** How late something was filed, in words; by hours of its last day where no day had gone by. */
export function filedLateText(days: number): Text {
  if (days === 0) return { zh: '当日超时报送', en: 'filed hours late' }
  return { zh: `逾期 ${days} 天报送`, en: days === 1 ? 'filed 1 day late' : `filed ${days} days late` }
}

/** How long something is overdue, in words. */
export function overdueText(days: number): Text {
  if (days === 0) return { zh: '今天已超时', en: 'overdue since today' }
  return { zh: `已逾期 ${days} 天`, en: days === 1 ? '1 day overdue' : `${days} days overdue` }
}

/** A named person's permission to file after the lock, until a day. */
export type FilingException = { readonly until: Day }

/** Whether something was done in time: until the instant at which it is due, that included. */
export function isInTime(at: Date, { dueAt }: Pick<ObligationDay, 'dueAt'>): boolean {
  return at <= dueAt
}

/**
 * Where a duty stands: being late does not keep anybody from filing, only the lock does. `filedAt`: the moment of the first
 * submission that was not taken back.
 */
export function standing(
  deadline: Pick<ObligationDay, 'dueOn' | 'dueAt' | 'opensOn' | 'locksOn'>,
  filed: { readonly filedAt: Date | null; readonly exception?: FilingException | null },
  now: Date,
  calendar: WorkCalendar,
): Standing {
  const { filedAt, exception = null } = filed
  const { dueOn } = deadline
  if (filedAt !== null) {
    if (isInTime(filedAt, deadline)) return { state: 'on-time', days: 0, workingDays: 0 }
    return { state: 'late', days: daysBetween(dueOn, dayOf(filedAt)), workingDays: 0 }
  }
  const today = dayOf(now)
  const over = daysBetween(dueOn, today)
  if (isInTime(now, deadline)) {
    const workingDays = workingDaysBetween(calendar, today, dueOn)
    return { state: today < deadline.opensOn ? 'not-yet' : 'due', days: 0 - over, workingDays }
  }
  if (deadline.locksOn === null || today <= deadline.locksOn) return { state: 'overdue', days: over, workingDays: 0 }
  return { state: isLocked(deadline, exception, today) ? 'locked' : 'exempted', days: over, workingDays: 0 }
}

/** Whether nothing can be filed any more today, with the exception that is open for it, if there is one. */
export function isLocked(
  deadline: Pick<ObligationDay, 'locksOn'>,
  exception: FilingException | null,
  today: Day,
): boolean {
  if (deadline.locksOn === null || today <= deadline.locksOn) return false
  return exception === null || exception.until < today
}

/** Who opens a locked filing by an exception: what a county or the province owes itself is opened by the level above alone. */
export function grantersOf({ of }: Pick<ObligationRule, 'of'>): readonly Post[] {
  const { posts } = permissions['exception.grant']
  return of === 'pilot' ? posts : posts.filter((post) => seatOfPost(post)?.startsWith('province-') ?? false)
}

/**
 * Why something cannot be submitted for the first time today, or null. What was filed in time and came back is never locked
 * out: the lock is about filing late, not about mending.
 */
export function whyLocked(
  rule: Pick<ObligationRule, 'of' | 'locksAfterDays' | 'clause' | 'zh' | 'en'>,
  filing: { readonly dueOn: Day; readonly filedOn: Day | null },
  exception: FilingException | null,
  today: Day,
): Refusal | null {
  const last = locksOn(rule, filing.dueOn)
  if (filing.filedOn !== null || last === null || !isLocked({ locksOn: last }, exception, today)) return null
  return refuse('deadline.locked', rule.clause, {
    ...both('kind', rule),
    ...both('who', namesOf(grantersOf(rule))),
    due: filing.dueOn,
    last,
  })
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
