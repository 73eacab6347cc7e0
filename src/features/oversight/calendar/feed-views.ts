import type { Tx } from '../../../platform/database/connect.ts'
import { type IcsEvent, icalendar } from '../../../platform/icalendar.ts'
import { addDays, dayOf, minuteOf } from '../../../shared/dates.ts'
import { periodName } from '../../../shared/periods.ts'
import { type Language, speak } from '../../../shared/words.ts'
import { owedAndHandedOn } from '../../filings/owed/public.ts'
import { type Group, groupsOf } from './month-views.ts'
import type { FeedReader } from './store.ts'
import { words } from './words.ts'

/** How long what has gone by stays in the feed, days. */
const keptDays = 90

const filedStates = ['on-time', 'late'] as const

/** A person's calendar: what the own unit owes one by one, what the units below owe by kind and period. */
export async function feedOf(tx: Tx, reader: FeedReader, language: Language, now: Date): Promise<string> {
  const today = dayOf(now)
  const duties = await owedAndHandedOn(tx, reader, { from: addDays(today, 0 - keptDays) }, now)
  const { own = [], below = [] } = Object.groupBy(duties, ({ unit }) => (unit.id === reader.unitId ? 'own' : 'below'))
  const alone = own.flatMap((duty) => groupsOf([duty]))
  const groups = [...alone, ...groupsOf(below)].sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
  const t = speak(words, language)
  const isSeveral = new Set(groups.map(({ batchId }) => batchId)).size > 1
  // Those below who joined on other days owe the same on other days: an event a day, and an id.
  const whoseOf = (group: Group) => {
    const isOwn = alone.includes(group)
    const handedOn = group.handsOn ? `on-${isOwn ? `${group.handsOn.id}-` : ''}` : ''
    return `${handedOn}${isOwn ? 'own' : `below-${group.dueOn}`}`
  }
  const uidOf = (group: Group) =>
    `${group.batchId}-${group.kind}-${group.period || 'once'}-${whoseOf(group)}-${reader.unitId}@yuanqitong`
  const events = groups.map((group): IcsEvent => {
    const filed = filedStates.reduce((sum, state) => sum + (group.counts[state] ?? 0), 0)
    const title = `${group.title[language]}${group.period ? ` ${periodName(group.period)[language]}` : ''}`
    const open = group.total - filed
    const names = [group.unitName, group.parkName].filter((name) => name !== null)
    const units = names.length > 0 ? names : [t.feedUnits(group.total, open)]
    // Each batch owes the same on the same day.
    const who = [...(isSeveral ? [group.batchName] : []), ...units].join(' · ')
    const lines = [
      `${group.batchName} · ${t.clause(group.clause)}`,
      ...(group.dueAt ? [t.feedHour(minuteOf(group.dueAt))] : []),
      open === 0 ? t.feedFiled : t.feedNotFiled,
      ...(group.provisional ? [t.provisional] : []),
    ]
    return {
      uid: uidOf(group),
      day: group.dueOn,
      summary: t.feedSummary(title, who, open === 0),
      description: lines.join('\n'),
      alarms: open === 0 ? [] : group.reminders,
    }
  })
  return icalendar({ name: t.feedName(reader.unitName), stamp: now, events })
}
