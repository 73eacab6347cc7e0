import type { Tx } from '../../../platform/database/connect.ts'
import { batchPeriod, editionOf } from '../../../policy/editions/edition.ts'
import { closingClause } from '../../../policy/oversight/close-out.ts'
import { graceEnd } from '../../../policy/oversight/close-out-conditions.ts'
import { addDays, type Day, startOfDay } from '../../../shared/dates.ts'
import { endedPilots } from '../close-out/public.ts'
import type { InboxItem } from './work-items.ts'

/** Pilots to be closed: those whose days of grace are over, and what a bureau has proposed (G5.3). */
export async function closeOutItems(tx: Tx, today: Day): Promise<InboxItem[]> {
  return (await endedPilots(tx, today)).flatMap(({ pilotId, parkName, edition: id, firstYear, state, since }) => {
    const edition = editionOf(id)
    const grace = graceEnd(edition, batchPeriod(edition, firstYear))
    if (state === null && today <= grace) return []
    const standing = state === 'proposed' || state === 'confirmed' ? state : 'due'
    return {
      item: { subject: 'close-out', state: standing, clause: closingClause(edition) },
      pilotId,
      parkName,
      shown: () => ({
        href: `/pilots/${pilotId}/close-out`,
        about: { zh: '试点结项', en: 'Close-out of the pilot' },
      }),
      since: since ?? startOfDay(addDays(grace, 1)),
      ownDay: null,
    }
  })
}
