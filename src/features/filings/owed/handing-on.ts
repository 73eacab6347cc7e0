import type { Actor } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { standing } from '../../../policy/calendar/deadlines.ts'
import type { KnownCalendars } from '../../../policy/calendar/rest-days.ts'
import type { WorkCalendar } from '../../../policy/calendar/working-days.ts'
import { type PassingOn, passingOn, passingOnName } from '../../../policy/plan/passing-on.ts'
import { type Day, dayOf, endOfDay } from '../../../shared/dates.ts'
import { knownCalendarsOf } from '../../programme/rest-days/public.ts'
import type { FilingPilot, ObligedUnit } from './duty.ts'
import { type Narrowing, type Owed, owedIn } from './owed.ts'
import type { OwedFiling } from './owed-filings.ts'
import { scopeBelow } from './scopes.ts'
import { turnsOf } from './turns.ts'

/**
 * What `owedIn` tells, with each county's own duty of handing on what its parks file, where the edition names a time (G5.5): one
 * for each filing, told apart by `pilotId` and `handsOn`, from the submission on, filed when the county has handed it on.
 */
export async function owedAndHandedOn(
  tx: Tx,
  reader: Pick<Actor, 'scope'>,
  asked: Narrowing,
  now: Date,
): Promise<Owed[]> {
  const { from = '', to = '9999', ...wide } = asked
  // Its day lies behind that of the report, so that the report may stand outside the days asked for.
  const all = await owedIn(tx, reader, { ...wide, unbegun: { from, to } }, now)
  const known = await knownCalendarsOf(tx)
  const owed = [
    ...all,
    ...(await handedOn(tx, await scopeBelow(tx, reader, asked.unitId), all, now, known)).map((one) => one.duty),
  ]
  return owed.filter(({ day }) => from <= day.dueOn && day.dueOn <= to)
}

type Handed = {
  readonly owed: Owed
  readonly filing: OwedFiling
  readonly pilot: FilingPilot
  readonly unit: ObligedUnit['unit']
}

/** A last day for handing on that another calendar moves. */
export type HandingOnMove = { readonly owed: Owed; readonly from: Day; readonly to: Day }

/** What `after` moves of what counties have to hand on; what is over stays as it was. */
export async function movedHandingOns(
  tx: Tx,
  reader: Pick<Actor, 'scope'>,
  after: WorkCalendar,
  now: Date,
): Promise<HandingOnMove[]> {
  const [known, all] = [await knownCalendarsOf(tx), await owedIn(tx, reader, {}, now)]
  const dayOn = async (calendars: KnownCalendars) => handedOn(tx, reader.scope, all, now, calendars)
  const moved = new Map(
    (await dayOn([...known, { since: now, calendar: after }])).map(({ duty, by }) => [duty.filing?.filingId, by]),
  )
  return (await dayOn(known)).flatMap(({ duty: owed, by: from }): HandingOnMove[] => {
    const to = moved.get(owed.filing?.filingId)
    return to === undefined || to === from ? [] : [{ owed, from, to }]
  })
}

/** The county's duty, and until when it hands on what it has now; of what it has not, until when it did. */
type HandedOn = { readonly duty: Owed; readonly by: Day }

async function handedOn(
  tx: Tx,
  scope: string,
  all: readonly Owed[],
  now: Date,
  calendars: KnownCalendars,
): Promise<HandedOn[]> {
  const filed = all.flatMap((owed) => {
    const [pilot] = owed.pilots
    const { rule, filing } = owed
    if (!rule.passOn || rule.of !== 'pilot' || !filing || !pilot) return []
    return [{ owed, filing, pilot, rule, filingId: filing.filingId }]
  })
  if (filed.length === 0) return []
  const counties = await unitsOf(tx, [...new Set(filed.map(({ pilot }) => pilot.countyId))])
  const turns = await turnsOf(tx, filed)
  const { calendar } = calendars.at(-1) ?? calendars[0]
  return filed.flatMap(({ filingId, rule, ...of }) => {
    const unit = counties.get(of.pilot.countyId)
    const on = passingOn(rule, turns.get(filingId) ?? [], now, calendars)
    // Who sees one park of a county does not see what the county owes.
    return on && unit?.scope.startsWith(scope)
      ? [{ duty: handingOn({ ...of, unit }, on, { now, calendar }), by: on.openBy ?? on.by }]
      : []
  })
}

function handingOn(
  { owed, filing, pilot, unit }: Handed,
  { by, doneAt }: PassingOn,
  { now, calendar }: { readonly now: Date; readonly calendar: WorkCalendar },
): Owed {
  const { rule, day, next } = owed
  const due = { dueOn: by, dueAt: endOfDay(by), opensOn: day.opensOn, locksOn: null }
  const dueSource = rule.passOn?.source ?? rule.dueSource
  const isDone = doneAt !== null
  return {
    ...owed,
    unit,
    rule: { ...rule, of: 'county', ...passingOnName(rule) },
    day: {
      ...day,
      ...due,
      of: 'county',
      namedOn: by,
      reminders: [],
      provisional: calendar.isProvisional(by),
      dueSource,
    },
    filing: { ...filing, dueOn: by, dueAt: null, filedAt: doneAt, filedOn: doneAt && dayOf(doneAt) },
    handsOn: pilot,
    exception: null,
    standing: standing({ ...due, opensOn: '' }, { filedAt: doneAt }, now, calendar),
    next: isDone ? [] : next.filter(({ seat }) => seat?.startsWith('county-') ?? false),
    isDone,
  }
}

async function unitsOf(tx: Tx, ids: readonly string[]): Promise<Map<string, ObligedUnit['unit']>> {
  const rows = await tx
    .selectFrom('units')
    .select(['id', 'kind', 'name', 'scope'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}
