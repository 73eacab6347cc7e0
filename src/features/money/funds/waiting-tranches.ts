import { sql } from 'kysely'
import { bigint, bool, instant, int, text, uuid, wordsOf } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { statement } from '../../../platform/database/statement.ts'
import { type Edition, editionOf } from '../../../policy/editions/edition.ts'
import type { Clause } from '../../../policy/guide/clauses.ts'
import { silentBureaus } from '../../../policy/money/tranche-conditions.ts'
import { statesOut, type TrancheState } from '../../../policy/money/tranche-states.ts'
import type { Bureau } from '../../../policy/people/roles.ts'
import { evaluationsOf } from './evaluation-facts.ts'
import { factColumns, factShape, factsSeen, factTables } from './gate-facts.ts'
import { type GateView, gatesOfMany } from './gate-views.ts'

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
    pilotId: uuid,
    countyId: uuid,
    awardFen: bigint,
    edition: text,
    trancheId: uuid,
    no: int,
    state: wordsOf('tranches.state'),
    releasedFen: bigint,
    previousReceived: bool,
    since: instant.nullable(),
    ...factShape,
  },
  () => sql`
    with next as (
      select distinct on (pilot_id) *
        from (select pilot_id, id, no, state, coalesce(released_at, recommended_at, max(received_at) over own) as since,
                     no = 1 or coalesce(lag(no) over in_turn = no - 1 and lag(state) over in_turn = 'received', false) as in_turn,
                     coalesce(sum(out_fen) over own, 0) - coalesce(out_fen, 0) as others_fen
                from (select *, case when state = any (${[...statesOut]}) then amount_fen end as out_fen from tranches) t
              window own as (partition by pilot_id), in_turn as (partition by pilot_id order by no)) t
       where state <> 'received' order by pilot_id, no
    )
    select p.id as "pilotId", p.county_id as "countyId", p.award_fen as "awardFen", batch.edition,
           t.id as "trancheId", t.no, t.state, t.in_turn as "previousReceived", t.others_fen::bigint as "releasedFen",
           coalesce(t.since, b.locked_at) as since, ${factColumns()}
      from next t
      join pilots p on p.id = t.pilot_id
      join batches batch on batch.id = p.batch_id
      ${factTables}
     order by p.id`,
)

/** The next tranche of each pilot in scope that somebody must act on, with whether its gate is open (G4.2). */
export async function waitingTranches(tx: Tx, now: Date): Promise<WaitingTranche[]> {
  const found = (await nextTranches(tx)).map((row) => ({ ...row, edition: editionOf(row.edition) }))
  const evaluated = await evaluationsOf(tx, null, null)
  const all = found.map((row) => ({
    pilot: { id: row.pilotId, awardFen: row.awardFen, edition: row.edition },
    recorded: factsSeen(row, evaluated.get(row.pilotId) ?? null),
    steps: [row],
  }))
  const gates = await gatesOfMany(tx, all, 'not-received', now)
  const waiting = found.flatMap(({ pilotId, countyId, trancheId, no, state, since, edition }) => {
    const view = gates.get(pilotId)?.get(no)
    if (!view || !since) return []
    const { clause, noticeClause } = view.gate
    const is = waitingFor(state, view)
    // Most wait for what somebody else has to do first.
    if (state === 'waiting' && !is.gateOpen && is.toJudge.length === 0) return []
    return [
      { trancheId, pilotId, countyId, no, state, since, clause, noticeClause, signatures: edition.signatures, ...is },
    ]
  })
  const names = await parkNames(tx, waiting)
  return waiting.map((one) => ({ ...one, parkName: names.get(one.pilotId) ?? '' }))
}

async function parkNames(tx: Tx, of: readonly { readonly pilotId: string }[]): Promise<Map<string, string>> {
  if (of.length === 0) return new Map()
  const ids = of.map(({ pilotId }) => pilotId)
  const rows = await tx
    .selectFrom('pilots as p')
    .innerJoin('units as u', 'u.id', 'p.parkId')
    .select(['p.id', 'u.name'])
    .where('p.id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

const nothing = { gateOpen: false, held: false, toJudge: [], noticeDue: false }

function waitingFor(state: TrancheState, { gate, facts }: Pick<GateView, 'gate' | 'facts'>) {
  if (state === 'recommended') {
    const noticeDue = gate.open && gate.held.some(({ code }) => code === 'funds.notice-missing')
    return { ...nothing, held: !gate.payable, noticeDue }
  }
  if (state !== 'waiting') return nothing
  const onlyJudging = gate.missing.length > 0 && gate.missing.every(({ code }) => code === 'funds.not-judged')
  return { ...nothing, gateOpen: gate.open, toJudge: onlyJudging ? silentBureaus(facts.judgments) : [] }
}
