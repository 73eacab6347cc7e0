import type { z } from 'zod'
import type { Actor } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { dayOf } from '../../../shared/dates.ts'
import { recordedForm } from '../../filings/course/public.ts'
import { type Owed, owedIn } from '../../filings/owed/public.ts'
import type { CountySummary, mergeSummaries } from './contract.ts'

const kind = 'half-year-summary'

type Merged = z.input<typeof mergeSummaries.reply>

/** The half-year summaries of all counties of a batch side by side; what is not on record yet shows where it stands (G5.4). */
export async function mergeSummariesView(
  tx: Tx,
  reader: Actor,
  wanted: { batchId?: string | undefined; period?: string | undefined },
  now: Date,
): Promise<Merged> {
  const owed = (await owedIn(tx, reader, { kinds: [kind] }, now)).filter(({ day }) => day.opensOn <= dayOf(now))
  const batches = batchesOf(owed)
  const batch = batches.find((one) => one.batchId === wanted.batchId) ?? batches[0] ?? null
  const period = batch?.periods.find((one) => one === wanted.period) ?? batch?.periods.at(-1) ?? null
  const shown = owed.filter((one) => one.batch.id === batch?.batchId && one.period === period)
  const counties: CountySummary[] = []
  for (const one of shown) counties.push(await countySummary(tx, one))
  return {
    batches,
    batchId: batch?.batchId ?? null,
    period,
    clause: shown[0]?.rule.clause ?? null,
    counties,
  }
}

function batchesOf(owed: readonly Owed[]): Merged['batches'] {
  const found = new Map<string, { batchId: string; name: string; periods: Set<string> }>()
  for (const { batch, period } of owed) {
    const { id, name } = batch
    const known = found.get(id) ?? { batchId: id, name, periods: new Set<string>() }
    known.periods.add(period)
    found.set(id, known)
  }
  return [...found.values()].map(({ periods, ...batch }) => ({ ...batch, periods: [...periods].sort() }))
}

async function countySummary(tx: Tx, { batch, unit, period, filing, standing, isDone }: Owed): Promise<CountySummary> {
  const recorded = isDone ? await recordedForm(tx, { batchId: batch.id, unitId: unit.id, kind, period }) : null
  return {
    unitId: unit.id,
    unitName: unit.name,
    scope: unit.scope,
    filingId: filing?.filingId ?? null,
    state: filing?.state ?? null,
    isDone,
    standing,
    recordNo: recorded?.recordNo ?? null,
    content: recorded ? { ...recorded.content } : null,
  }
}
