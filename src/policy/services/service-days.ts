import { type Day, isDay } from '../../shared/dates.ts'
import type { Refusal } from '../../shared/refusal.ts'
import type { Text } from '../../shared/words.ts'
import type { Period } from '../editions/edition.ts'
import { both, refuse, refuseDay } from '../guide/refuse.ts'
import type { Service } from './service.ts'

/** The day of an earlier step, with what that day is called. */
export type Earlier = Text & { readonly on: Day }

const dayNames = {
  diagnosis: { zh: '诊断日期', en: 'the day of the diagnosis' },
  need: { zh: '需求日期', en: 'the day of the need' },
  selection: { zh: '选定日期', en: 'the day of the choice' },
  contract: { zh: '合同签订日期', en: 'the day of the contract' },
  visit: { zh: '最近一次服务日期', en: 'the day of the last visit' },
  dispute: { zh: '企业提出异议的日期', en: 'the day of the dispute' },
} as const satisfies Record<string, Text>

export function earlier(step: keyof typeof dayNames, on: Day): Earlier {
  return { on, ...dayNames[step] }
}

/** Whether a day can be the day of a service's step: a real day, inside the period (G3.2), not in the future, not before `notBefore`. */
export function checkDay(
  day: Day,
  given: { readonly period: Period; readonly today: Day; readonly notBefore: Earlier | null; readonly field: string },
): Refusal | null {
  const { period, today, notBefore, field } = given
  if (!isDay(day)) return refuseDay(day, null, field)
  if (day > today) return refuse('common.day-in-future', 'G3.4', { day, today }, field)
  if (day < period.from || day > period.to) {
    return refuse('services.outside-period', 'G3.2', { day, from: period.from, to: period.to }, field)
  }
  if (notBefore !== null && day < notBefore.on)
    return refuse(
      'services.before-step-before',
      'G3.4',
      { day, before: notBefore.on, ...both('step', notBefore) },
      field,
    )
  return null
}

/** Steps of a service whose day its people say; the others bear the server's own. */
export const datedSteps = ['select', 'contract', 'visit', 'deliver'] as const
export type DatedStep = (typeof datedSteps)[number]

/** The day before which a step cannot have happened: the last of the steps before it, or of the dispute it answers (G3.4). */
export function earliestDay(service: Service, step: DatedStep): Earlier {
  const { openedOn, selection, contract, visits, lastDispute } = service
  const signed = contract ? [earlier('contract', contract.signedOn)] : []
  const before: Readonly<Record<DatedStep, readonly Earlier[]>> = {
    select: [],
    contract: selection ? [earlier('selection', selection.on)] : [],
    visit: signed,
    deliver: [
      ...signed,
      ...visits.map((visit) => earlier('visit', visit.on)),
      ...(lastDispute ? [earlier('dispute', lastDispute.on)] : []),
    ],
  }
  return before[step].reduce((last, one) => (one.on >= last.on ? one : last), earlier('need', openedOn))
}

/** First and last day that a step can bear today (G3.2, G3.4). */
export function daysFor(service: Service, step: DatedStep, { period, today }: { period: Period; today: Day }) {
  return { from: latest(period.from, earliestDay(service, step).on), to: [today, period.to].sort()[0] ?? today }
}

const latest = (first: Day, ...others: Day[]): Day => [first, ...others].sort().at(-1) ?? first
