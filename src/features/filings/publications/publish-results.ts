import { command } from '../../../platform/command.ts'
import { checkPublication, mayPublishResults } from '../../../policy/evaluation/publication.ts'
import { refuse } from '../../../policy/guide/refuse.ts'
import { lastDay } from '../../../policy/money/notices.ts'
import { dayOf } from '../../../shared/dates.ts'
import { holdCalendar } from '../../programme/rest-days/public.ts'
import { lockCourseFiling } from '../course/public.ts'
import * as contract from './contract.ts'
import { evaluationOf, whyNotPublisher } from './report.ts'
import { reportedResults } from './reported-results.ts'
import { insertPublication, lockStanding } from './store.ts'

/** Whoever filed the report shows its results to everybody, once it is over, for the days of the edition (G5.3). */
export const publishResults = command(
  contract.publishResults,
  async ({ params, body }, { tx, actor, now, newId, record, cite }) => {
    const course = await lockCourseFiling(tx, actor, params.filingId)
    const kind = evaluationOf(course)
    const { duty, filing, row } = course
    const { edition } = duty.batch
    const rule = edition.evaluationCourse.publication
    cite(rule?.clause ?? duty.rule.clause)
    const standing = (await lockStanding(tx, row.id)) !== null
    const no =
      whyNotPublisher(duty, actor) ??
      mayPublishResults(edition, { report: filing, standing }) ??
      (rule && checkPublication(rule, body.contact))
    if (no || !rule) throw no
    const publishedOn = dayOf(now)
    const calendar = await holdCalendar(tx)
    const untilOn = lastDay(rule, publishedOn, calendar)
    if (untilOn === null) throw new Error(`${edition.id} publishes results without a day`)
    const publication = {
      ...(await reportedResults(tx, duty, kind, rule)),
      id: newId(),
      filingId: row.id,
      batchId: duty.batch.id,
      kind,
      batchName: duty.batch.name,
      unitName: duty.unit.name,
      clause: rule.clause,
      contact: body.contact,
      publishedBy: actor.accountId,
      publishedAt: now,
      publishedOn,
      untilOn,
      provisional: calendar.isProvisional(untilOn),
      scope: row.scope,
    }
    await insertPublication(tx, publication)
    record('evaluation.published', { subject: publication.id, scope: row.scope, after: publication })
    return { publicationId: publication.id, untilOn }
  },
  { evaluation_publications_one_stands: () => refuse('evaluation.published-before', null) },
)
