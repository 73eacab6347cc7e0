import type { z } from 'zod'
import type { Actor } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import type { StandingState } from '../../../policy/calendar/deadlines.ts'
import { mayGrantException } from '../../../policy/calendar/exceptions.ts'
import { abilityOf } from '../../../policy/people/ability.ts'
import type { Post } from '../../../policy/people/roles.ts'
import { type Ordinal, orderedBy } from '../../../shared/clean.ts'
import { type Day, dayOf } from '../../../shared/dates.ts'
import { hourOf, hrefOf, type Owed, owedAndHandedOn } from '../../filings/owed/public.ts'
import { allBatches, choices, narrowedTo } from './batches.ts'
import type { DutyView, listCalendar } from './contract.ts'

type Search = z.output<typeof listCalendar.search>

/** The reader's deadlines, one row each, a page at a time. */
export async function listCalendarView(
  tx: Tx,
  asked: Search,
  actor: Actor,
  now: Date,
): Promise<z.input<typeof listCalendar.reply>> {
  const today = dayOf(now)
  const duties = (await owedAndHandedOn(tx, actor, narrowedTo(asked), now)).filter(meets(asked))
  const sorted = orderedBy(duties.sort(asked.sort ? byDay : byUrgency), asked.sort, (key) => ordinals[key] ?? null)
  const start = (asked.page - 1) * asked.pageSize
  return {
    today,
    ...choices(await allBatches(tx), asked.batchId),
    duties: sorted.slice(start, start + asked.pageSize).map((duty) => shownDuty(duty, actor, today)),
    total: duties.length,
  }
}

const together: Readonly<Record<'open' | 'owed' | 'missing' | 'behind', readonly StandingState[]>> = {
  open: ['due', 'overdue', 'locked', 'exempted'],
  owed: ['on-time', 'late', 'overdue', 'locked', 'exempted'],
  missing: ['overdue', 'locked', 'exempted'],
  behind: ['late', 'overdue', 'locked', 'exempted'],
}

function meets({ standing: wanted, owner }: Search): (duty: Owed) => boolean {
  const states: readonly string[] | null =
    wanted === undefined ? null : wanted in together ? together[wanted as 'open'] : [wanted]
  return ({ standing, day }) =>
    (states === null || states.includes(standing.state)) && (owner === undefined || owner === day.of)
}

/** What must be done comes first, then what is coming, then what is done. */
const urgency: readonly StandingState[] = ['exempted', 'overdue', 'locked', 'due', 'not-yet', 'late', 'on-time']

const byDay = (a: Owed, b: Owed) => compare(a.day.dueOn, b.day.dueOn) || compare(a.unit.scope, b.unit.scope)
const byUrgency = (a: Owed, b: Owed) =>
  urgency.indexOf(a.standing.state) - urgency.indexOf(b.standing.state) || byDay(a, b)
const ordinals: Readonly<Record<string, (duty: Owed) => Ordinal>> = {
  title: ({ rule, day }) => `${rule.zh} ${day.period}`,
  unitName: ({ unit }) => unit.scope,
  batchName: ({ batch }) => `${batch.firstYear} ${batch.name}`,
  dueOn: ({ day }) => day.dueOn,
  standing: ({ standing }) => urgency.indexOf(standing.state),
  filedOn: ({ filing }) => filing?.filedOn,
  locksOn: ({ day }) => day.locksOn,
  clause: ({ day }) => day.clause,
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function shownDuty(duty: Owed, actor: Actor, today: Day): DutyView {
  const { batch, unit, rule, day, filing, handsOn, exception, standing } = duty
  const grant =
    standing.state === 'locked'
      ? mayGrantException(
          { rule, dueOn: day.dueOn, filedOn: filing?.filedOn ?? null, open: exception },
          { post: actor.post as Post, today },
        )
      : undefined
  return {
    batchId: batch.id,
    batchName: batch.name,
    kind: day.kind,
    title: { zh: rule.zh, en: rule.en },
    period: day.period,
    owner: day.of,
    unitId: unit.id,
    unitName: unit.name,
    handsOn: handsOn && { pilotId: handsOn.id, parkName: handsOn.parkName },
    dueOn: day.dueOn,
    dueAt: hourOf(duty),
    dueSource: day.dueSource,
    clause: day.clause,
    provisional: day.provisional,
    locksOn: day.locksOn,
    filedOn: filing?.filedOn ?? null,
    standing,
    openUntil: exception?.until ?? null,
    href: hrefOf(duty),
    grant: grant === undefined ? null : abilityOf(actor, 'grant', 'exception.view', grant),
  }
}
