import type { Tx } from '../../../platform/database/connect.ts'
import { waitingPractices } from '../../delivery/practices/public.ts'
import type { InboxItem } from './work-items.ts'

/** Documents of lasting practice that their county has neither adopted nor sent back (G3.5). */
export async function practiceItems(tx: Tx): Promise<InboxItem[]> {
  return (await waitingPractices(tx)).map(({ pilotId, title, since, parkName }) => ({
    item: { subject: 'practice', state: 'submitted' },
    pilotId,
    parkName,
    shown: () => ({ href: `/pilots/${pilotId}/practices`, about: { zh: title, en: title } }),
    since,
    ownDay: null,
  }))
}
