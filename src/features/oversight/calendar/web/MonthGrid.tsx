import { type StandingState, standingNames } from '../../../../policy/calendar/deadlines.ts'
import { AppLink } from '../../../../ui/AppLink.tsx'
import { EmptyState } from '../../../../ui/Async.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { usePeriodText } from '../../../../ui/Values.tsx'
import type * as contract from '../contract.ts'
import { standingTones, weekdays, words } from '../words.ts'
import { listTo } from './links.ts'

type Day = contract.MonthView['days'][number]

/** Weeks as rows, Monday first: which days are worked, where today is, what is due. */
export function MonthGrid({ view }: { view: contract.MonthView }) {
  const say = useText()
  const weeks = Array.from({ length: view.days.length / 7 }, (_, i) => view.days.slice(i * 7, i * 7 + 7))
  return (
    <div className="month-frame">
      <table className="month">
        <thead>
          <tr>
            {weekdays.map((name) => (
              <th key={name.en} scope="col">
                {say(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]?.day}>
              {week.map((day) => (
                <td key={day.day} className={classOf(day, view)}>
                  <DayHead day={day} today={view.today} />
                  <Groups day={day} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The same month as a list of the days on which something is due, and today. */
export function Agenda({ view }: { view: contract.MonthView }) {
  const t = useWords(words)
  const days = view.days.filter(
    (one) => one.day.startsWith(view.month) && (one.groups.length > 0 || one.day === view.today),
  )
  if (days.every((one) => one.groups.length === 0)) return <EmptyState>{t.nothingDue}</EmptyState>
  return (
    <ol className="agenda">
      {days.map((day) => (
        <li key={day.day} className={classOf(day, view)}>
          <DayHead day={day} today={view.today} long />
          <Groups day={day} />
        </li>
      ))}
    </ol>
  )
}

function classOf({ day, kind }: Day, { month, today }: contract.MonthView): string {
  const parts = [`day day-${kind}`]
  if (!day.startsWith(month)) parts.push('day-outside')
  if (day === today) parts.push('day-today')
  return parts.join(' ')
}

function DayHead({ day: { day, kind }, today, long }: { day: Day; today: string; long?: boolean }) {
  const t = useWords(words)
  const mark = { working: null, weekend: long ? t.restLong : t.rest, holiday: t.rest, adjusted: t.adjusted }[kind]
  const said = { working: '', weekend: t.restLong, holiday: t.holidayLong, adjusted: t.adjustedLong }[kind]
  return (
    <div className="day-head">
      <time dateTime={day} className="number">
        {long ? day : String(Number(day.slice(8)))}
      </time>
      {day === today ? <span className="day-now">{t.today}</span> : null}
      {mark ? (
        <span className={`day-mark day-mark-${kind}`} title={said}>
          <span aria-hidden>{mark}</span>
          <span className="visually-hidden">{said}</span>
        </span>
      ) : null}
    </div>
  )
}

function Groups({ day }: { day: Day }) {
  if (day.groups.length === 0) return null
  return (
    <ul className="day-groups">
      {day.groups.map((group) => (
        <li key={`${group.batchId} ${group.kind} ${group.owner} ${group.period}`}>
          <GroupLink group={group} day={day.day} />
        </li>
      ))}
    </ul>
  )
}

/** The worst first: what is shown of many is what must be looked at. */
const severity: readonly StandingState[] = ['locked', 'overdue', 'exempted', 'due', 'not-yet', 'late', 'on-time']

function GroupLink({ group, day }: { group: contract.GroupView; day: string }) {
  const t = useWords(words)
  const say = useText()
  const periodText = usePeriodText()
  const state = severity.find((one) => group.counts[one]) ?? 'due'
  const missing = group.total - (group.counts['on-time'] ?? 0) - (group.counts.late ?? 0)
  const many = missing === 0 ? t.allFiled : t.missingOf(missing)
  const { batchId, kind, owner } = group
  const to = group.href ?? listTo({ batchId, kind, owner, from: day, to: day })
  return (
    <AppLink to={to} className={`duty duty-${standingTones[state]}`}>
      <span className="duty-title">
        {say(group.title)}
        {group.period ? <span className="duty-period"> {periodText(group.period)}</span> : null}
      </span>
      <span className="duty-who">
        {group.unitName ?? t.units(group.total)}
        {group.parkName ? ` · ${group.parkName}` : null}
        {' · '}
        {group.total > 1 ? many : say(standingNames[state])}
      </span>
    </AppLink>
  )
}
