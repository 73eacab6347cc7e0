import { cleanCode, foldWidth, partsDigits, withoutInvisible } from './clean.ts'

/** A calendar day of the programme's zone, `YYYY-MM-DD`. Compares and sorts as text. */
export type Day = string
/** A quarter of the calendar year, `2026Q2`. Compares and sorts as text. */
export type Quarter = string

export const programmeZone = 'Asia/Shanghai'

const dayFormat = new Intl.DateTimeFormat('en-CA', { timeZone: programmeZone, dateStyle: 'short' })

/** Since when the zone is eight hours ahead all the year, ms. */
const withoutSummerTime = Date.UTC(1992, 0)
const aheadMs = 8 * 3_600_000
const dayMs = 86_400_000

/** The programme's calendar day at an instant. */
export function dayOf(instant: Date): Day {
  const at = instant.getTime()
  // The formatter is slow.
  return at > withoutSummerTime ? dayNumbered(Math.floor((at + aheadMs) / dayMs)) : dayFormat.format(instant)
}

/** Days by their number since 1970: pages of a thousand parks ask for the same few thousands of times. */
const numbered = new Map<number, Day>()
const mostNumbered = 20_000

/** @throws RangeError for what is no number of a day. */
function dayNumbered(number: number): Day {
  const known = numbered.get(number)
  if (known !== undefined) return known
  const day = new Date(number * dayMs).toISOString().slice(0, 10)
  if (numbered.size >= mostNumbered) numbered.clear()
  numbered.set(number, day)
  return day
}

const minuteFormat = new Intl.DateTimeFormat('sv-SE', {
  timeZone: programmeZone,
  dateStyle: 'short',
  timeStyle: 'short',
})

/** An instant on the programme's clock, for papers and exports: `2026-11-29 22:05`. */
export function minuteOf(instant: Date): string {
  return minuteFormat.format(instant)
}

/** A minute on the programme's clock, `YYYY-MM-DD HH:mm`. Compares and sorts as text. */
export type Minute = string

/** Whether a text is a minute that exists, of a day known here. */
export function isMinute(text: string): text is Minute {
  return /^.{10} (?:[01]\d|2[0-3]):[0-5]\d$/.test(text) && isDay(text.slice(0, 10))
}

/** A minute as people write it: `2026-11-30 20:15`, `2026/11/30T8:05:30`, `2026年11月30日20时15分`; seconds are left out. Null if it is none. */
export function readMinute(text: string): Minute | null {
  const plain = foldWidth(withoutInvisible(text)).trim()
  const match = /^(.{8,14}?)(?:\s{1,4}|T|(?<=日))(\d{1,2})\s?[:时点]\s?(\d{1,2})分?(?::?\d{2}(?:\.\d{1,9})?秒?)?$/.exec(
    plain,
  )
  const day = readDay(match?.[1] ?? '')
  if (!match || day === null) return null
  const minute = `${day} ${match[2]?.padStart(2, '0')}:${match[3]?.padStart(2, '0')}`
  return isMinute(minute) ? minute : null
}

/** The instant at which a minute of the programme's clock begins. */
export function instantOf(minute: Minute): Date {
  return new Date(`${minute.replace(' ', 'T')}:00+08:00`)
}

/** Years that a day may lie in: nothing here lies further off. */
export const yearsKnown = { first: 1900, last: 2199 } as const

/** Whether a text is a day that exists, in the years known here. */
export function isDay(text: string): text is Day {
  return isCalendarDay(text) && !isDayBeyond(text)
}

/** Whether a day exists, but in no year known here. */
export function isDayBeyond(text: string): boolean {
  const year = Number(text.slice(0, 4))
  return isCalendarDay(text) && (year < yearsKnown.first || year > yearsKnown.last)
}

function isCalendarDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text
}

/** A day as people write it: `2026-5-6`, `2026/5/6`, `2026.5.6`, `2026年5月6日`, `20260506`; null if it is none. */
export function readDay(text: string): Day | null {
  const shown = foldWidth(withoutInvisible(text)).replace(/(?<=[日\d])\s{0,4}T?0?0:00(?::00(?:\.0+)?)?\s*$/i, '')
  if (partsDigits(shown)) return null
  const plain = shown.replace(/\s+/g, '').replace(/[\p{Pd}\u2212]/gu, '-')
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(plain)
  if (!match) return null
  const day = `${match[1]}-${match[2]?.padStart(2, '0')}-${match[3]?.padStart(2, '0')}`
  return isDay(day) ? day : null
}

/** The instant at which a calendar day of the programme begins (the zone has had no summer time since 1991). */
export function startOfDay(day: Day): Date {
  return new Date(`${day}T00:00:00+08:00`)
}

/** The last instant of a calendar day of the programme. */
export function endOfDay(day: Day): Date {
  return new Date(startOfDay(addDays(day, 1)).getTime() - 1)
}

export function addDays(day: Day, days: number): Day {
  return dayNumbered(Math.floor(Date.parse(`${day}T00:00:00Z`) / dayMs + days))
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs)
}

export function quarterOf(day: Day): Quarter {
  return `${day.slice(0, 4)}Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}

export function isQuarter(text: string): text is Quarter {
  return /^\d{4}Q[1-4]$/.test(text)
}

/** A quarter as people write it: `2026Q2`, `2026年第二季度`, `2026年2季度`, `26年二季度`, `Q2 2026`; null for any other text. */
export function readQuarter(text: string): Quarter | null {
  const plain = cleanCode(text)
  const [, year, number] = /^((?:20)?\d{2})(?:Q|年?度?第?(?=.+季)|年Q)([1-4一二三四])(?:季度?)?$/.exec(plain) ?? []
  const [, late, lateYear] = /^Q([1-4])(20\d{2})年?$/.exec(plain) ?? []
  const [of, no] = [year ?? lateYear, number ?? late]
  if (of === undefined || no === undefined) return null
  const digit = '一二三四'.indexOf(no) + 1 || Number(no)
  return `${of.length === 2 ? '20' : ''}${of}Q${digit}`
}

/** First and last day of a quarter. */
export function quarterDays(quarter: Quarter): { from: Day; to: Day } {
  const year = Number(quarter.slice(0, 4))
  const month = (Number(quarter.slice(5)) - 1) * 3
  return {
    from: `${year}-${String(month + 1).padStart(2, '0')}-01`,
    to: new Date(Date.UTC(year, month + 3, 0)).toISOString().slice(0, 10),
  }
}

export function nextQuarter(quarter: Quarter): Quarter {
  return quarterOf(addDays(quarterDays(quarter).to, 1))
}
