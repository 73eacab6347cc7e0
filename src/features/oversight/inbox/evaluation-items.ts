import type { Actor } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { waitingEvaluations } from '../../filings/evaluations/public.ts'
import { unpublishedReports } from '../../filings/publications/public.ts'
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

/** Reports of evaluations that are over and whose results nobody can read yet (G5.3). */
export async function publicationItems(tx: Tx): Promise<InboxItem[]> {
  return (await unpublishedReports(tx)).map(({ filingId, name, batchName, unitName, posts, clause, since }) => ({
    item: { subject: 'evaluation', state: 'to-publish', posts, clause },
    pilotId: null,
    parkName: unitName,
    batchName,
    shown: () => ({ href: `/evaluation-reports/${filingId}/publication`, about: name }),
    since,
    ownDay: null,
  }))
}
