import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { bool, day, instant, jsonb, text, uuid, wordsOf } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { type ResultRow, statement } from '../../../platform/database/statement.ts'
import { gradeList, measureKindList } from '../../../policy/editions/rule-terms.ts'
import type { PublishedResult } from '../../../policy/evaluation/publication.ts'
import type { Day } from '../../../shared/dates.ts'

/** Results as they are kept. */
export const resultsColumn = jsonb(
  z.array(
    z.object({
      pilotId: z.uuid(),
      parkName: z.string(),
      countyName: z.string(),
      points: z.number().nullable(),
      grade: z.enum(gradeList).nullable(),
      remark: z.string(),
      measures: z.array(z.object({ kind: z.enum(measureKindList), on: z.string() })),
    }),
  ),
)

const publicationsWhere = statement(
  {
    id: uuid,
    filingId: uuid,
    kind: wordsOf('evaluation_publications.kind'),
    edition: text,
    batchName: text,
    unitName: text,
    clause: text,
    contact: text,
    results: resultsColumn,
    publishedOn: day,
    untilOn: day,
    provisional: bool,
    ended: wordsOf('evaluation_publications.ended').nullable(),
    endedAt: instant.nullable(),
    endReason: text,
    scope: text,
  },
  (which: RawBuilder<unknown>) => sql`
    select p.id, p.filing_id as "filingId", p.kind, b.edition, p.batch_name as "batchName", p.unit_name as "unitName", p.clause, p.contact,
           p.results, p.published_on as "publishedOn", p.until_on as "untilOn", p.provisional, p.ended, p.ended_at as "endedAt",
           p.end_reason as "endReason", p.scope
      from evaluation_publications p join batches b on b.id = p.batch_id
     where ${which}
     order by p.published_at desc, p.id desc`,
  [sql`true`],
)
export type PublicationRow = ResultRow<typeof publicationsWhere>

/** Every publication of a report, the newest first. */
export function publicationsOf(tx: Tx, filingId: string): Promise<PublicationRow[]> {
  return publicationsWhere(tx, sql`p.filing_id = ${filingId}`)
}

/** The publication of a report that stands, held until the transaction ends. */
export async function lockStanding(tx: Tx, filingId: string): Promise<PublicationRow | null> {
  await tx
    .selectFrom('evaluationPublications')
    .select('id')
    .where('filingId', '=', filingId)
    .where('ended', 'is', null)
    .forUpdate()
    .execute()
  const [found] = await publicationsWhere(tx, sql`p.filing_id = ${filingId} and p.ended is null`)
  return found ?? null
}

/** The report that a publication shows; null outside the reader's scope. */
export async function reportOf(tx: Tx, id: string): Promise<string | null> {
  const found = await tx.selectFrom('evaluationPublications').select('filingId').where('id', '=', id).executeTakeFirst()
  return found?.filingId ?? null
}

/** A publication, held until the transaction ends. */
export async function lockPublication(tx: Tx, id: string): Promise<PublicationRow | null> {
  await tx.selectFrom('evaluationPublications').select('id').where('id', '=', id).forUpdate().execute()
  const [found] = await publicationsWhere(tx, sql`p.id = ${id}`)
  return found ?? null
}

type NewPublication = {
  readonly id: string
  readonly filingId: string
  readonly versionId: string
  readonly batchId: string
  readonly kind: PublicationRow['kind']
  readonly batchName: string
  readonly unitName: string
  readonly clause: string
  readonly contact: string
  readonly results: readonly PublishedResult[]
  readonly publishedBy: string
  readonly publishedAt: Date
  readonly publishedOn: Day
  readonly untilOn: Day
  readonly provisional: boolean
  readonly scope: string
}

export async function insertPublication(tx: Tx, row: NewPublication): Promise<void> {
  await tx
    .insertInto('evaluationPublications')
    .values({ ...row, results: JSON.stringify(row.results) })
    .execute()
}

type Ending = { ended: 'withdrawn' | 'lapsed'; endedBy: string; endedAt: Date; endReason: string }

export async function endPublication(tx: Tx, id: string, ending: Ending): Promise<void> {
  await tx.updateTable('evaluationPublications').set(ending).where('id', '=', id).execute()
}
