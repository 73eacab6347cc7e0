import { sql } from 'kysely'
import { bool, uuid, wordsOf } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { statement } from '../../../platform/database/statement.ts'
import { editionList, owes } from '../../../policy/editions/edition.ts'
import type { TrancheFacts } from '../../../policy/money/tranche-facts.ts'

/** Editions whose rest waits for the mid-term evaluation; the others wait for the final one (G4.2, G5.3). */
function midTermEditions(): string[] {
  return editionList()
    .filter((edition) => owes(edition, 'mid-term-evaluation'))
    .map(({ id }) => id)
}

const evaluated = statement(
  { pilotId: uuid, grade: wordsOf('evaluation_results.grade').nullable(), rectified: bool },
  ({ pilotIds, until }: { readonly pilotIds: readonly string[] | null; readonly until: Date | null }) => sql`
    select distinct on (r.pilot_id) r.pilot_id as "pilotId", r.grade,
           exists (select from rectifications d
                    where d.evaluation_id = r.evaluation_id and d.state = 'accepted'
                      and (${until}::timestamptz is null or d.decided_at < ${until})) as rectified
      from evaluation_results r join pilots p on p.id = r.pilot_id join batches b on b.id = p.batch_id
     where (${pilotIds}::uuid[] is null or r.pilot_id = any (${pilotIds}::uuid[]))
       and r.kind = case when b.edition = any (${midTermEditions()}) then 'mid-term-evaluation' else 'final-evaluation' end
       and (${until}::timestamptz is null or r.in_force_at < ${until})
     order by r.pilot_id, r.no desc`,
)

/** The grade that a pilot's money hangs on, and whether what it found wanting is put right; of these pilots or of all in scope, before a moment or now. */
export async function evaluationsOf(
  tx: Tx,
  pilotIds: readonly string[] | null,
  until: Date | null,
): Promise<Map<string, TrancheFacts['evaluation']>> {
  const found = await evaluated(tx, { pilotIds, until })
  return new Map(found.flatMap(({ pilotId, grade, rectified }) => (grade ? [[pilotId, { grade, rectified }]] : [])))
}
