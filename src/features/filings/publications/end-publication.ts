import { type Acting, command } from '../../../platform/command.ts'
import { notFound } from '../../../platform/errors.ts'
import { mayWithdrawResults } from '../../../policy/evaluation/publication.ts'
import { checkReason } from '../../../policy/guide/reasons.ts'
import { dayOf } from '../../../shared/dates.ts'
import { lockCourseFiling } from '../course/public.ts'
import * as contract from './contract.ts'
import { whyNotPublisher } from './report.ts'
import { endPublication, lockPublication, lockStanding, type PublicationRow, reportOf } from './store.ts'

/** What is on display is withdrawn with a reason that everybody reads; it stays, marked so, and another may follow. */
export const withdrawResults = command(
  contract.withdrawResults,
  async ({ params, body }, { tx, actor, now, record }) => {
    const filingId = await reportOf(tx, params.publicationId)
    if (filingId === null) throw noPublication
    // The report first, as whoever opens it again takes it.
    const { duty } = await lockCourseFiling(tx, actor, filingId)
    const found = await lockPublication(tx, params.publicationId)
    if (!found) throw noPublication
    const { clause } = duty.batch.edition.evaluationCourse.publication ?? duty.rule
    const no =
      whyNotPublisher(duty, actor) ??
      mayWithdrawResults({ clause }, found, dayOf(now)) ??
      checkReason(body.reason, 'common.reason-missing', clause)
    if (no) throw no
    const ending = { ended: 'withdrawn' as const, endedBy: actor.accountId, endedAt: now, endReason: body.reason }
    await endPublication(tx, found.id, ending)
    record('evaluation.publication-withdrawn', { ...about(found), after: ending })
    return { state: 'withdrawn' as const }
  },
)

const noPublication = notFound({ zh: '评价结果公示', en: 'publication of results' })

/** A report that is opened again takes what was published of it along: other results may follow, and are published anew. */
export async function lapsePublication(acting: Acting, filingId: string): Promise<void> {
  const { tx, actor, now, record } = acting
  const found = await lockStanding(tx, filingId)
  if (!found) return
  const ending = { ended: 'lapsed' as const, endedBy: actor.accountId, endedAt: now, endReason: '' }
  await endPublication(tx, found.id, ending)
  record('evaluation.publication-lapsed', { ...about(found), after: ending })
}

function about({ id, scope, publishedOn, untilOn }: PublicationRow) {
  return { subject: id, scope, before: { publishedOn, untilOn } }
}
