import type { z } from 'zod'
import type { Actor } from '../../platform/command.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { isDone } from '../../policy/filing.ts'
import { type OwedForm, owedAndFiled, recordedForm } from '../filings/public.ts'
import type { CountySummary, mergeSummaries } from './contract.ts'

type Merged = z.input<typeof mergeSummaries.reply>

/** The half-year summaries of all counties of a batch side by side; what is not on record yet shows where it stands (G5.4). */
export async function mergeSummariesView(
  tx: Tx,
  reader: Actor,
  wanted: { batchId?: string | undefined; period?: string | undefined },
  now: Date,
): Promise<Merged> {
  const owed = (await owedAndFiled(tx, reader, now)).filter(({ duty }) => duty.kind === 'half-year-summary')
  const batches = batchesOf(owed)
  const batch = batches.find((one) => one.batchId === wanted.batchId) ?? batches[0] ?? null
  const period = batch?.periods.find((one) => one === wanted.period) ?? batch?.periods.at(-1) ?? null
  const shown = owed.filter(({ duty }) => duty.batch.id === batch?.batchId && duty.period === period)
  const counties: CountySummary[] = []
  for (const one of shown) counties.push(await countySummary(tx, one))
  return {
    batches,
    batchId: batch?.batchId ?? null,
    period,
    clause: shown[0]?.duty.rule.clause ?? null,
    counties,
  }
}

function batchesOf(owed: readonly OwedForm[]): Merged['batches'] {
  const found = new Map<string, { batchId: string; name: string; periods: Set<string> }>()
  for (const { duty } of owed) {
    const { id, name } = duty.batch
    const known = found.get(id) ?? { batchId: id, name, periods: new Set<string>() }
    known.periods.add(duty.period)
    found.set(id, known)
  }
  return [...found.values()].map(({ periods, ...batch }) => ({ ...batch, periods: [...periods].sort() }))
}

async function countySummary(tx: Tx, { duty, filed, standing }: OwedForm): Promise<CountySummary> {
  const { batch, unit, kind, period, rule } = duty
  const over = filed !== null && isDone({ rule, state: filed.state })
  const recorded = over ? await recordedForm(tx, { batchId: batch.id, unitId: unit.id, kind, period }) : null
  return {
    unitId: unit.id,
    unitName: unit.name,
    filingId: filed?.id ?? null,
    state: filed?.state ?? null,
    isDone: over,
    standing,
    recordNo: recorded?.recordNo ?? null,
    content: recorded ? { ...recorded.content } : null,
  }
}
