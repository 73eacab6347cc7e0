import type { Tx } from '../../../platform/database/connect.ts'
import { locksOn, type ObligationDay, type Standing, standing } from '../../../policy/calendar/deadlines.ts'
import type { WorkCalendar } from '../../../policy/calendar/working-days.ts'
import type { ObligationId, ObligationRule } from '../../../policy/editions/edition-rules.ts'
import { type Day, dayOf, endOfDay } from '../../../shared/dates.ts'
import { workCalendarOf } from '../../programme/rest-days/public.ts'
import { type Duty, filingKeyOf } from './duty.ts'
import { openException } from './exceptions.ts'
import { filedAtOf } from './filed-on.ts'
import type { BegunFiling, OwedFiling } from './owed-filings.ts'

/** What is begun can be filed: it waits for no day of its own. */
export const onceBegun: Day = ''

/** `unfiled`: where what is not filed stands at that moment, by its deadline: many wait alike, and their working days are counted once. */
export type Moment = {
  readonly now: Date
  readonly calendar: WorkCalendar
  readonly unfiled: Map<string, Standing>
}

/** Where a duty stands, as `standing` tells. */
export function standingAt(
  deadline: Parameters<typeof standing>[0],
  filed: Parameters<typeof standing>[1],
  { now, calendar, unfiled }: Moment,
): Standing {
  if (filed.filedAt !== null || filed.exception) return standing(deadline, filed, now, calendar)
  const { dueOn, dueAt, opensOn, locksOn } = deadline
  const key = `${dueOn} ${dueAt.getTime()} ${opensOn} ${locksOn}`
  const known = unfiled.get(key) ?? standing(deadline, filed, now, calendar)
  unfiled.set(key, known)
  return known
}

/** The day of what has none but its filing's. */
export function dayOfFiling(
  rule: ObligationRule,
  { period, dueOn, openedAt, ...filing }: BegunFiling,
  calendar: WorkCalendar,
): ObligationDay {
  const { id, of, clause, source, dueSource } = rule
  const dueAt = dueAtOf({ dueOn, ...filing })
  const named = {
    kind: id,
    of,
    period,
    namedOn: dueOn,
    dueOn,
    dueAt,
    opensOn: dayOf(openedAt),
    locksOn: locksOn(rule, dueOn),
  }
  return { ...named, reminders: [], provisional: calendar.isProvisional(dueOn), clause, source, dueSource }
}

/** Where one begun filing stands by the calendar. */
export async function standingNow(
  tx: Tx,
  duty: Duty<ObligationId>,
  { id, ...due }: { readonly id: string } & DueMoment,
  now: Date,
): Promise<Standing> {
  const exception = await openException(tx, filingKeyOf(duty), dayOf(now))
  const { dueOn } = due
  const deadline = { dueOn, dueAt: dueAtOf(due), opensOn: onceBegun, locksOn: locksOn(duty.rule, dueOn) }
  return standing(deadline, { filedAt: await filedAtOf(tx, id), exception }, now, await workCalendarOf(tx))
}

/** The instant at which something is due by the hour; null where it is in time for the whole of its day. */
export function hourOf({ filing }: { readonly filing: Pick<OwedFiling, 'dueAt'> | null }): string | null {
  return filing?.dueAt?.toISOString() ?? null
}

type DueMoment = Pick<OwedFiling, 'dueOn' | 'dueAt'>

/** The instant until which a filing is in time: its own where it is due by the hour, else the end of its day. */
export function dueAtOf({ dueOn, dueAt }: DueMoment): Date {
  return dueAt ?? endOfDay(dueOn)
}

/** A filing keeps the due day it was opened with; those of one day share it. */
export function movedTo(day: ObligationDay, rule: ObligationRule): (filing: DueMoment) => ObligationDay {
  const moved = new Map<Day, ObligationDay>()
  return ({ dueOn, dueAt }) => {
    if (day.dueOn === dueOn) return day
    const found = dueAt === null ? moved.get(dueOn) : undefined
    if (found) return found
    const at = { ...day, dueOn, dueAt: dueAtOf({ dueOn, dueAt }), locksOn: locksOn(rule, dueOn) }
    if (dueAt === null) moved.set(dueOn, at)
    return at
  }
}
