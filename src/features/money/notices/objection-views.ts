import { sql } from 'kysely'
import { instant, int, text, uuid } from '../../../platform/database/columns.ts'
import { statement } from '../../../platform/database/statement.ts'

/** Objections in scope that wait for an answer while their notice stands. */
export const openObjections = statement(
  { noticeId: uuid, pilotId: uuid, parkName: text, trancheNo: int, no: int, since: instant },
  () => sql`
    select n.id as "noticeId", t.pilot_id as "pilotId", n.park_name as "parkName", n.tranche_no as "trancheNo", o.no,
           o.received_at as since
      from notice_objections o
      join notices n on n.id = o.notice_id
      join tranches t on t.id = n.tranche_id
     where n.ended is null and not exists (select from notice_answers a where a.objection_id = o.id)
     order by o.received_at`,
)
