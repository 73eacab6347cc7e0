import type { z } from 'zod'
import type { Actor } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { latenessOf } from '../../../policy/calendar/lateness.ts'
import { dayKind } from '../../../policy/calendar/working-days.ts'
import { addDays, type Day, dayOf, daysBetween } from '../../../shared/dates.ts'
import { hrefOf, type Owed, owedAndHandedOn } from '../../filings/owed/public.ts'
import { workCalendarOf } from '../../programme/rest-days/public.ts'
import { recentMoves } from '../rest-days/public.ts'
import { allBatches, choices, narrowedTo } from './batches.ts'
import type { GroupView, MonthView, showMonth } from './contract.ts'

/** A month in whole weeks: which days are worked, and what is due on each, many units of one kind together. */
export async function showMonthView(
  tx: Tx,
  asked: z.output<typeof showMonth.search>,
  actor: Actor,
  now: Date,
): Promise<MonthView> {
  const today = dayOf(now)
  const month = asked.month ?? today.slice(0, 7)
  const { from, to } = weeksOf(month)
  const all = await owedAndHandedOn(tx, actor, narrowedTo({ ...asked, to: [to, today].sort().at(-1) }), now)
  const shown = all.filter(({ day }) => from <= day.dueOn && day.dueOn <= to)
  const groups = Map.groupBy(groupsOf(shown), (group) => group.dueOn)
  const calendar = await workCalendarOf(tx)
  const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, i) => addDays(from, i))
  return {
    today,
    month,
    moved: await recentMoves(tx, now),
    missing: latenessOf(all.map(({ standing }) => standing)).overdue,
    provisional: days.some((day) => calendar.isProvisional(day)),
    ...choices(await allBatches(tx), asked.batchId),
    days: days.map((day) => ({
      day,
      kind: dayKind(calendar, day),
      groups: groups.get(day) ?? [],
    })),
  }
}

/** From the Monday on or before the first of a month to the Sunday on or after its last. */
function weeksOf(month: string): { from: Day; to: Day } {
  const first = `${month}-01`
  const next = addDays(first, 31).slice(0, 7)
  const last = addDays(`${next}-01`, -1)
  return { from: addDays(first, 0 - weekday(first)), to: addDays(last, 6 - weekday(last)) }
}

/** 0 for Monday. */
function weekday(day: Day): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
}

export type Group = GroupView & {
  readonly dueOn: Day
  /** Of what counties hand on: the first pilot whose filing it is. */
  readonly handsOn: Owed['handsOn']
  readonly reminders: readonly Day[]
  readonly provisional: boolean
  /** The instant of that day, of one that is due by the hour. */
  readonly dueAt: Date | null
}

/** Duties of one batch, kind, period, tier and day, counted by where they stand. */
export function groupsOf(duties: readonly Owed[]): Group[] {
  const groups = Map.groupBy(duties, ({ batch, day }) => `${day.dueOn} ${batch.id} ${day.kind} ${day.of} ${day.period}`)
  return [...groups.values()].flatMap((members) => {
    const [first] = members
    if (!first) return []
    const { batch, rule, day, unit } = first
    const counts: GroupView['counts'] = {}
    for (const { standing } of members) counts[standing.state] = (counts[standing.state] ?? 0) + 1
    const one = members.length === 1
    return [
      {
        dueOn: day.dueOn,
        reminders: day.reminders,
        provisional: day.provisional,
        dueAt: one ? (first.filing?.dueAt ?? null) : null,
        handsOn: first.handsOn,
        batchId: batch.id,
        batchName: batch.name,
        kind: day.kind,
        title: { zh: rule.zh, en: rule.en },
        period: day.period,
        owner: day.of,
        clause: day.clause,
        total: members.length,
        counts,
        unitName: one ? unit.name : null,
        parkName: one ? (first.handsOn?.parkName ?? null) : null,
        href: one ? hrefOf(first) : null,
      },
    ]
  })
}
