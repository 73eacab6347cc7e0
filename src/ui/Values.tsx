import { ClockCircleOutlined, ExclamationCircleOutlined, WarningOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { type Day, dayOf, daysBetween, programmeZone } from '../shared/dates.ts'
import { type Fen, formatYuan } from '../shared/money.ts'
import { periodName } from '../shared/periods.ts'
import type { Spoken } from '../shared/words.ts'
import { useLanguage, useWords } from './language.tsx'
import { words } from './words.ts'

const nothing = <span className="faint">—</span>

/** Fen as `¥1,234.56`, in figures of equal width. */
export function Money({ fen, plain }: { fen: Fen | null | undefined; plain?: boolean }) {
  if (fen === null || fen === undefined) return nothing
  const sign = fen < 0 ? '-' : ''
  return (
    <span className="number">
      {sign}
      {plain ? '' : '¥'}
      {formatYuan(Math.abs(fen))}
    </span>
  )
}

/** Several names in a cell: the first ones and how many more; all of them for a pointer and for those who hear the page. */
export function ShortList({ names, most = 3 }: { names: readonly string[]; most?: number }) {
  const t = useWords(words)
  if (names.length === 0) return nothing
  if (names.length <= most + 1) return names.join(t.comma)
  return (
    <span title={names.join(t.comma)}>
      <span aria-hidden>
        {names.slice(0, most).join(t.comma)} <span className="soft nowrap">{t.andMore(names.length - most)}</span>
      </span>
      <span className="visually-hidden">{names.join(t.comma)}</span>
    </span>
  )
}

/** A percentage, given in percent (30 → 30%), with at most two decimals, as in the tables and on paper. */
export function Percent({ value }: { value: number | null | undefined }) {
  if (value === null || value === undefined) return nothing
  return <span className="number">{percentText(value)}</span>
}

export function percentText(value: number): string {
  return `${Number(value.toFixed(2))}%`
}

/** A whole number with grouping. */
export function Count({ value, unit }: { value: number | null | undefined; unit?: string }) {
  if (value === null || value === undefined) return nothing
  return (
    <span className="number">
      {value.toLocaleString('en-US')}
      {unit ? ` ${unit}` : ''}
    </span>
  )
}

/** A calendar day as it is written in the files: 2026-06-30. */
export function DayText({ day }: { day: Day | null | undefined }) {
  if (!day) return nothing
  return (
    <time dateTime={day} className="number nowrap">
      {day}
    </time>
  )
}

const instantFormat = new Intl.DateTimeFormat('sv-SE', {
  timeZone: programmeZone,
  dateStyle: 'short',
  timeStyle: 'short',
})

/** An instant as text in the programme's zone: 2026-06-30 14:03. */
export function instantText(instant: string | Date): string {
  return instantFormat.format(typeof instant === 'string' ? new Date(instant) : instant)
}

/** An instant (ISO text) in the programme's zone. */
export function InstantText({ at }: { at: string | null | undefined }) {
  if (!at) return nothing
  return (
    <time dateTime={at} className="number nowrap">
      {instantText(at)}
    </time>
  )
}

/** The true day of a fact; beside it the day it was keyed in, where that was another. */
export function FactDay({ day, enteredAt }: { day: Day; enteredAt: string | null | undefined }) {
  const t = useWords(words)
  const entered = enteredAt ? dayOf(new Date(enteredAt)) : day
  return (
    <>
      <DayText day={day} />
      {entered === day ? null : <span className="soft"> {t.enteredOn(entered)}</span>}
    </>
  )
}

type DueDateProps = {
  day: Day | null | undefined
  /** The programme's day to count from; today if left out. */
  today?: Day
  /** Leaves out the date itself, where a column already shows it. */
  wordsOnly?: boolean
  /** Counted by the server, which knows the rest days; calendar days are said where it is left out. */
  workingDaysLeft?: number | null
  /** The instant of that day, where it is due by the hour. */
  at?: string | null
  /** Past it, where hours of its last day decide; by the day where it is left out. */
  isOver?: boolean
}

/** A deadline in words and as a date; colour and icon together tell how close it is. */
export function DueDate({
  day,
  today = dayOf(new Date()),
  wordsOnly,
  workingDaysLeft = null,
  at,
  isOver,
}: DueDateProps) {
  const t = useWords(words)
  if (!day) return nothing
  const left = daysBetween(today, day)
  const tone = isOver || left < 0 ? 'bad' : (workingDaysLeft ?? left) <= 3 ? 'warning' : 'neutral'
  const icon = { bad: <ExclamationCircleOutlined />, warning: <WarningOutlined />, neutral: <ClockCircleOutlined /> }[
    tone
  ]
  const inWords =
    left < 0
      ? t.overdueBy(-left)
      : left === 0
        ? isOver
          ? t.overdueToday
          : t.dueToday
        : dueIn(t, left, workingDaysLeft)
  return (
    <span className={`due due-${tone} nowrap`}>
      <span aria-hidden>{icon}</span> {inWords}
      {wordsOnly ? null : <time dateTime={at ?? day}> {at ? instantText(at) : day}</time>}
    </span>
  )
}

function dueIn(t: Spoken<typeof words>, left: number, workingDays: number | null): string {
  if (workingDays === null) return t.dueIn(left)
  return workingDays === 0 ? t.lastWorkingDay : t.dueInWorkingDays(workingDays)
}

export type Tone = 'neutral' | 'active' | 'good' | 'warning' | 'bad'

/** A state in the reader's words. The tone helps, the text tells. */
export function StatusTag({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`tag tag-${tone}`}>{children}</span>
}

/** A month, quarter or half-year in words: 2026年二季度, 2026 Q2. */
export function usePeriodText(): (period: string) => string {
  const { language } = useLanguage()
  return (period) => periodName(period)[language]
}
