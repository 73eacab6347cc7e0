import { sql } from 'kysely'
import { int, text } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { statement } from '../../../platform/database/statement.ts'
import { batchPeriod, editionOf } from '../../../policy/editions/edition.ts'
import type { OtherPilot } from '../../../policy/plan/other-pilots.ts'
import type { PlanContent } from '../../../policy/plan/plan.ts'
import type { Day } from '../../../shared/dates.ts'
import type { Pilot } from '../../programme/pilots/public.ts'

// The names are read in the reader's own scope: a park knows of no other, a county of its own.
const others = statement(
  { uscc: text, name: text, park: text.nullable(), edition: text, firstYear: int },
  ({ pilotId, codes }: { readonly pilotId: string; readonly codes: readonly string[] }) => sql`
    select o.uscc, o.name, u.name as park, o.edition, o.first_year as "firstYear"
      from other_pilots_of(${pilotId}::uuid, ${codes}::text[]) o
      left join pilots p on p.id = o.pilot_id
      left join units u on u.id = p.park_id
     order by o.uscc, u.scope`,
  [{ pilotId: '00000000-0000-4000-8000-000000000000', codes: [] }],
)

/** Where enterprises of a plan stand in other pilots that run, as far as the reader may know in which. */
export async function enterprisesElsewhere(
  tx: Tx,
  { id }: Pick<Pilot, 'id'>,
  { enterprises: { rows } }: Pick<PlanContent, 'enterprises'>,
  today: Day,
): Promise<OtherPilot[]> {
  const codes = rows.flatMap(({ uscc }) => (uscc === '' ? [] : [uscc]))
  if (codes.length === 0) return []
  const found = await others(tx, { pilotId: id, codes })
  return found.filter(({ edition, firstYear }) => today <= batchPeriod(editionOf(edition), firstYear).to)
}
