import { sql } from 'kysely'
import { bool, day, int, text, uuid } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { type ResultRow, statement } from '../../../platform/database/statement.ts'
import type { WorkCalendar } from '../../../policy/calendar/working-days.ts'
import { editionOf } from '../../../policy/editions/edition.ts'
import { movedDisplay } from '../../../policy/money/notices.ts'
import type { Day } from '../../../shared/dates.ts'

type Running = ResultRow<typeof runningNotices>
export type DisplayMove = Running & { readonly to: Day; readonly willBeProvisional: boolean }

const runningNotices = statement(
  {
    noticeId: uuid,
    trancheId: uuid,
    trancheNo: int,
    batchId: uuid,
    batchName: text,
    edition: text,
    parkId: uuid,
    parkName: text,
    publishedOn: day,
    untilOn: day.nullsExcluded(),
    provisional: bool,
    scope: text,
  },
  (today: Day) => sql`
    select n.id as "noticeId", t.id as "trancheId", t.no as "trancheNo", b.id as "batchId", n.batch_name as "batchName", b.edition,
           p.park_id as "parkId", n.park_name as "parkName", n.published_on as "publishedOn", n.until_on as "untilOn", n.provisional, n.scope
      from notices n
      join tranches t on t.id = n.tranche_id
      join pilots p on p.id = t.pilot_id
      join batches b on b.id = p.batch_id
     where n.ended is null and n.until_on >= ${today}::date and t.state not in ('released', 'received')
     order by t.id`,
)

/** Notices on display whose last day, or whether it is certain, another calendar changes. */
export async function movedDisplays(tx: Tx, calendar: WorkCalendar, today: Day): Promise<DisplayMove[]> {
  return (await runningNotices(tx, today)).flatMap((notice) => {
    const rule = editionOf(notice.edition).tranches.find(({ no }) => no === notice.trancheNo)?.notice
    const moved = rule ? movedDisplay(rule, notice, calendar) : null
    return moved ? [{ ...notice, ...moved }] : []
  })
}

/** Holds the tranches of running notices, so that no payment reads a last day that is about to move. */
export async function lockDisplays(tx: Tx, today: Day): Promise<void> {
  const ids = (await runningNotices(tx, today)).map(({ trancheId }) => trancheId)
  if (ids.length > 0)
    await tx.selectFrom('tranches').select('id').where('id', 'in', ids).orderBy('id').forUpdate().execute()
}

export async function moveDisplays(tx: Tx, moves: readonly DisplayMove[]): Promise<void> {
  for (const { noticeId, to, willBeProvisional } of moves)
    await tx
      .updateTable('notices')
      .set({ untilOn: to, provisional: willBeProvisional })
      .where('id', '=', noticeId)
      .execute()
}
