import type { Tx } from '../../platform/database/connect.ts'
import { notFound } from '../../platform/errors.ts'
import type { Filing } from '../../policy/filing.ts'
import type { PlanSection } from '../../policy/plan.ts'
import type { Gap } from '../../policy/plan-gap.ts'
import { planGaps } from '../../policy/plan-gaps.ts'
import { asPolicy, type FilingRow, filingIdOf, lockFilingOf, showFiling } from '../filings/public.ts'
import { type Pilot, requirePilot } from '../pilots/public.ts'
import { contentOf } from './store.ts'

export type PlanFiling = { pilot: Pilot; row: FilingRow; filing: Filing }

/** The plan of a pilot, locked; with the content of one section only, where that is enough. @throws HttpError 404 outside the reader's scope. */
export async function lockPlan(tx: Tx, pilotId: string, only?: PlanSection): Promise<PlanFiling> {
  const pilot = await requirePilot(tx, pilotId)
  const row = await lockFilingOf(tx, pilotId, 'plan', { only })
  return put(pilot, row)
}

/** The plan of a pilot, to read. @throws HttpError 404 outside the reader's scope. */
export async function readPlan(tx: Tx, pilotId: string): Promise<PlanFiling> {
  const pilot = await requirePilot(tx, pilotId)
  const id = await filingIdOf(tx, pilotId, 'plan')
  return put(pilot, id ? await showFiling(tx, id) : null)
}

function put(pilot: Pilot, row: FilingRow | null): PlanFiling {
  if (!row) throw notFound({ zh: '方案', en: 'plan' })
  return { pilot, row, filing: asPolicy(row, pilot.edition) }
}

/** Everything wrong with the plan as it stands, all at once. */
export function gapsOf({ pilot, row }: PlanFiling): Gap[] {
  const { awardFen, edition, firstYear, parkUscc } = pilot
  return planGaps(contentOf(row), { awardFen, edition, firstYear, park: { uscc: parkUscc ?? '' } })
}
