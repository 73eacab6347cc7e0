import { type Day, isDay } from '../../shared/dates.ts'
import type { Refusal } from '../../shared/refusal.ts'
import type { Period } from '../editions/edition.ts'
import { refuse } from '../guide/refuse.ts'

/** Whether a day can be the day of a service's step: a real day, inside the period (G3.2), not in the future, not before `notBefore`. */
export function checkDay(
  day: Day,
  given: { readonly period: Period; readonly today: Day; readonly notBefore: Day | null; readonly field: string },
): Refusal | null {
  const { period, today, notBefore, field } = given
  if (!isDay(day)) return refuse('common.bad-day', null, { day }, field)
  if (day > today) return refuse('common.day-in-future', 'G3.4', { day, today }, field)
  if (day < period.from || day > period.to) {
    return refuse('services.outside-period', 'G3.2', { day, from: period.from, to: period.to }, field)
  }
  if (notBefore !== null && day < notBefore)
    return refuse('services.before-step-before', 'G3.4', { day, before: notBefore }, field)
  return null
}
