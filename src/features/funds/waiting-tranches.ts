import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connect.ts'
import { editionOf } from '../../policy/edition.ts'
import type { TrancheState } from '../../policy/tranches.ts'
import { gatesOfAll } from './gate-views.ts'
import { tranchesByPilot } from './store.ts'

export type WaitingTranche = {
  pilotId: string
  parkName: string
  no: number
  state: TrancheState
  gateOpen: boolean
  since: Date
}

type Row = Omit<WaitingTranche, 'gateOpen'> & { awardFen: number; edition: string }

/** The next tranche of each pilot in scope that somebody must act on, with whether its gate is open (G4.2). */
export async function waitingTranches(tx: Tx): Promise<WaitingTranche[]> {
  const found = await sql<Row>`
    select distinct on (t.pilot_id) t.pilot_id as "pilotId", u.name as "parkName", t.no, t.state, p.award_fen as "awardFen", b.edition,
           coalesce(t.released_at, t.recommended_at,
                    (select max(e.received_at) from tranches e where e.pilot_id = t.pilot_id),
                    (select max(l.locked_at) from baselines l where l.pilot_id = t.pilot_id)) as since
      from tranches t
      join pilots p on p.id = t.pilot_id
      join batches b on b.id = p.batch_id
      join units u on u.id = p.park_id
     where t.state <> 'received'
     order by t.pilot_id, t.no`.execute(tx)
  const pilots = found.rows.map(({ pilotId, awardFen, edition }) => ({
    id: pilotId,
    awardFen,
    edition: editionOf(edition),
  }))
  const tranches = await tranchesByPilot(
    tx,
    pilots.map((pilot) => pilot.id),
  )
  const gates = await gatesOfAll(
    tx,
    pilots.map((pilot) => ({ pilot, tranches: tranches.get(pilot.id) ?? [] })),
  )
  return found.rows.map(({ awardFen: _award, edition: _edition, ...row }) => ({
    ...row,
    gateOpen: row.state === 'waiting' && (gates.get(row.pilotId)?.get(row.no)?.open ?? false),
  }))
}
