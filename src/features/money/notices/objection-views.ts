import { sql } from 'kysely'
import { instant, int, text, uuid } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { statement } from '../../../platform/database/statement.ts'
import { editionOf } from '../../../policy/editions/edition.ts'
import { clauseIn } from '../../../policy/editions/edition-clauses.ts'

const unanswered = statement(
  { noticeId: uuid, pilotId: uuid, parkName: text, edition: text, trancheNo: int, no: int, since: instant },
  () => sql`
    select n.id as "noticeId", t.pilot_id as "pilotId", n.park_name as "parkName", b.edition, n.tranche_no as "trancheNo", o.no,
           o.received_at as since
      from notice_objections o
      join notices n on n.id = o.notice_id
      join tranches t on t.id = n.tranche_id
      join pilots p on p.id = t.pilot_id
      join batches b on b.id = p.batch_id
     where not exists (select from notice_answers a where a.objection_id = o.id)
     order by o.received_at`,
)

/** Objections in scope that wait for an answer, also where their notice was taken down since, each with the clause it was published under. */
export async function openObjections(tx: Tx) {
  const found = await unanswered(tx)
  return found.map(({ edition: id, ...row }) => {
    const edition = editionOf(id)
    const rule = edition.tranches.find(({ no }) => no === row.trancheNo)
    return { ...row, clause: rule?.notice?.clause ?? clauseIn(edition, 'G4.2') }
  })
}
