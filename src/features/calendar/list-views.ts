import type { z } from 'zod'
import type { Actor } from '../../platform/command.ts'
import type { Tx } from '../../platform/database/connect.ts'
import type { StandingState } from '../../policy/deadlines.ts'
import { mayGrantException } from '../../policy/exceptions.ts'
import type { Post } from '../../policy/roles.ts'
import { type Day, dayOf } from '../../shared/dates.ts'
import type { Text } from '../../shared/words.ts'
import { abilityOf } from '../pilots/public.ts'
import type { DutyView, listCalendar } from './contract.ts'
import { type Duty, dutiesOf } from './duties.ts'
import { hrefOf } from './links.ts'
import { allBatches, type Batch } from './owers.ts'

type Asked = z.output<typeof listCalendar.search>

/** The reader's deadlines, one row each, a page at a time. */
export async function listCalendarView(
  tx: Tx,
  asked: Asked,
  actor: Actor,
  now: Date,
): Promise<z.input<typeof listCalendar.reply>> {
  const today = dayOf(now)
  const duties = (await dutiesOf(tx, actor, asked, today)).filter(meets(asked))
  const sorted = duties.sort(orders[asked.sort])
  const start = (asked.page - 1) * asked.pageSize
  return {
    today,
    ...choices(await allBatches(tx), asked.batchId),
    duties: sorted.slice(start, start + asked.pageSize).map((duty) => shownDuty(duty, actor, today)),
    total: duties.length,
  }
}

const together: Readonly<Record<'open' | 'owed' | 'missing', readonly StandingState[]>> = {
  open: ['due', 'overdue', 'locked', 'exempted'],
  owed: ['on-time', 'late', 'overdue', 'locked', 'exempted'],
  missing: ['overdue', 'locked', 'exempted'],
}

function meets({ standing: wanted, owner }: Asked): (duty: Duty) => boolean {
  const states: readonly string[] | null =
    wanted === undefined ? null : wanted in together ? together[wanted as 'open'] : [wanted]
  return ({ standing, of }) =>
    (states === null || states.includes(standing.state)) && (owner === undefined || owner === of)
}

/** What must be done comes first, then what is coming, then what is done. */
const urgency: readonly StandingState[] = ['exempted', 'overdue', 'locked', 'due', 'not-yet', 'late', 'on-time']

const byDay = (a: Duty, b: Duty) => compare(a.day.dueOn, b.day.dueOn) || compare(a.scope, b.scope)
const orders: Readonly<Record<Asked['sort'], (a: Duty, b: Duty) => number>> = {
  dueOn: byDay,
  '-dueOn': (a, b) => byDay(b, a),
  urgency: (a, b) => urgency.indexOf(a.standing.state) - urgency.indexOf(b.standing.state) || byDay(a, b),
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** What the filters offer: every batch, and every kind of duty by what the batches shown call it. */
export function choices(
  batches: readonly Batch[],
  batchId: string | undefined,
): {
  batches: { batchId: string; name: string }[]
  kinds: { kind: string; title: Text }[]
} {
  const narrowed = batches.filter((batch) => batchId === undefined || batch.batchId === batchId)
  const names = new Map<string, Text[]>()
  for (const { id, zh, en } of narrowed.flatMap(({ edition }) => edition.obligations)) {
    const known = names.get(id) ?? []
    names.set(id, known.some((one) => one.zh === zh) ? known : [...known, { zh, en }])
  }
  const all = (texts: readonly Text[]): Text => ({
    zh: texts.map((one) => one.zh).join('、'),
    en: texts.map((one) => one.en).join(', '),
  })
  return {
    batches: batches.map(({ batchId: id, name }) => ({ batchId: id, name })),
    kinds: [...names].map(([kind, texts]) => ({ kind, title: all(texts) })),
  }
}

function shownDuty(duty: Duty, actor: Actor, today: Day): DutyView {
  const { batch, rule, day, filed, exception, standing } = duty
  const grant =
    standing.state === 'locked'
      ? mayGrantException(
          { rule, dueOn: day.dueOn, filedOn: filed?.filedOn ?? null, open: exception },
          { post: actor.post as Post, today },
        )
      : undefined
  return {
    batchId: batch.batchId,
    batchName: batch.name,
    kind: day.kind,
    title: { zh: rule.zh, en: rule.en },
    period: day.period,
    owner: duty.of,
    unitId: duty.unitId,
    unitName: duty.unitName,
    dueOn: day.dueOn,
    dueSource: day.dueSource,
    clause: day.clause,
    provisional: day.provisional,
    locksOn: day.locksOn,
    filedOn: filed?.filedOn ?? null,
    standing,
    openUntil: exception?.until ?? null,
    href: hrefOf(duty),
    grant: grant === undefined ? null : abilityOf(actor, 'grant', 'exception.grant', grant),
  }
}
