import type { Tx } from '../../../platform/database/connect.ts'
import type { Day } from '../../../shared/dates.ts'
import { waitingMeasures } from '../../money/measures/public.ts'
import type { WaitingAct } from '../../programme/signing/public.ts'
import type { InboxItem } from './work-items.ts'

/** Measures to be confirmed and claims to be paid; a claim is due on its own day (G5.3). */
export async function measureItems(tx: Tx, today: Day, acts: readonly WaitingAct[]): Promise<InboxItem[]> {
  const prepared = new Set(acts.filter(({ act }) => act === 'measure-confirmation').map(({ subject }) => subject))
  return (await waitingMeasures(tx, today)).map(
    ({ measureId, pilotId, parkName, state, level, clause, about, dueOn, since }) => ({
      item: { subject: 'measure', state, level, clause, prepared: prepared.has(measureId) },
      pilotId,
      parkName,
      shown: () => ({ href: `/pilots/${pilotId}/measures`, about }),
      since,
      ownDay: dueOn,
    }),
  )
}
