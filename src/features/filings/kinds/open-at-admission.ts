import type { Acting } from '../../../platform/command.ts'
import { beginFiling } from '../course/public.ts'
import { requireDuty } from '../owed/public.ts'
import { kinds } from './registry.ts'

/** The plan of a park that was just admitted (G3.1), so that it can be written at once. */
export async function openAtAdmission(acting: Acting, pilot: { batchId: string; parkId: string }): Promise<void> {
  const { tx, actor } = acting
  const duty = await requireDuty(tx, actor, { batchId: pilot.batchId, unitId: pilot.parkId, kind: 'plan', period: '' })
  await beginFiling(acting, kinds.plan, duty, null)
}
