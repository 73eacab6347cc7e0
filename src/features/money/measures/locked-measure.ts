import type { Acting, Asking } from '../../../platform/command.ts'
import { notFound } from '../../../platform/errors.ts'
import type { Clause } from '../../../policy/guide/clauses.ts'
import { levelOf } from '../../../policy/money/measures.ts'
import { measureSums } from '../../../policy/money/measures-sums.ts'
import { dayOf } from '../../../shared/dates.ts'
import { requirePilot } from '../../programme/pilots/public.ts'
import { balances, lockTranches, type NewEntry } from '../funds/public.ts'
import { closedAt, lockMeasure, pilotOfMeasure } from './store.ts'

/**
 * A measure about to take a step, locked behind the tranches of its pilot, with the sums that it is held against.
 * @throws HttpError 404 for a foreign one
 */
export async function lockedMeasure({ tx, actor, now }: Asking, measureId: string) {
  const of = await pilotOfMeasure(tx, measureId)
  if (!of) throw notFound({ zh: '处理措施', en: 'measure' })
  await lockTranches(tx, of.pilotId)
  const row = await lockMeasure(tx, measureId)
  if (!row) throw notFound({ zh: '处理措施', en: 'measure' })
  const measure = { ...row, clause: row.clause as Clause }
  const pilot = await requirePilot(tx, of.pilotId)
  const sums = measureSums(await balances(tx, of.pilotId))
  const closed = await closedAt(tx, of.pilotId)
  return {
    measure,
    pilot,
    sums,
    closedAt: closed,
    by: actor.accountId,
    level: levelOf(actor.unitKind),
    today: dayOf(now),
  }
}
export type LockedMeasure = Awaited<ReturnType<typeof lockedMeasure>>

/** What an entry of a measure has in common with the others. */
export function entryBase(
  { actor, now, newId }: Acting,
  { pilot }: Pick<LockedMeasure, 'pilot'>,
): Pick<NewEntry, 'pilot' | 'by' | 'at' | 'newId' | 'bookedOn'> {
  return { pilot, by: actor.accountId, at: now, newId, bookedOn: dayOf(now) }
}
