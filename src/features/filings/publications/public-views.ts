import { sql } from 'kysely'
import type { z } from 'zod'
import { arrayOf, bool, day, instant, int, text, uuid, wordsOf } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { statement } from '../../../platform/database/statement.ts'
import { notFound } from '../../../platform/errors.ts'
import { dayOf } from '../../../shared/dates.ts'
import { workCalendarOf } from '../../programme/rest-days/public.ts'
import type { listPublicEvaluations, showPublicEvaluation } from './contract.ts'
import { resultsColumn } from './store.ts'
import { headOf, wholeOf } from './views.ts'

/** Publications on one public page. */
const pageLength = 50

const published = statement(
  {
    id: uuid,
    kind: wordsOf('evaluation_publications.kind'),
    edition: text,
    batchName: text,
    unitName: text,
    clause: text,
    contact: text,
    parks: int,
    firstParks: arrayOf(text),
    results: resultsColumn.nullable(),
    publishedAt: instant,
    publishedOn: day,
    untilOn: day,
    provisional: bool,
    ended: wordsOf('evaluation_publications.ended').nullable(),
    endReason: text,
    newerId: uuid.nullable(),
  },
  ({
    wanted,
    before,
    most,
  }: {
    readonly wanted: string | null
    readonly before: Date | null
    readonly most: number
  }) => sql`
  select id, kind, edition, batch_name as "batchName", unit_name as "unitName", clause, contact, parks, first_parks as "firstParks", results,
         published_at as "publishedAt", published_on as "publishedOn", until_on as "untilOn", provisional, ended, end_reason as "endReason",
         newer as "newerId"
    from published_evaluations(${wanted}::uuid, ${before}::timestamptz, ${most})`,
  [{ wanted: null, before: null, most: 1 }],
)

/** Newest first, for readers without an account. */
export async function publicEvaluations(
  tx: Tx,
  before: Date | null,
  now: Date,
): Promise<z.input<typeof listPublicEvaluations.reply>> {
  const found = await published(tx, { wanted: null, before, most: pageLength + 1 })
  const calendar = await workCalendarOf(tx)
  const page = found.slice(0, pageLength)
  const next = found.length > pageLength ? (page.at(-1)?.publishedAt.toISOString() ?? null) : null
  const publications = page.map(({ parks, firstParks, ...row }) => ({
    ...headOf(row, dayOf(now), calendar),
    parks,
    firstParks,
  }))
  return { publications, next }
}

/** One publication for everybody. @throws HttpError 404 */
export async function publicEvaluation(
  tx: Tx,
  id: string,
  now: Date,
): Promise<z.input<typeof showPublicEvaluation.reply>> {
  const [found] = await published(tx, { wanted: id, before: null, most: 1 })
  if (!found) throw notFound({ zh: '评价结果公示', en: 'publication of results' })
  const { results, newerId, ...row } = found
  return { ...wholeOf({ ...row, results: results ?? [] }, dayOf(now), await workCalendarOf(tx)), newerId }
}
