import { sql } from 'kysely'
import { instant, int, text, uuid, wordsOf } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { statement } from '../../../platform/database/statement.ts'
import type { Clause } from '../../../policy/guide/clauses.ts'
import type { Bureau, Seat } from '../../../policy/people/roles.ts'
import type { SignedAct } from '../../../policy/people/signed-acts.ts'

/** A prepared act that waits for a signature, and what it is about. */
export type WaitingAct = {
  readonly preparedId: string
  readonly act: SignedAct
  readonly subject: string
  readonly seat: Seat
  readonly bureau: Bureau
  readonly clause: Clause
  readonly since: Date
  /** An account id. */
  readonly preparedBy: string
  /** Of what is about a tranche or a measure. */
  readonly pilotId: string | null
  readonly trancheNo: number | null
  /** The park, or whoever filed. */
  readonly unitName: string
  readonly batchName: string
}

const waiting = statement(
  {
    preparedId: uuid,
    act: wordsOf('prepared_acts.act'),
    subject: uuid,
    level: wordsOf('prepared_acts.level'),
    bureau: wordsOf('prepared_acts.bureau'),
    clause: text,
    since: instant,
    preparedBy: uuid,
    pilotId: uuid.nullable(),
    trancheNo: int.nullable(),
    unitName: text,
    batchName: text,
  },
  () => sql`
    select p.id as "preparedId", p.act, p.subject, p.level, p.bureau, p.clause, p.prepared_at as since, p.prepared_by as "preparedBy",
           i.id as "pilotId", t.no as "trancheNo", u.name as "unitName", b.name as "batchName"
      from prepared_acts p
      left join tranches t on t.id = p.tranche_id
      left join measures m on m.id = p.measure_id
      left join pilots i on i.id = coalesce(t.pilot_id, m.pilot_id, p.pilot_id)
      left join filings f on f.id = p.filing_id
      -- One look for each: a join of units is planned as if there were thousands of acts.
      join lateral (select name from units where id = coalesce(i.park_id, f.unit_id) limit 1) u on true
      join batches b on b.id = coalesce(i.batch_id, f.batch_id)
     where p.ended is null
     order by p.prepared_at, p.id`,
)

/** What waits in scope for a second person, longest waiting first. */
export async function waitingActs(tx: Tx): Promise<WaitingAct[]> {
  const found = await waiting(tx)
  return found.map(({ level, bureau, clause, ...row }) => ({
    ...row,
    bureau,
    clause: clause as Clause,
    seat: `${level}-${bureau}` as Seat,
  }))
}
