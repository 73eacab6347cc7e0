import type { Actor } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { waitingEvaluations } from '../../filings/evaluations/public.ts'
import { workCalendarOf } from '../../programme/rest-days/public.ts'
import type { InboxItem } from './work-items.ts'

/** Evaluations that wait: for the park, for whoever holds them, for an expert's own score (G5.3). */
export async function evaluationItems(tx: Tx, actor: Actor, now: Date): Promise<InboxItem[]> {
  const waiting = await waitingEvaluations(tx, actor, now, await workCalendarOf(tx))
  return waiting.map(({ evaluationId, pilotId, parkName, name, clause, posts, wait, since, ownDay }) => ({
    item: { subject: 'evaluation', state: wait, posts, clause },
    pilotId,
    parkName,
    shown: () => ({ href: `/evaluations/${evaluationId}`, about: name }),
    since,
    ownDay,
  }))
}
