import type { Tx } from '../../../platform/database/connect.ts'
import { notFound } from '../../../platform/errors.ts'
import { obligationOf } from '../../../policy/editions/edition.ts'
import type { TrancheRule } from '../../../policy/editions/edition-rules.ts'
import { refuse } from '../../../policy/guide/refuse.ts'
import type { TrancheGate } from '../../../policy/money/tranches.ts'
import type { Day } from '../../../shared/dates.ts'
import { type Pilot, requirePilot } from '../../programme/pilots/public.ts'
import { type GateView, gatesOf, gatesOn } from './gate-views.ts'
import { lockTranches, type TrancheRow } from './store.ts'

export type LockedTranche = GateView & {
  readonly pilot: Pilot
  readonly rule: TrancheRule
  readonly tranche: TrancheRow
  /** Its gate as it stood when that day ended. */
  readonly gateOn: (day: Day) => Promise<TrancheGate>
}

/**
 * A tranche about to take a step, locked together with its siblings, and its gate.
 * @throws HttpError 404 for a foreign pilot or a number the edition does not know; Refusal before the plan is approved (G3.1, H3).
 */
export async function lockTranche(
  tx: Tx,
  { pilotId, no }: { pilotId: string; no: number },
  now: Date,
): Promise<LockedTranche> {
  const pilot = await requirePilot(tx, pilotId)
  const rule = pilot.edition.tranches.find((row) => row.no === no)
  if (!rule) throw notFound({ zh: '拨付期次', en: 'tranche' })
  const all = await lockTranches(tx, pilotId)
  const view = (await gatesOf(tx, pilot, all, now)).get(no)
  const tranche = all.find((one) => one.no === no)
  if (!tranche || !view) throw refuse('funds.plan-not-approved', obligationOf(pilot.edition, 'plan').clause)
  const gateOn = async (day: Day) => (await gatesOn(tx, pilot, all, day)).get(no)?.gate ?? view.gate
  return { ...view, pilot, rule, tranche, gateOn }
}
