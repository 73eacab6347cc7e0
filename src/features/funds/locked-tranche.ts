import type { Tx } from '../../platform/database/connect.ts'
import { notFound } from '../../platform/errors.ts'
import { refuse } from '../../policy/refuse.ts'
import type { TrancheGate } from '../../policy/tranches.ts'
import { type Pilot, requirePilot } from '../pilots/public.ts'
import { gatesOf } from './gate-views.ts'
import { lockTranches, type TrancheRow } from './store.ts'

type Locked = { pilot: Pilot; tranche: TrancheRow; all: readonly TrancheRow[]; gate: TrancheGate }

/**
 * A tranche about to take a step, locked together with its siblings, and its gate.
 * @throws HttpError 404 for a foreign pilot or a number the edition does not know; Refusal before the plan is approved (G3.1).
 */
export async function lockTranche(tx: Tx, { pilotId, no }: { pilotId: string; no: number }): Promise<Locked> {
  const pilot = await requirePilot(tx, pilotId)
  if (!pilot.edition.tranches.some((rule) => rule.no === no)) throw notFound({ zh: '拨付期次', en: 'tranche' })
  const all = await lockTranches(tx, pilotId)
  const gate = (await gatesOf(tx, pilot, all)).get(no)
  const tranche = all.find((one) => one.no === no)
  if (!tranche || !gate) throw refuse('funds.plan-not-approved', 'G3.1')
  return { pilot, tranche, all, gate }
}
