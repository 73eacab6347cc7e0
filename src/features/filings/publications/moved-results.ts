import { sql } from 'kysely'
import { bool, day, text, uuid, wordsOf } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { type ResultRow, statement } from '../../../platform/database/statement.ts'
import type { WorkCalendar } from '../../../policy/calendar/working-days.ts'
import { editionOf, obligationOf } from '../../../policy/editions/edition.ts'
import { movedDisplay } from '../../../policy/money/notices.ts'
import type { Day } from '../../../shared/dates.ts'
import type { Text } from '../../../shared/words.ts'

type OnDisplay = ResultRow<typeof onDisplay>
export type ResultsMove = OnDisplay & { readonly to: Day; readonly willBeProvisional: boolean; readonly title: Text }

const onDisplay = statement(
  {
    publicationId: uuid,
    kind: wordsOf('evaluation_publications.kind'),
    batchId: uuid,
    batchName: text,
    edition: text,
    unitId: uuid,
    unitName: text,
    publishedOn: day,
    untilOn: day,
    provisional: bool,
    scope: text,
  },
  (today: Day) => sql`
    select p.id as "publicationId", p.kind, p.batch_id as "batchId", p.batch_name as "batchName", b.edition, f.unit_id as "unitId",
           p.unit_name as "unitName", p.published_on as "publishedOn", p.until_on as "untilOn", p.provisional, p.scope
      from evaluation_publications p join filings f on f.id = p.filing_id join batches b on b.id = p.batch_id
     where p.ended is null and p.until_on >= ${today}::date
     order by p.id`,
)

/** Results on display whose last day, or whether it is certain, another calendar changes. */
export async function movedResults(tx: Tx, calendar: WorkCalendar, today: Day): Promise<ResultsMove[]> {
  return (await onDisplay(tx, today)).flatMap((row) => {
    const { evaluationCourse } = editionOf(row.edition)
    const moved = evaluationCourse.publication && movedDisplay(evaluationCourse.publication, row, calendar)
    return moved ? [{ ...row, ...moved, title: resultsTitle(row.edition, row.kind) }] : []
  })
}

/** What results on display are called in a list of days. */
export function resultsTitle(edition: string, kind: OnDisplay['kind']): Text {
  const { zh, en } = obligationOf(editionOf(edition), kind)
  return { zh: `${zh}结果公示`, en: `Results published: ${en}` }
}

/** Holds results on display, so that none ends while its last day moves. */
export async function lockResults(tx: Tx, today: Day): Promise<void> {
  await tx
    .selectFrom('evaluationPublications')
    .select('id')
    .where('ended', 'is', null)
    .where('untilOn', '>=', today)
    .orderBy('id')
    .forUpdate()
    .execute()
}

export async function moveResults(tx: Tx, moves: readonly ResultsMove[]): Promise<void> {
  for (const { publicationId, to, willBeProvisional } of moves)
    await tx
      .updateTable('evaluationPublications')
      .set({ untilOn: to, provisional: willBeProvisional })
      .where('id', '=', publicationId)
      .execute()
}
