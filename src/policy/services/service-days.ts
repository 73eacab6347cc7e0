import { type Day, isDay } from '../../shared/dates.ts'
import type { Refusal } from '../../shared/refusal.ts'
import type { Period } from '../editions/edition.ts'
import { refuse, refuseDay } from '../guide/refuse.ts'
import type { Service } from './service.ts'

/** Whether a day can be the day of a service's step: a real day, inside the period (G3.2), not in the future, not before `notBefore`. */
export function checkDay(
  day: Day,
  given: { readonly period: Period; readonly today: Day; readonly notBefore: Day | null; readonly field: string },
): Refusal | null {
  const { period, today, notBefore, field } = given
  if (!isDay(day)) return refuseDay(day, null, field)
  if (day > today) return refuse('common.day-in-future', 'G3.4', { day, today }, field)
  if (day < period.from || day > period.to) {
    return refuse('services.outside-period', 'G3.2', { day, from: period.from, to: period.to }, field)
  }
  if (notBefore !== null && day < notBefore)
    return refuse('services.before-step-before', 'G3.4', { day, before: notBefore }, field)
  return null
}

/** Steps of a service whose day its people say; the others bear the server's own. */
export const datedSteps = ['select', 'contract', 'visit', 'deliver'] as const
export type DatedStep = (typeof datedSteps)[number]

/** The day before which a step cannot have happened: the last of the steps before it, or of the dispute it answers (G3.4). */
export function earliestDay(service: Service, step: DatedStep): Day {
  const { openedOn, selection, contract, visits, lastDispute } = service
  const before: Readonly<Record<DatedStep, readonly (Day | undefined)[]>> = {
    select: [],
    contract: [selection?.on],
    visit: [contract?.signedOn],
    deliver: [contract?.signedOn, lastDispute?.on, ...visits.map((visit) => visit.on)],
  }
  return latest(openedOn, ...before[step].filter((day) => day !== undefined))
}

/** First and last day that a step can bear today (G3.2, G3.4). */
export function daysFor(service: Service, step: DatedStep, { period, today }: { period: Period; today: Day }) {
  return { from: latest(period.from, earliestDay(service, step)), to: [today, period.to].sort()[0] ?? today }
}

const latest = (first: Day, ...others: Day[]): Day => [first, ...others].sort().at(-1) ?? first
