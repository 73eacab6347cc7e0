import type { Actor } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import {
  type FilingException,
  locksOn,
  type ObligationDay,
  obligationDays,
  type Standing,
  standing,
} from '../../../policy/calendar/deadlines.ts'
import type { WorkCalendar } from '../../../policy/calendar/working-days.ts'
import { type Edition, obligationOf } from '../../../policy/editions/edition.ts'
import type { ObligationId, ObligationRule } from '../../../policy/editions/edition-rules.ts'
import { couldBeDone } from '../../../policy/filings/doable.ts'
import { isDone } from '../../../policy/filings/filing.ts'
import { type NextStep, nextSteps, waitsSince } from '../../../policy/filings/filing-steps.ts'
import { type Day, dayOf, endOfDay } from '../../../shared/dates.ts'
import { workCalendarOf } from '../../programme/rest-days/public.ts'
import { type Duty, type FilingPilot, filingKeyOf, keyOf, type ObligedUnit } from './duty.ts'
import { openException, openExceptions } from './exceptions.ts'
import { filedAtOf } from './filed-on.ts'
import { type ObligedUnits, obligedUnitsByBatch } from './obliged-units.ts'
import { type OwedFiling, owedFilings } from './owed-filings.ts'
import { scopeBelow } from './scopes.ts'

/** One thing that one unit owes, begun or not, with where it stands and who is waited for. */
export type Owed = Duty<ObligationId> & {
  /** Its day: the one its filing was opened with, else the edition's. */
  readonly day: ObligationDay
  /** Null while nobody has begun. */
  readonly filing: OwedFiling | null
  /** Of what a county hands on: the pilot whose filing it is; null for what is filed. */
  readonly handsOn: FilingPilot | null
  /** The exception that holds it open, or null. */
  readonly exception: FilingException | null
  readonly standing: Standing
  /** What has to be done about it now; nothing once it is over. */
  readonly next: readonly NextStep[]
  /** Since when that waits; null while nobody has begun. */
  readonly since: Date | null
  readonly isDone: boolean
}

/** `unitId`: a unit and all below it; `from`, `to`: due days. */
export type Narrowing = {
  readonly batchId?: string | undefined
  readonly unitId?: string | undefined
  readonly kinds?: readonly ObligationId[] | undefined
  readonly from?: Day | undefined
  readonly to?: Day | undefined
}

/**
 * Everything that the units in the reader's area owe, batch by batch: what has a day of its own, begun or not, and what just
 * happens once it is begun. A fixed number of statements. @throws HttpError 404 for a unit outside the area.
 */
export async function owedIn(tx: Tx, reader: Pick<Actor, 'scope'>, asked: Narrowing, now: Date): Promise<Owed[]> {
  const { batchId, unitId, kinds, from = '', to = '9999' } = asked
  const today = dayOf(now)
  const scope = await scopeBelow(tx, reader, unitId)
  const filings = await owedFilings(tx, scope, { batchId, kinds })
  const exceptions = await openExceptions(tx, today)
  const calendar = await workCalendarOf(tx)
  const owed = (await obligedUnitsByBatch(tx, scope, { batchId })).flatMap((batch) =>
    owedInBatch(batch, { kinds, filings, exceptions, now, today, calendar }),
  )
  return owed.filter(({ day }) => from <= day.dueOn && day.dueOn <= to)
}

type BatchFacts = {
  readonly kinds: Narrowing['kinds']
  readonly filings: ReadonlyMap<string, OwedFiling>
  readonly exceptions: ReadonlyMap<string, FilingException>
  readonly now: Date
  readonly today: Day
  readonly calendar: WorkCalendar
}

function owedInBatch({ batch, units }: ObligedUnits, facts: BatchFacts): Owed[] {
  const { now, today, calendar } = facts
  const dated = datedDuties({ batch, units }, facts).flatMap(([day, alike]) => {
    const { kind, period } = day
    const rule = obligationOf(batch.edition, kind)
    // Most are not begun and stand alike: their working days are counted once.
    const unbegun = { standing: standing(day, { filedAt: null }, now, calendar), next: nextSteps(rule, null) }
    return alike.flatMap((obliged): Owed[] => {
      const key = keyOf({ batchId: batch.id, unitId: obliged.unit.id, kind, period })
      const filing = facts.filings.get(key) ?? null
      const exception = facts.exceptions.get(key) ?? null
      const duty = { kind, rule, period, batch, ...obliged, day, filing, handsOn: null, exception }
      if (filing) return [begun({ ...duty, day: movedTo(day, filing, rule) }, filing, facts)]
      if (!isDoable(duty, today)) return []
      const stands = exception ? standing(day, { filedAt: null, exception }, now, calendar) : unbegun.standing
      return [{ ...duty, standing: stands, next: unbegun.next, since: null, isDone: false }]
    })
  })
  return [...dated, ...happened({ batch, units }, facts)]
}

/** Each duty of a batch that has a day, in the order of their days, with all who owe it on that day: those who joined together. */
function datedDuties({ batch, units }: ObligedUnits, { kinds, calendar }: BatchFacts) {
  const { edition, firstYear } = batch
  const duties = Object.entries(units).flatMap(([owner, obliged]) =>
    [...Map.groupBy(obliged, ({ joinedOn }) => joinedOn)].flatMap(([joinedOn, alike]) =>
      obligationDays(edition, firstYear, calendar, joinedOn)
        .filter(({ kind, of }) => of === owner && (kinds?.includes(kind) ?? true))
        .map((day) => [day, alike] as const),
    ),
  )
  const order = ([{ dueOn, period }]: (typeof duties)[number]) => `${dueOn} ${period}`
  return duties.sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0))
}

/** Whether what nobody has begun could be done by its day, by what its pilot has. */
export function isDoable(
  of: Pick<Owed, 'kind'> & {
    readonly day: Pick<ObligationDay, 'dueOn'>
    readonly pilots: readonly Pick<FilingPilot, 'planOn'>[]
  },
  today: Day,
): boolean {
  return of.pilots.some(({ planOn }) => couldBeDone(of.kind, of.day.dueOn, planOn, today))
}

/** What has no day of its own and just happens, as major matters do: on the day its filing says. */
function happened({ batch, units }: ObligedUnits, facts: BatchFacts): Owed[] {
  const { kinds, filings, calendar } = facts
  const rules = new Map(atOnce(batch.edition, kinds).map((rule) => [rule.id as string, rule]))
  if (rules.size === 0) return []
  const obliged = new Map<string, ObligedUnit>(
    [...units.pilot, ...units.county, ...units.province].map((one) => [one.unit.id, one]),
  )
  return [...filings.values()].flatMap((filing) => {
    const rule = filing.batchId === batch.id ? rules.get(filing.kind) : undefined
    const unit = obliged.get(filing.unitId)
    if (!rule || !unit) return []
    const { period } = filing
    const duty = {
      kind: rule.id,
      rule,
      period,
      batch,
      ...unit,
      day: dayOfFiling(rule, filing, calendar),
      handsOn: null,
      exception: null,
    }
    return [begun({ ...duty, filing }, filing, facts)]
  })
}

function atOnce({ obligations }: Edition, kinds: Narrowing['kinds']): ObligationRule[] {
  return obligations.filter(({ id, due }) => due.by === 'at-once' && (kinds?.includes(id) ?? true))
}

function dayOfFiling(
  rule: ObligationRule,
  { period, dueOn, openedOn, ...filing }: OwedFiling,
  calendar: WorkCalendar,
): ObligationDay {
  const { id, of, clause, source, dueSource } = rule
  const dueAt = dueAtOf({ dueOn, ...filing })
  const named = { kind: id, of, period, namedOn: dueOn, dueOn, dueAt, opensOn: openedOn, locksOn: locksOn(rule, dueOn) }
  return { ...named, reminders: [], provisional: calendar.isProvisional(dueOn), clause, source, dueSource }
}

/** What is begun can be filed: it waits for no day of its own. */
const onceBegun: Day = ''

type Begun = Omit<Owed, 'standing' | 'next' | 'since' | 'isDone'>

function begun(duty: Begun, filing: OwedFiling, { now, calendar }: Pick<BatchFacts, 'now' | 'calendar'>): Owed {
  const { rule, day, exception } = duty
  const { state, filedAt } = filing
  return {
    ...duty,
    standing: standing({ ...day, opensOn: onceBegun }, { filedAt, exception }, now, calendar),
    next: nextSteps(rule, filing),
    since: waitsSince(rule, state, filing),
    isDone: isDone({ rule, state }),
  }
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
export function hourOf({ filing }: Pick<Owed, 'filing'>): string | null {
  return filing?.dueAt?.toISOString() ?? null
}

type DueMoment = Pick<OwedFiling, 'dueOn' | 'dueAt'>

/** The instant until which a filing is in time: its own where it is due by the hour, else the end of its day. */
function dueAtOf({ dueOn, dueAt }: DueMoment): Date {
  return dueAt ?? endOfDay(dueOn)
}

/** A filing keeps the due day it was opened with. */
function movedTo(day: ObligationDay, { dueOn, dueAt }: DueMoment, rule: ObligationRule): ObligationDay {
  if (day.dueOn === dueOn) return day
  return { ...day, dueOn, dueAt: dueAtOf({ dueOn, dueAt }), locksOn: locksOn(rule, dueOn) }
}
