import { addDays, type Day, isDay, quarterDays, quarterOf } from './dates.ts'
import type { Text } from './words.ts'

/** How often something returns. */
export type Cadence = 'month' | 'quarter' | 'half-year'

/** A month `2026M04`, a quarter `2026Q2` or a half-year `2026H1` of the calendar. Periods of one cadence compare as text. */
export type PeriodCode = string

const shapes: Readonly<Record<Cadence, RegExp>> = {
  month: /^\d{4}M(0[1-9]|1[0-2])$/,
  quarter: /^\d{4}Q[1-4]$/,
  'half-year': /^\d{4}H[12]$/,
}

/** Null when the text is no period at all. */
export function cadenceOf(code: string): Cadence | null {
  return (Object.keys(shapes) as Cadence[]).find((cadence) => shapes[cadence].test(code)) ?? null
}

export function isPeriod(code: string): code is PeriodCode {
  return cadenceOf(code) !== null
}

/** The `no`-th period of a year, from 1. */
export function periodCode(cadence: Cadence, year: number, no: number): PeriodCode {
  if (cadence === 'month') return `${year}M${String(no).padStart(2, '0')}`
  return cadence === 'quarter' ? `${year}Q${no}` : `${year}H${no}`
}

/** The period of that cadence in which a day lies. */
export function periodOf(cadence: Cadence, day: Day): PeriodCode {
  if (cadence === 'quarter') return quarterOf(day)
  const month = Number(day.slice(5, 7))
  return periodCode(cadence, Number(day.slice(0, 4)), cadence === 'month' ? month : month <= 6 ? 1 : 2)
}

/** First and last day. @throws Error for a text that is no period. */
export function periodDays(code: PeriodCode): { from: Day; to: Day } {
  const year = code.slice(0, 4)
  const no = Number(code.slice(5))
  switch (cadenceOf(code)) {
    case 'month':
      return { from: `${year}-${code.slice(5)}-01`, to: lastDayOf(Number(year), no) }
    case 'quarter':
      return quarterDays(code)
    case 'half-year':
      return no === 1 ? { from: `${year}-01-01`, to: `${year}-06-30` } : { from: `${year}-07-01`, to: `${year}-12-31` }
    default:
      throw new Error(`no period: ${code}`)
  }
}

function lastDayOf(year: number, month: number): Day {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}

export function nextPeriod(code: PeriodCode): PeriodCode {
  const cadence = cadenceOf(code)
  if (!cadence) throw new Error(`no period: ${code}`)
  return periodOf(cadence, addDays(periodDays(code).to, 1))
}

/** Periods of a cadence from one on, as long as they begin by `lastDay`. */
export function periodsUntil(first: PeriodCode, lastDay: Day): PeriodCode[] {
  if (!isDay(lastDay)) throw new Error(`no day: ${lastDay}`)
  const found: PeriodCode[] = []
  for (let code = first; periodDays(code).from <= lastDay; code = nextPeriod(code)) found.push(code)
  return found
}

const quarterNames = ['一', '二', '三', '四']

/** '2026年二季度', '2026 Q2'. */
export function periodName(code: PeriodCode): Text {
  const year = code.slice(0, 4)
  const no = Number(code.slice(5))
  switch (cadenceOf(code)) {
    case 'month':
      return { zh: `${year}年${no}月`, en: `${year}-${code.slice(5)}` }
    case 'quarter':
      return { zh: `${year}年${quarterNames[no - 1]}季度`, en: `${year} Q${no}` }
    case 'half-year':
      return { zh: `${year}年${no === 1 ? '上' : '下'}半年`, en: `${year} H${no}` }
    default:
      return { zh: code, en: code }
  }
}
