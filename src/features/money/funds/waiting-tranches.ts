import { sql } from 'kysely'
import { bigint, instant, text, uuid } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { statement } from '../../../platform/database/statement.ts'
import { type Edition, editionOf } from '../../../policy/editions/edition.ts'
import type { Clause } from '../../../policy/guide/clauses.ts'
import { silentBureaus } from '../../../policy/money/tranche-conditions.ts'
import type { TrancheState } from '../../../policy/money/tranche-states.ts'
import type { Bureau } from '../../../policy/people/roles.ts'
import { type GateView, gatesOfAll } from './gate-views.ts'
import { type MoneySteps, tranchesByPilot } from './store.ts'

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

const waitingPilots = statement(
  {
    pilotId: uuid,
    countyId: uuid,
    parkName: text,
    awardFen: bigint,
    edition: text,
    lockedAt: instant.nullable(),
  },
  (pilotIds: readonly string[]) => sql`
    select p.id as "pilotId", p.county_id as "countyId", u.name as "parkName", p.award_fen as "awardFen", b.edition,
           (select max(l.locked_at) from baselines l where l.pilot_id = p.id) as "lockedAt"
      from pilots p
      join batches b on b.id = p.batch_id
      join units u on u.id = p.park_id
     where p.id = any (${pilotIds})
     order by p.id`,
)

/** The next tranche of each pilot in scope that somebody must act on, with whether its gate is open (G4.2). */
export async function waitingTranches(tx: Tx, now: Date): Promise<WaitingTranche[]> {
  const all = await tranchesByPilot(tx, null)
  const next = new Map(
    [...all].flatMap(([pilotId, tranches]) => {
      const first = tranches.find(({ state }) => state !== 'received')
      return first ? [[pilotId, first]] : []
    }),
  )
  const found = await waitingPilots(tx, [...next.keys()])
  const gates = await gatesOfAll(
    tx,
    found.flatMap(({ pilotId: id, awardFen, edition }) => {
      const only = next.get(id)?.no
      return only === undefined
        ? []
        : [{ pilot: { id, awardFen, edition: editionOf(edition) }, tranches: all.get(id) ?? [], only }]
    }),
    now,
  )
  return found.flatMap(({ awardFen: _award, edition, lockedAt, ...row }): WaitingTranche[] => {
    const tranche = next.get(row.pilotId)
    const view = tranche && gates.get(row.pilotId)?.get(tranche.no)
    const since =
      tranche && (tranche.releasedAt ?? tranche.recommendedAt ?? lastReceipt(all.get(row.pilotId)) ?? lockedAt)
    if (!view || !since) return []
    const { clause, noticeClause } = view.gate
    const { signatures } = editionOf(edition)
    const { id: trancheId, no, state } = tranche
    return [{ ...row, trancheId, no, state, since, clause, noticeClause, signatures, ...waitingFor(state, view) }]
  })
}

function lastReceipt(tranches: readonly MoneySteps[] = []): Date | null {
  const times = tranches.flatMap(({ receivedAt }) => receivedAt?.getTime() ?? [])
  return times.length > 0 ? new Date(Math.max(...times)) : null
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
