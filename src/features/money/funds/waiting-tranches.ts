import { sql } from 'kysely'
import { bigint, instant, int, text, uuid, wordsOf } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { statement } from '../../../platform/database/statement.ts'
import { type Edition, editionOf } from '../../../policy/editions/edition.ts'
import type { Clause } from '../../../policy/guide/clauses.ts'
import { silentBureaus } from '../../../policy/money/tranche-conditions.ts'
import type { TrancheState } from '../../../policy/money/tranche-states.ts'
import type { Bureau } from '../../../policy/people/roles.ts'
import { type GateView, gatesOfAll } from './gate-views.ts'
import { tranchesByPilot } from './store.ts'

export type WaitingTranche = {
  trancheId: string
  pilotId: string
  countyId: string
  parkName: string
  no: number
  state: TrancheState
  gateOpen: boolean
  /** Recommended, and yet the payment is held back. */
  held: boolean
  /** Bureaus whose judgment is all that is missing. */
  toJudge: readonly Bureau[]
  /** The public notice before payment is still to be published. */
  noticeDue: boolean
  clause: Clause
  noticeClause: Clause
  /** What its edition has signed by a second person. */
  signatures: Edition['signatures']
  since: Date
}

const nextTranches = statement(
  {
    trancheId: uuid,
    pilotId: uuid,
    countyId: uuid,
    parkName: text,
    no: int,
    state: wordsOf('tranches.state'),
    awardFen: bigint,
    edition: text,
    since: instant,
  },
  () => sql`
    select distinct on (t.pilot_id) t.id as "trancheId", t.pilot_id as "pilotId", p.county_id as "countyId", u.name as "parkName", t.no, t.state, p.award_fen as "awardFen", b.edition,
           coalesce(t.released_at, t.recommended_at,
                    (select max(e.received_at) from tranches e where e.pilot_id = t.pilot_id),
                    (select max(l.locked_at) from baselines l where l.pilot_id = t.pilot_id)) as since
      from tranches t
      join pilots p on p.id = t.pilot_id
      join batches b on b.id = p.batch_id
      join units u on u.id = p.park_id
     where t.state <> 'received'
     order by t.pilot_id, t.no`,
)

/** The next tranche of each pilot in scope that somebody must act on, with whether its gate is open (G4.2). */
export async function waitingTranches(tx: Tx, now: Date): Promise<WaitingTranche[]> {
  const found = await nextTranches(tx)
  const pilots = found.map(({ pilotId, awardFen, edition }) => ({
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
    now,
  )
  return found.flatMap(({ awardFen: _award, edition, ...row }): WaitingTranche[] => {
    const view = gates.get(row.pilotId)?.get(row.no)
    if (!view) return []
    const { clause, noticeClause } = view.gate
    const { signatures } = editionOf(edition)
    return [{ ...row, clause, noticeClause, signatures, ...waitingFor(row.state, view) }]
  })
}

const nothing = { gateOpen: false, held: false, toJudge: [], noticeDue: false }

function waitingFor(state: TrancheState, { gate, facts }: GateView) {
  if (state === 'recommended') {
    const noticeDue = gate.open && gate.held.some(({ code }) => code === 'funds.notice-missing')
    return { ...nothing, held: !gate.payable, noticeDue }
  }
  if (state !== 'waiting') return nothing
  const onlyJudging = gate.missing.length > 0 && gate.missing.every(({ code }) => code === 'funds.not-judged')
  return { ...nothing, gateOpen: gate.open, toJudge: onlyJudging ? silentBureaus(facts.judgments) : [] }
}
