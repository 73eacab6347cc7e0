import { sql } from 'kysely'
import { day, instant, text, uuid, wordsOf } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { statement } from '../../../platform/database/statement.ts'
import { editionOf, obligationOf } from '../../../policy/editions/edition.ts'
import type { EvaluationObligation } from '../../../policy/editions/evaluation-rules.ts'
import { mayPublishResults, publicationState } from '../../../policy/evaluation/publication.ts'
import { preparersOf } from '../../../policy/filings/filing-posts.ts'
import type { Day } from '../../../shared/dates.ts'
import type { ReportPublication } from './contract.ts'

const reportsWithout = statement(
  {
    filingId: uuid,
    kind: wordsOf('filings.kind'),
    state: wordsOf('filings.state'),
    edition: text,
    batchName: text,
    unitName: text,
    since: instant,
  },
  () => sql`
    select f.id as "filingId", f.kind, f.state, b.edition, b.name as "batchName", u.name as "unitName",
           greatest(coalesce(f.recorded_at, o.at, f.opened_at), (select max(p.ended_at) from evaluation_publications p where p.filing_id = f.id)) as since
      from filings f
      join batches b on b.id = f.batch_id
      join units u on u.id = f.unit_id
      left join lateral (select max(o.given_at) as at from filing_versions v join filing_opinions o on o.version_id = v.id
                          where v.filing_id = f.id and v.no = f.version_no) o on true
     where f.kind in ('mid-term-evaluation', 'final-evaluation') and f.state in ('approved', 'recorded') and in_scope(f.scope)
       and not exists (select from evaluation_publications p where p.filing_id = f.id and p.ended is null)
     order by since, f.id`,
)

/** A report that is over and not on display, with the posts that publish it and since when it waits. */
export type UnpublishedReport = {
  readonly filingId: string
  readonly name: { readonly zh: string; readonly en: string }
  readonly batchName: string
  readonly unitName: string
  readonly posts: ReturnType<typeof preparersOf>
  readonly clause: ReturnType<typeof obligationOf>['clause']
  readonly since: Date
}

/** What waits for its publication in the reader's scope, the oldest first. */
export async function unpublishedReports(tx: Tx): Promise<UnpublishedReport[]> {
  return (await reportsWithout(tx)).flatMap(({ kind, state, edition: id, ...row }) => {
    const edition = editionOf(id)
    const rule = obligationOf(edition, kind)
    if (mayPublishResults(edition, { report: { rule, state }, standing: false })) return []
    const { clause } = edition.evaluationCourse.publication ?? rule
    return [{ ...row, name: { zh: rule.zh, en: rule.en }, posts: preparersOf(rule), clause }]
  })
}

const newestShape = {
  publicationId: uuid.nullable(),
  publishedOn: day.nullable(),
  untilOn: day.nullable(),
  ended: wordsOf('evaluation_publications.ended').nullable(),
}
type Newest = {
  readonly publicationId: string | null
  readonly publishedOn: Day | null
  readonly untilOn: Day | null
  readonly ended: 'withdrawn' | 'lapsed' | null
}

function newestView(
  { publicationId, publishedOn, untilOn, ended }: Newest,
  today: Day,
): ReportPublication['publication'] {
  if (publicationId === null || publishedOn === null || untilOn === null) return null
  return { publicationId, state: publicationState({ untilOn, ended }, today), publishedOn, untilOn }
}

type InBatch = { readonly batchId: string; readonly kind: EvaluationObligation }

const reportsIn = statement(
  { filingId: uuid, unitName: text, state: wordsOf('filings.state'), edition: text, ...newestShape },
  ({ batchId, kind }: InBatch) => sql`
    select f.id as "filingId", u.name as "unitName", f.state, b.edition,
           p.id as "publicationId", p.published_on as "publishedOn", p.until_on as "untilOn", p.ended
      from filings f
      join batches b on b.id = f.batch_id
      join units u on u.id = f.unit_id
      left join lateral (select * from evaluation_publications p where p.filing_id = f.id
                          order by p.ended is not null, p.published_at desc limit 1) p on true
     where f.batch_id = ${batchId} and f.kind = ${kind} and in_scope(f.scope)
     order by f.scope, f.id`,
  [{ batchId: '00000000-0000-0000-0000-000000000000', kind: 'mid-term-evaluation' }],
)

/** The reports of a batch that are over, or were published once, each with the publication that stands or ended last. */
export async function publishedReports(tx: Tx, asked: InBatch, today: Day): Promise<ReportPublication[]> {
  const rows = await reportsIn(tx, asked)
  return rows.flatMap(({ filingId, unitName, state, edition: id, ...newest }) => {
    const edition = editionOf(id)
    const report = { rule: obligationOf(edition, asked.kind), state }
    const publication = newestView(newest, today)
    const no = mayPublishResults(edition, { report, standing: false })
    return publication || !no ? [{ filingId, unitName, publication }] : []
  })
}

const publishedOfPilot = statement(
  {
    publicationId: uuid,
    publishedOn: day,
    untilOn: day,
    ended: wordsOf('evaluation_publications.ended').nullable(),
  },
  ({ pilotId, batchId, kind }: InBatch & { readonly pilotId: string }) => sql`
    select p.id as "publicationId", p.published_on as "publishedOn", p.until_on as "untilOn", p.ended
      from evaluation_publications p
     where p.batch_id = ${batchId} and p.kind = ${kind}
       and p.results @> jsonb_build_array(jsonb_build_object('pilotId', ${pilotId}::text))
     order by p.ended is not null, p.published_at desc
     limit 1`,
)

/** What was published of one pilot: what stands, else what ended last. */
export async function publishedOf(
  tx: Tx,
  { id: pilotId, batchId }: { readonly id: string; readonly batchId: string },
  kind: EvaluationObligation,
  today: Day,
): Promise<ReportPublication['publication']> {
  const [found] = await publishedOfPilot(tx, { pilotId, batchId, kind })
  return found ? newestView(found, today) : null
}
