import type { Tx } from '../../platform/database/connect.ts'
import { workCalendar } from '../../platform/work-calendar.ts'
import { dueOn } from '../../policy/deadlines.ts'
import { emptyPlan } from '../../policy/plan.ts'
import { openFiling } from '../filings/public.ts'
import type { Pilot } from '../pilots/public.ts'

/** An empty plan for a park that was just admitted, with the day it is due (G3.1). */
export async function openPlan(
  tx: Tx,
  pilot: Pick<Pilot, 'id' | 'batchId' | 'parkId' | 'scope' | 'edition' | 'firstYear'>,
  { id, at }: { id: string; at: Date },
): Promise<void> {
  await openFiling(tx, {
    id,
    batchId: pilot.batchId,
    unitId: pilot.parkId,
    pilotId: pilot.id,
    kind: 'plan',
    period: '',
    dueOn: dueOn(pilot.edition, pilot.firstYear, 'plan', '', workCalendar),
    scope: pilot.scope,
    openedAt: at,
    sections: emptyPlan(),
  })
}
