import { sql } from 'kysely'
import { instant, int, text, uuid, wordsOf } from '../../../platform/database/columns.ts'
import { statement } from '../../../platform/database/statement.ts'

/** Pilots whose period is over and that are not closed, with the proposal that waits where there is one; the longest over first. */
export const endedPilots = statement(
  {
    pilotId: uuid,
    parkName: text,
    edition: text,
    firstYear: int,
    state: wordsOf('close_outs.state').nullable(),
    since: instant.nullable(),
  },
  (today: string) => sql`
    select p.id as "pilotId", u.name as "parkName", b.edition, b.first_year as "firstYear", c.state,
           coalesce(c.confirmed_at, c.proposed_at) as since
      from pilots p
      join units u on u.id = p.park_id
      join batches b on b.id = p.batch_id
      left join close_outs c on c.pilot_id = p.id and c.state <> 'ended'
     where p.runs_to < ${today}::date and c.state is distinct from 'recorded'
     order by p.runs_to, p.id`,
)
