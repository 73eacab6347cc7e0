import type { Actor } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import type { FilingException, ObligationDay, Standing } from '../../../policy/calendar/deadlines.ts'
import { knownDays } from '../../../policy/calendar/known-days.ts'
import { type Edition, obligationOf } from '../../../policy/editions/edition.ts'
import type { ObligationId, ObligationRule } from '../../../policy/editions/edition-rules.ts'
import { couldBeDone } from '../../../policy/filings/doable.ts'
import { isDone } from '../../../policy/filings/filing.ts'
import { type NextStep, nextSteps, waitsSince } from '../../../policy/filings/filing-steps.ts'
import { type Day, dayOf } from '../../../shared/dates.ts'
import { workCalendarOf } from '../../programme/rest-days/public.ts'
import { type Duty, type FilingKey, type FilingPilot, keyOf, type ObligedUnit } from './duty.ts'
import { openExceptions } from './exceptions.ts'
import { dayOfFiling, type Moment, movedTo, onceBegun, standingAt } from './filing-days.ts'
import { type ObligedUnits, obligedUnitsByBatch } from './obliged-units.ts'
import {
  type BegunFiling,
  begunFilings,
  type Ended,
  endedFilings,
  type FilingsOfBatch,
  filingKey,
  type OwedFiling,
} from './owed-filings.ts'
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
  /** Since when that waits; null while nobody has begun, and once it is over. */
  readonly since: Date | null
  readonly isDone: boolean
}

/**
 * `unitId`: a unit and all below it; `from`, `to`: due days; `unbegun`: those of what nobody has begun, of which `come` leaves out what
 * is not for now: about a period that is not over, or due in a later year.
 */
export type Narrowing = {
  readonly batchId?: string | undefined
  readonly unitId?: string | undefined
  readonly kinds?: readonly ObligationId[] | undefined
  readonly from?: Day | undefined
  readonly to?: Day | undefined
  readonly unbegun?:
    | { readonly from?: Day | undefined; readonly to?: Day | undefined; readonly come?: true }
    | undefined
}

/**
 * Everything that the units in the reader's area owe, batch by batch: what has a day of its own, begun or not, and what just
 * happens once it is begun. A fixed number of statements. @throws HttpError 404 for a unit outside the area.
 */
export async function owedIn(tx: Tx, reader: Pick<Actor, 'scope'>, asked: Narrowing, now: Date): Promise<Owed[]> {
  return (await looked(tx, reader, asked, now, true)).owed
}

/** `isOver`: whether a unit has one of a kind that is over. */
export type Waiting = { readonly owed: Owed[]; readonly isOver: (of: Pick<Owed, 'batch' | 'unit' | 'kind'>) => boolean }

/** The same without what is over: of that, only that it is. */
export async function waitingIn(tx: Tx, reader: Pick<Actor, 'scope'>, asked: Narrowing, now: Date): Promise<Waiting> {
  const { owed, ended } = await looked(tx, reader, asked, now, false)
  const over = [...ended].flatMap(([batchId, keys]) =>
    [...keys].map(([key, units]) => ({ batchId, kind: key.split(' ')[0], units })),
  )
  const done = new Set(owed.filter(({ isDone }) => isDone).map(kindOfUnit))
  const isOver: Waiting['isOver'] = ({ batch, unit, kind }) =>
    over.some((one) => one.kind === kind && one.batchId === batch.id && one.units.has(unit.id)) ||
    done.has(kindOfUnit({ batch, unit, kind }))
  return { owed: owed.filter(({ isDone }) => !isDone), isOver }
}

/** The same of everything that is owed, where it was read already. */
export function waitingOf(owed: readonly Owed[]): Waiting {
  const done = new Set(owed.filter(({ isDone }) => isDone).map(kindOfUnit))
  return { owed: owed.filter(({ isDone }) => !isDone), isOver: (of) => done.has(kindOfUnit(of)) }
}

function kindOfUnit({ batch, unit, kind }: Pick<Owed, 'batch' | 'unit' | 'kind'>): string {
  return `${batch.id} ${unit.id} ${kind}`
}

async function looked(
  tx: Tx,
  reader: Pick<Actor, 'scope'>,
  asked: Narrowing,
  now: Date,
  overToo: boolean,
): Promise<{ owed: Owed[]; ended: ReadonlyMap<string, Ended> }> {
  const { batchId, unitId, kinds, from = '', to = '9999', unbegun = asked } = asked
  const today = dayOf(now)
  const scope = await scopeBelow(tx, reader, unitId)
  const filings = await begunFilings(tx, scope, { batchId, kinds, overToo })
  const ended = overToo ? new Map<string, Ended>() : await endedFilings(tx, scope, { batchId, kinds })
  const exceptions = await openExceptions(tx, today)
  const calendar = await workCalendarOf(tx)
  const batches = await obligedUnitsByBatch(tx, scope, { batchId })
  const unfiled = new Map<string, Standing>()
  const owed = batches.flatMap((batch) =>
    owedInBatch(batch, {
      kinds,
      filings: filings.get(batch.batch.id) ?? new Map(),
      ended: ended.get(batch.batch.id) ?? new Map(),
      exceptions,
      now,
      today,
      calendar,
      unbegun,
      unfiled,
    }),
  )
  return { owed: owed.filter(({ day }) => from <= day.dueOn && day.dueOn <= to), ended }
}

type BatchFacts = Moment & {
  readonly kinds: Narrowing['kinds']
  /** Of this batch, as is what is over. */
  readonly filings: FilingsOfBatch
  readonly ended: Ended
  readonly unbegun: NonNullable<Narrowing['unbegun']>
  readonly exceptions: ReadonlyMap<string, FilingException>
  readonly today: Day
}

function owedInBatch({ batch, units }: ObligedUnits, facts: BatchFacts): Owed[] {
  const { today } = facts
  const { from = '', to = '9999', come = false } = facts.unbegun
  const dated = datedDuties({ batch, units }, facts).flatMap(([day, alike]) => {
    const { kind, period } = day
    const rule = obligationOf(batch.edition, kind)
    const unbegun = { standing: standingAt(day, { filedAt: null }, facts), next: nextSteps(rule, null) }
    const hasCome = !come || day.opensOn <= today
    const isAsked = hasCome && from <= day.dueOn && day.dueOn <= to
    const key = filingKey({ kind, period })
    const [filings, ended] = [facts.filings.get(key), facts.ended.get(key)]
    const owed: Owed[] = []
    // Most days are neither asked for nor begun by anybody.
    if (!filings && !isAsked) return owed
    const onDayOf = movedTo(day, rule)
    for (const { pilotId, unit, countyId, joinedOn, pilots } of alike) {
      const filing = filings?.get(unit.id) ?? null
      if (!filing && !(isAsked && isDoable({ kind, day, pilots }, today))) continue
      if (ended?.has(unit.id)) continue
      const exception = exceptionOf(facts, { batchId: batch.id, unitId: unit.id, kind, period })
      const duty = { kind, rule, period, batch, pilotId, unit, countyId, joinedOn, pilots, handsOn: null, exception }
      if (filing) {
        owed.push(begun(duty, onDayOf(filing), filing, facts))
        continue
      }
      const stands = exception ? standingAt(day, { filedAt: null, exception }, facts) : unbegun.standing
      owed.push({ ...duty, day, filing, standing: stands, next: unbegun.next, since: null, isDone: false })
    }
    return owed
  })
  return [...dated, ...happened({ batch, units }, facts)]
}

function exceptionOf({ exceptions }: BatchFacts, of: FilingKey): FilingException | null {
  // On most days there is none.
  return exceptions.size === 0 ? null : (exceptions.get(keyOf(of)) ?? null)
}

/** Each duty of a batch that has a day, in the order of their days, with all who owe it on that day: those who joined together. */
function datedDuties({ batch, units }: ObligedUnits, { kinds, calendar }: BatchFacts) {
  const { edition, firstYear } = batch
  const duties = Object.entries(units).flatMap(([owner, obliged]) =>
    [...Map.groupBy(obliged, ({ joinedOn }) => joinedOn)].flatMap(([joinedOn, alike]) =>
      knownDays(edition, firstYear, calendar, joinedOn)
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
  const owed: Owed[] = []
  for (const filing of [...filings.values()].flatMap((alike) => [...alike.values()])) {
    const rule = rules.get(filing.kind)
    const unit = rule && obliged.get(filing.unitId)
    if (!unit) continue
    const { period } = filing
    const duty = { kind: rule.id, rule, period, batch, ...unit, handsOn: null, exception: null }
    owed.push(begun(duty, dayOfFiling(rule, filing, calendar), filing, facts))
  }
  return owed
}

function atOnce({ obligations }: Edition, kinds: Narrowing['kinds']): ObligationRule[] {
  return obligations.filter(({ id, due }) => due.by === 'at-once' && (kinds?.includes(id) ?? true))
}

type Begun = Omit<Owed, 'day' | 'filing' | 'standing' | 'next' | 'since' | 'isDone'>

function begun(duty: Begun, day: ObligationDay, filing: BegunFiling, facts: BatchFacts): Owed {
  const { rule, exception } = duty
  const { state, filedAt } = filing
  const whole: OwedFiling = { ...filing, spoken: filing.spoken ?? [], toSign: filing.toSign ?? [] }
  const over = isDone({ rule, state })
  return {
    ...duty,
    day,
    filing: whole,
    standing: standingAt({ ...day, opensOn: onceBegun }, { filedAt, exception }, facts),
    next: nextSteps(rule, whole),
    since: over ? null : waitsSince(rule, state, filing),
    isDone: over,
  }
}
