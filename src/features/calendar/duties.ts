import type { Actor } from '../../platform/command.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { workCalendar } from '../../platform/work-calendar.ts'
import {
  type FilingException,
  locksOn,
  type ObligationDay,
  obligationDays,
  type Standing,
  standing,
} from '../../policy/deadlines.ts'
import { obligationOf } from '../../policy/edition.ts'
import type { ObligationRule } from '../../policy/edition-rules.ts'
import type { Day } from '../../shared/dates.ts'
import { type Filed, filedBelow, keyOf, openExceptions } from './filed.ts'
import { allBatches, type Batch, type Ower, owersBelow, scopeBelow } from './owers.ts'

/** One thing one unit owes, with where it stands today. */
export type Duty = Ower & {
  readonly batch: Batch
  readonly rule: ObligationRule
  readonly day: ObligationDay
  readonly filed: Filed | null
  readonly exception: FilingException | null
  readonly standing: Standing
}

export type Narrowing = {
  readonly batchId?: string | undefined
  readonly kind?: string | undefined
  readonly unitId?: string | undefined
  readonly from?: Day | undefined
  readonly to?: Day | undefined
}

/** Everything owed in the reader's area, narrowed. Computed from the edition; only what was filed is read. */
export async function dutiesOf(tx: Tx, actor: Pick<Actor, 'scope'>, asked: Narrowing, today: Day): Promise<Duty[]> {
  const scope = await scopeBelow(tx, actor, asked.unitId)
  const batches = (await allBatches(tx)).filter((one) => asked.batchId === undefined || one.batchId === asked.batchId)
  const owers = await owersBelow(tx, scope, asked.batchId)
  const dated = batches.map((batch) => ({
    batch,
    days: obligationDays(batch.edition, batch.firstYear, workCalendar).filter((day) => wanted(asked, day)),
  }))
  const filed = await filedBelow(tx, scope, {
    batchId: asked.batchId,
    dated: dated.flatMap(({ days }) => days.map((day) => `${day.kind} ${day.period}`)),
    happening: batches.flatMap(({ edition }) => happening(edition)),
  })
  const exceptions = await openExceptions(tx, today)
  const found: Duty[] = []
  for (const { batch, days } of dated) {
    const mine = owers.filter((one) => one.batchId === batch.batchId)
    for (const day of days) {
      const rule = obligationOf(batch.edition, day.kind)
      // Most have not been filed and stand alike; their working days are counted once.
      const unfiled = standing(day, { filedOn: null }, today, workCalendar)
      for (const ower of mine) {
        if (ower.of !== day.of) continue
        const key = keyOf({ ...ower, kind: day.kind, period: day.period })
        const filing = filed.get(key) ?? null
        filed.delete(key)
        const exception = exceptions.get(key) ?? null
        const own = filing && filing.dueOn !== day.dueOn ? movedTo(day, filing.dueOn, rule) : day
        const stands =
          filing?.filedOn || exception || own !== day
            ? standing(own, { filedOn: filing?.filedOn ?? null, exception }, today, workCalendar)
            : unfiled
        found.push({ ...ower, batch, rule, day: own, filed: filing, exception, standing: stands })
      }
    }
  }
  return [...found, ...happened({ batches, owers, filed, today }).filter(({ day }) => wanted(asked, day))]
}

function wanted({ kind, from, to }: Narrowing, day: Pick<ObligationDay, 'kind' | 'dueOn'>): boolean {
  return (
    (kind === undefined || day.kind === kind) &&
    (from === undefined || from <= day.dueOn) &&
    (to === undefined || day.dueOn <= to)
  )
}

/** Kinds that have no date of their own. */
function happening({ obligations }: Batch['edition']): string[] {
  return obligations.filter(({ due }) => due.by === 'at-once').map(({ id }) => id)
}

/** A filing keeps the due day it was opened with. */
function movedTo(day: ObligationDay, dueOn: Day, rule: ObligationRule): ObligationDay {
  return { ...day, dueOn, locksOn: locksOn(rule, dueOn) }
}

type Left = {
  readonly batches: readonly Batch[]
  readonly owers: readonly Ower[]
  readonly filed: ReadonlyMap<string, Filed>
  readonly today: Day
}

/** What has no date of its own and just happens, as major matters do: on the day its filing says. */
function happened({ batches, owers, filed, today }: Left): Duty[] {
  return [...filed.values()].flatMap((filing) => {
    const batch = batches.find((one) => one.batchId === filing.batchId)
    const rule = batch?.edition.obligations.find((one) => one.id === filing.kind)
    const ower = owers.find((one) => one.batchId === filing.batchId && one.unitId === filing.unitId)
    if (!batch || !ower || rule?.due.by !== 'at-once') return []
    const { id, of, clause, source, dueSource } = rule
    const { dueOn, openedOn, period, filedOn } = filing
    const named = { kind: id, of, period, namedOn: dueOn, dueOn, opensOn: openedOn, locksOn: locksOn(rule, dueOn) }
    const day = { ...named, reminders: [], provisional: workCalendar.isProvisional(dueOn), clause, source, dueSource }
    const stands = standing(day, { filedOn }, today, workCalendar)
    return [{ ...ower, batch, rule, day, filed: filing, exception: null, standing: stands }]
  })
}
