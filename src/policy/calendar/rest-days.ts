import { type Day, isDay, isDayBeyond } from '../../shared/dates.ts'
import type { Text } from '../../shared/words.ts'
import { isWeekday, type WorkCalendar } from './working-days.ts'

/** `rest`: nobody works, whatever the weekday; `worked`: a Saturday or Sunday that is worked in exchange (调休). */
export type RestDayKind = 'rest' | 'worked'

export type RestDay = { readonly day: Day; readonly kind: RestDayKind; readonly name: string }

/** What the State Council announced for one year. */
export type YearList = { readonly year: number; readonly days: readonly RestDay[] }

export const restDayKindNames: Readonly<Record<RestDayKind, Text>> = {
  rest: { zh: '休', en: 'rest' },
  worked: { zh: '班', en: 'worked' },
}

/** Days off by statute alone, `MM-DD`, from the year on that stands beside them. */
const statutory: readonly { readonly from: number; readonly days: readonly string[] }[] = [
  { from: 2025, days: ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'] },
  { from: 0, days: ['01-01', '05-01', '10-01', '10-02', '10-03'] },
]

/** Whether a day is off in every year by statute, on whatever weekday it falls and whatever a list says. */
export function isStatutoryRestDay(day: Day): boolean {
  const year = Number(day.slice(0, 4))
  return statutory.find(({ from }) => year >= from)?.days.includes(day.slice(5)) ?? false
}

/** Working days by these lists; Monday to Friday without the statutory days where a year has none. */
export function calendarOf(lists: readonly YearList[]): WorkCalendar {
  const kinds = new Map(lists.flatMap(({ days }) => days.map(({ day, kind }) => [day, kind] as const)))
  const years = new Set(lists.map(({ year }) => String(year)))
  return {
    isWorkingDay(day) {
      if (isStatutoryRestDay(day)) return false
      const kind = kinds.get(day)
      return kind === undefined ? isWeekday(day) : kind === 'worked'
    },
    isProvisional: (day) => !years.has(day.slice(0, 4)),
  }
}

/** The working days as they were known from a moment on, the oldest first, since ever where that is null; the last one counts now. */
export type KnownCalendars = readonly [KnownCalendar, ...KnownCalendar[]]
type KnownCalendar = { readonly since: Date | null; readonly calendar: WorkCalendar }

/** `lists`: in the order in which they were entered; `enteredAt` null: known from the beginning on. */
export function knownCalendars(lists: readonly (YearList & { readonly enteredAt: Date | null })[]): KnownCalendars {
  let known: readonly YearList[] = lists.filter(({ enteredAt }) => enteredAt === null)
  const first = { since: null, calendar: calendarOf(known) }
  const later = lists.flatMap((list) => {
    if (list.enteredAt === null) return []
    known = withList(known, list)
    return [{ since: list.enteredAt, calendar: calendarOf(known) }]
  })
  return [first, ...later]
}

/** These lists with one of them in the place of its year's, or added. */
export function withList(lists: readonly YearList[], list: YearList): YearList[] {
  return [...lists.filter(({ year }) => year !== list.year), list]
}

/** One thing wrong with one field of a list (`days.3.day`). */
export type ListProblem = { readonly field: string } & Text

/** What a list contradicts itself in, all at once; empty: it can be announced. */
export function listProblems({ year, days }: YearList): ListProblem[] {
  const first = new Map<Day, number>()
  const problems = days.flatMap(({ day, kind }, at): ListProblem[] => {
    const no = problemOf(day, kind, year)
    const before = first.get(day)
    if (before === undefined) first.set(day, at)
    const twice = {
      zh: `${day} 与第 ${(before ?? 0) + 1} 行重复`,
      en: `${day} stands in row ${(before ?? 0) + 1} already`,
    }
    const found = before === undefined ? no : twice
    return found ? [{ field: `days.${at}.day`, ...found }] : []
  })
  const rests = days.some(({ kind }) => kind === 'rest')
  const none = { field: 'days', zh: '名单中没有放假的日期', en: 'The list has no day off' }
  return rests ? problems : [...problems, none]
}

/** Fewer days off than any year's list has had. */
const fewestRests = 10

/** What a list may lack: told before it is entered, for no rule says how many days a year has. `before`: the list in force. */
export function listDoubts({ year, days }: YearList, before: YearList | null): Text[] {
  const rests = new Set(days.filter(({ kind }) => kind === 'rest').map(({ day }) => day))
  const formerly = before?.days.filter(({ kind }) => kind === 'rest').length ?? 0
  const lacking = (statutory.find(({ from }) => year >= from)?.days ?? [])
    .map((day) => `${year}-${day}`)
    .filter((day) => isWeekday(day) && !rests.has(day))
  return [
    ...(lacking.length > 0
      ? [
          {
            zh: `名单中没有法定节假日 ${lacking.join('、')}`,
            en: `Statutory holidays are missing: ${lacking.join(', ')}`,
          },
        ]
      : []),
    ...(rests.size < fewestRests
      ? [
          {
            zh: `全年只有 ${rests.size} 天放假，是否完整？`,
            en: `Days off in the whole year: ${rests.size}. Is the list complete?`,
          },
        ]
      : []),
    ...(rests.size * 2 < formerly
      ? [
          {
            zh: `现行名单有 ${formerly} 天放假，这份只有 ${rests.size} 天`,
            en: `Days off in the list in force: ${formerly}, in this one: ${rests.size}`,
          },
        ]
      : []),
  ]
}

function problemOf(day: Day, kind: RestDayKind, year: number): Text | null {
  if (day.trim() === '') return { zh: '请填写日期', en: 'A day is needed' }
  if (!isDay(day) && !isDayBeyond(day)) return { zh: `“${day}”不是日期`, en: `${day} is no day` }
  if (Number(day.slice(0, 4)) !== year)
    return {
      zh: `${day} 不在 ${year} 年，请列入该日所在年度的名单`,
      en: `${day} is not in ${year}; it belongs in the list of its own year`,
    }
  if (kind === 'rest') return null
  if (isStatutoryRestDay(day))
    return { zh: `${day} 是法定节假日，不能上班`, en: `${day} is a statutory holiday and is never worked` }
  if (isWeekday(day))
    return {
      zh: `${day} 是周一至周五，本来就上班，不属于调休`,
      en: `${day} is a weekday and is worked anyway: nothing was exchanged`,
    }
  return null
}

/** What the parts of a list of rest days are called, on the form and in what is said of it. */
export const restDayFields = {
  days: { zh: '放假与调休上班的日期', en: 'Days off, and days worked in exchange' },
  day: { zh: '日期', en: 'Day' },
  kind: { zh: '休/班', en: 'Rest or worked' },
  name: { zh: '节日', en: 'Holiday' },
} as const satisfies Record<string, Text>
