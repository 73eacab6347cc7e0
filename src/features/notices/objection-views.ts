import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connect.ts'

type OpenObjection = { noticeId: string; pilotId: string; parkName: string; trancheNo: number; no: number; since: Date }

/** Objections in scope that wait for an answer while their notice stands. */
export async function openObjections(tx: Tx): Promise<OpenObjection[]> {
  const found = await sql<OpenObjection>`
    select n.id as "noticeId", t.pilot_id as "pilotId", n.park_name as "parkName", n.tranche_no as "trancheNo", o.no,
           o.received_at as since
      from notice_objections o
      join notices n on n.id = o.notice_id
      join tranches t on t.id = n.tranche_id
     where n.ended is null and not exists (select from notice_answers a where a.objection_id = o.id)
     order by o.received_at limit 500`.execute(tx)
  return found.rows
}
