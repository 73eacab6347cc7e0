import type { WorkCalendar } from '../../../src/policy/calendar/working-days.ts'
import type { ObligationRule } from '../../../src/policy/editions/edition-rules.ts'
import { addDays, type Day, dayOf, endOfDay, startOfDay } from '../../../src/shared/dates.ts'

export type KnownOpinion = { readonly seat: string; readonly verdict: string; readonly at: Date }
/** One submission, with every opinion that was given on it. */
export type Sent = { readonly at: Date; readonly opinions: readonly KnownOpinion[] }

/** From when until when the county had a matter, and when both of its seats had spoken for it. */
type Stay = { readonly from: Date; readonly until: Date | null; readonly doneAt: Date | null }
/** A calendar, and since when it is known. */
type Known = { readonly since: Date; readonly calendar: WorkCalendar }
/** `openBy`: the last day of the round in which the county has it now. */
type Round = { readonly dueOn: Day; readonly doneAt: Date | null; readonly openBy: Day | null }

/**
 * The county's own duty about what one park has filed, in the model's own words: walked day by day, it has so many working days
 * that begin with the matter on its desk, and hands it on by the end of the last of them. Null where nothing is asked of it.
 * `sent`: the submissions that stand, in order.
 */
export function handingOnOf(
  { passOn, opinions }: Pick<ObligationRule, 'passOn' | 'opinions'>,
  sent: readonly Sent[],
  now: Date,
  calendars: readonly Known[],
): Round | null {
  if (!passOn) return null
  const county = opinions.filter((seat) => seat.startsWith('county-'))
  const rounds = roundsOf(sent.map((one) => stayOf(one, county))).flatMap((stays): Round[] => {
    const dueOn = lastDay(stays, passOn.workingDays, heldAgainst(stays, passOn.workingDays, calendars))
    const last = stays.at(-1)
    const openBy = last && last.doneAt === null && last.until === null ? dueOn : null
    return dueOn === null ? [] : [{ dueOn, doneAt: last?.doneAt ?? null, openBy }]
  })
  const isLate = ({ dueOn, doneAt }: Round) => (doneAt ?? now).getTime() > endOfDay(dueOn).getTime()
  const stillOpen = rounds.find((round) => round.doneAt === null && isLate(round))
  const found = stillOpen ?? rounds.find(isLate) ?? rounds.at(-1)
  return found ? { ...found, openBy: rounds.at(-1)?.openBy ?? null } : null
}

function stayOf({ at, opinions }: Sent, county: readonly string[]): Stay {
  const approvals = county.map(
    (seat) => opinions.find((one) => one.seat === seat && one.verdict === 'approve')?.at.getTime() ?? null,
  )
  const isDone = approvals.length > 0 && approvals.every((one) => one !== null)
  const doneAt = isDone ? new Date(Math.max(...approvals.map(Number))) : null
  const back = opinions.find(({ verdict }) => verdict === 'return')?.at ?? null
  // What the province sends back later leaves the county's round as it was.
  return { from: at, until: doneAt ? null : back, doneAt }
}

/** A round ends when the matter is handed on. */
function roundsOf(stays: readonly Stay[]): Stay[][] {
  const rounds: Stay[][] = []
  for (const [at, stay] of stays.entries()) {
    if (at === 0 || stays[at - 1]?.doneAt) rounds.push([])
    rounds.at(-1)?.push(stay)
  }
  return rounds
}

/** The calendar of the day on which the round ended, by its last day or by being handed on; the newest while it goes on. */
function heldAgainst(stays: readonly Stay[], workingDays: number, calendars: readonly Known[]): WorkCalendar {
  const ended = calendars.find((_, at) => {
    const next = calendars[at + 1]
    const here = calendars[at]
    if (!next || !here) return false
    const then = stays
      .filter(({ from }) => from <= next.since)
      .map((stay) => ({ ...stay, until: stay.until && stay.until <= next.since ? stay.until : null }))
    const due = lastDay(then, workingDays, here.calendar)
    const isDone = stays.some(({ doneAt }) => doneAt && doneAt <= next.since)
    return isDone || (due !== null && next.since.getTime() > endOfDay(due).getTime())
  })
  const found = ended ?? calendars.at(-1)
  if (!found) throw new Error('no calendar is known')
  return found.calendar
}

/** Null while the park has it back in time: nobody knows yet which day it will be. */
function lastDay(stays: readonly Stay[], workingDays: number, calendar: WorkCalendar): Day | null {
  const [first] = stays
  if (!first) return null
  const isThere = (at: Date) => stays.some(({ from, until }) => from < at && (until === null || at <= until))
  const leftFor = stays.at(-1)?.until
  let left = workingDays
  for (let day = dayOf(first.from); !leftFor || day <= dayOf(leftFor); day = addDays(day, 1)) {
    if (!calendar.isWorkingDay(day)) continue
    if (isThere(startOfDay(day))) left--
    if (left <= 0 && isThere(endOfDay(day))) return day
  }
  return null
}
