import type { Tx } from '../../../platform/database/connect.ts'
import { waitingPlans } from '../sampling/public.ts'
import type { InboxItem } from './work-items.ts'

/** Sampling plans that a bureau has not approved, or that nobody has drawn by yet (G5.2). */
export async function samplingItems(tx: Tx): Promise<InboxItem[]> {
  return (await waitingPlans(tx)).map(({ planId, purpose, state, approved, countyName, batchName, since }) => ({
    item: { subject: 'sampling', state, approved },
    pilotId: null,
    parkName: countyName,
    batchName,
    shown: () => ({ href: `/sampling-plans/${planId}`, about: { zh: purpose, en: purpose } }),
    since,
    ownDay: null,
  }))
}
