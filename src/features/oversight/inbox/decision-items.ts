import type { Tx } from '../../../platform/database/connect.ts'
import { openDecisions } from '../consultations/public.ts'
import type { InboxItem } from './work-items.ts'

/** Decisions of consultations that somebody in this scope has to carry out (G5.1). */
export async function decisionItems(tx: Tx, scope: string): Promise<InboxItem[]> {
  const open = await openDecisions(tx, scope)
  return open.map(({ consultationId, topic, what, no, unitName, batchName, post, dueOn, since }) => ({
    item: { subject: 'decision', state: 'open', post },
    pilotId: null,
    parkName: unitName,
    batchName,
    shown: () => ({
      href: `/consultations/${consultationId}?decision=${no}`,
      about: { zh: `${topic}：${what}`, en: `${topic}: ${what}` },
    }),
    since,
    ownDay: dueOn,
  }))
}
