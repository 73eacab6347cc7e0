import type { z } from 'zod'
import type { Actor } from '../../platform/command.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { isDone } from '../../policy/filing.ts'
import { dayOf } from '../../shared/dates.ts'
import { abilityOf } from '../pilots/public.ts'
import type { listFilings, OwedFiling } from './contract.ts'
import { whyNotPreparer } from './form-filing.ts'
import { type OwedForm, owedAndFiled, waitedFor } from './owed-views.ts'

type Search = z.output<typeof listFilings.search>

/** What the reader owes or oversees, begun or not. */
export async function listFilingsView(
  tx: Tx,
  actor: Actor,
  search: Search,
  now: Date,
): Promise<z.input<typeof listFilings.reply>> {
  const all = await owedAndFiled(tx, actor, now)
  const batches = new Map(all.map(({ duty: { batch } }) => [batch.id, { batchId: batch.id, name: batch.name }]))
  const filings = all
    .filter(({ duty: { batch, unit, kind } }) => {
      const { batchId = batch.id, unitId = unit.id, kind: wanted = kind } = search
      return batchId === batch.id && unitId === unit.id && wanted === kind
    })
    .map((one) => shown(one, actor))
    .filter((row) => isWanted(row, search.show))
  return { today: dayOf(now), batches: [...batches.values()], filings }
}

function isWanted({ isDone: over, standing: { state } }: OwedFiling, show: Search['show']): boolean {
  if (show === undefined) return true
  if (show === 'late') return state === 'late' || state === 'overdue' || state === 'locked' || state === 'exempted'
  return show === 'done' ? over : !over
}

function shown({ duty, dueOn, filed, standing }: OwedForm, actor: Actor): OwedFiling {
  const { kind, rule, period, batch, unit } = duty
  return {
    filingId: filed?.id ?? null,
    batchId: batch.id,
    batchName: batch.name,
    kind,
    name: { zh: rule.zh, en: rule.en },
    clause: rule.clause,
    period,
    unitId: unit.id,
    unitName: unit.name,
    state: filed?.state ?? null,
    dueOn,
    standing,
    filedOn: filed?.filedOn ?? null,
    recordNo: filed?.recordNo ?? null,
    isDone: filed !== null && isDone({ rule, state: filed.state }),
    waiting: waitedFor(duty, filed),
    open: abilityOf(actor, 'open', 'filing.edit', whyNotPreparer(duty, actor)),
  }
}
