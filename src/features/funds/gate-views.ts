import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connect.ts'
import type { TrancheFacts } from '../../policy/tranche-conditions.ts'
import { newTranche, type Tranche, type TrancheGate, trancheGate } from '../../policy/tranches.ts'
import { sumFen } from '../../shared/money.ts'
import type { Pilot } from '../pilots/public.ts'

type Facts = Omit<TrancheFacts, 'releasedFen' | 'previousReceived' | 'awardFen'>
type GatedPilot = Pick<Pilot, 'id' | 'awardFen' | 'edition'>

const notRunning = ['needed', 'selected', 'contracted', 'cancelled']

type FactRow = { id: string; approved: boolean; controls: boolean; all: number; done: number; running: number }

/**
 * What every gate of these pilots looks at, read from the records themselves: the locked baseline, its fund-control rules,
 * the diagnoses of its enterprises, the services that have begun.
 */
async function factsOf(tx: Tx, pilotIds: readonly string[]): Promise<Map<string, Facts>> {
  const found = await sql<FactRow>`
    select p.id, b.id is not null as approved,
           coalesce(b.content -> 'controls' ->> 'fileId', '') <> '' as controls,
           (select count(*)::int from pilot_enterprises e where e.baseline_id = b.id) as "all",
           (select count(*)::int from pilot_enterprises e join diagnoses d on d.enterprise_id = e.id where e.baseline_id = b.id) as done,
           (select coalesce(sum(n), 0)::int from service_counts c where c.pilot_id = p.id and c.state <> all (${notRunning})) as running
      from pilots p
      left join lateral (select id, content from baselines where pilot_id = p.id order by no desc limit 1) b on true
     where p.id = any (${[...pilotIds]})`.execute(tx)
  return new Map(
    found.rows.map(({ id, approved, controls, all, done, running }) => [
      id,
      {
        planApproved: approved,
        mechanismReady: controls,
        enterprisesDiagnosed: { done, all },
        servicesUnderWay: running,
        // No mid-term evaluation is held yet, so what depends on its grade stays closed.
        evaluation: null,
      },
    ]),
  )
}

/** The gate of each tranche now; the caller has locked `tranches` when it is going to act on the answer. */
export async function gatesOf(
  tx: Tx,
  pilot: GatedPilot,
  tranches: readonly Tranche[],
): Promise<Map<number, TrancheGate>> {
  return (await gatesOfAll(tx, [{ pilot, tranches }])).get(pilot.id) ?? new Map()
}

/** The gates of many pilots in one question. */
export async function gatesOfAll(
  tx: Tx,
  all: readonly { readonly pilot: GatedPilot; readonly tranches: readonly Tranche[] }[],
): Promise<Map<string, Map<number, TrancheGate>>> {
  const facts = await factsOf(
    tx,
    all.map(({ pilot }) => pilot.id),
  )
  return new Map(
    all.flatMap(({ pilot, tranches }) => {
      const known = facts.get(pilot.id)
      return known ? [[pilot.id, gatesBy(pilot, known, tranches)] as const] : []
    }),
  )
}

function gatesBy(
  { edition, awardFen }: GatedPilot,
  facts: Facts,
  tranches: readonly Tranche[],
): Map<number, TrancheGate> {
  const isOut = ({ state }: Tranche) => state === 'released' || state === 'received'
  return new Map(
    edition.tranches.map(({ no }) => {
      const before = tranches.filter((tranche) => tranche.no < no)
      const previous = tranches.find((tranche) => tranche.no === no - 1) ?? newTranche(no - 1)
      const gate = trancheGate(edition, no, {
        ...facts,
        awardFen,
        releasedFen: sumFen(before.filter(isOut).map((tranche) => tranche.amountFen ?? 0)),
        previousReceived: no === 1 || previous.state === 'received',
      })
      return [no, gate]
    }),
  )
}
