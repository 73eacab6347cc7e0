import { sql } from 'kysely'
import { bigint, day, int, text, uuid, wordsOf } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { statement } from '../../../platform/database/statement.ts'
import { editionOf } from '../../../policy/editions/edition.ts'
import type { TrancheState } from '../../../policy/money/tranche-states.ts'
import type { TrancheGate } from '../../../policy/money/tranches.ts'
import { evaluationsOf } from './evaluation-facts.ts'
import { factColumns, factShape, factsSeen, factTables } from './gate-facts.ts'
import { gatesOfMany, stepsOf } from './gate-views.ts'
import type { MoneySteps } from './store.ts'

const pilotFacts = statement(
  { pilotId: uuid, awardFen: bigint, edition: text, ...factShape },
  (pilotId: string | null) => sql`
    select p.id as "pilotId", p.award_fen as "awardFen", batch.edition, ${factColumns()}
      from pilots p join batches batch on batch.id = p.batch_id ${factTables}
     where not p.standing and (${pilotId}::uuid is null or p.id = ${pilotId}::uuid)`,
)

const stepsByPilot = statement(
  {
    pilotId: uuid,
    id: uuid,
    no: int,
    state: wordsOf('tranches.state'),
    amountFen: bigint.nullable(),
    receivedOn: day.nullable(),
  },
  (pilotId: string | null) => sql`
    select pilot_id as "pilotId", id, no, state, amount_fen as "amountFen", received_on as "receivedOn"
      from tranches where ${pilotId}::uuid is null or pilot_id = ${pilotId}::uuid`,
)

/** What stands on a pilot's money. `planApproved`: there are tranches; until then all of them wait. */
export type PilotGates = {
  readonly planApproved: boolean
  readonly tranches: readonly { readonly no: number; readonly state: TrancheState; readonly gate: TrancheGate }[]
}

/** The gates of all pilots in scope, or of one of them, by pilot. A fixed number of statements. */
export async function gatesByPilot(tx: Tx, pilotId: string | null, now: Date): Promise<Map<string, PilotGates>> {
  const pilots = await pilotFacts(tx, pilotId)
  const byPilot = new Map<string, MoneySteps[]>()
  for (const row of await stepsByPilot(tx, pilotId)) {
    const own = byPilot.get(row.pilotId)
    if (own) own.push(row)
    else byPilot.set(row.pilotId, [row])
  }
  const evaluated = await evaluationsOf(tx, pilotId === null ? null : [pilotId], null)
  const all = pilots.map((row) => {
    const pilot = { id: row.pilotId, awardFen: row.awardFen, edition: editionOf(row.edition) }
    return {
      pilot,
      recorded: factsSeen(row, evaluated.get(row.pilotId) ?? null),
      steps: stepsOf(pilot.edition, byPilot.get(row.pilotId) ?? []),
    }
  })
  const which = pilotId === null ? 'all' : (byPilot.get(pilotId) ?? []).map(({ id }) => id)
  const gates = await gatesOfMany(tx, all, which, now)
  return new Map(
    all.map(({ pilot }) => {
      const rows = byPilot.get(pilot.id) ?? []
      const stateOf = (no: number) => rows.find((one) => one.no === no)?.state ?? 'waiting'
      const tranches = [...(gates.get(pilot.id) ?? [])].map(([no, { gate }]) => ({ no, state: stateOf(no), gate }))
      return [pilot.id, { planApproved: rows.length > 0, tranches }]
    }),
  )
}
