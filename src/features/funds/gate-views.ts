import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connect.ts'
import type { TrancheFacts } from '../../policy/tranche-conditions.ts'
import { newTranche, type Tranche, type TrancheGate, trancheGate } from '../../policy/tranches.ts'
import { sumFen } from '../../shared/money.ts'
import type { Pilot } from '../pilots/public.ts'

type Facts = Omit<TrancheFacts, 'releasedFen' | 'previousReceived'>

const notRunning = ['needed', 'selected', 'contracted', 'cancelled']

/**
 * What every gate of a pilot looks at, read from the records themselves: the locked baseline, its fund-control rules, the
 * diagnoses of its enterprises, the services that have begun.
 */
async function factsOf(tx: Tx, pilot: Pick<Pilot, 'id' | 'awardFen'>): Promise<Facts> {
  const found = await sql<{ approved: boolean; controls: boolean; all: number; done: number; running: number }>`
    select b.id is not null as approved,
           coalesce(v.content -> 'controls' ->> 'fileId', '') <> '' as controls,
           (select count(*)::int from pilot_enterprises e where e.baseline_id = b.id) as "all",
           (select count(*)::int from pilot_enterprises e join diagnoses d on d.enterprise_id = e.id where e.baseline_id = b.id) as done,
           (select coalesce(sum(n), 0)::int from service_counts c where c.pilot_id = p.id and c.state <> all (${notRunning})) as running
      from pilots p
      left join lateral (select id, version_id from baselines where pilot_id = p.id order by no desc limit 1) b on true
      left join filing_versions v on v.id = b.version_id
     where p.id = ${pilot.id}`.execute(tx)
  const [row] = found.rows
  return {
    planApproved: row?.approved ?? false,
    mechanismReady: row?.controls ?? false,
    enterprisesDiagnosed: { done: row?.done ?? 0, all: row?.all ?? 0 },
    servicesUnderWay: row?.running ?? 0,
    // No mid-term evaluation is held yet, so what depends on its grade stays closed.
    evaluation: null,
    awardFen: pilot.awardFen,
  }
}

/** The gate of each tranche now; the caller has locked `tranches` when it is going to act on the answer. */
export async function gatesOf(
  tx: Tx,
  pilot: Pick<Pilot, 'id' | 'awardFen' | 'edition'>,
  tranches: readonly Tranche[],
): Promise<Map<number, TrancheGate>> {
  const facts = await factsOf(tx, pilot)
  const isOut = ({ state }: Tranche) => state === 'released' || state === 'received'
  return new Map(
    pilot.edition.tranches.map(({ no }) => {
      const before = tranches.filter((tranche) => tranche.no < no)
      const previous = tranches.find((tranche) => tranche.no === no - 1) ?? newTranche(no - 1)
      const gate = trancheGate(pilot.edition, no, {
        ...facts,
        releasedFen: sumFen(before.filter(isOut).map((tranche) => tranche.amountFen ?? 0)),
        previousReceived: no === 1 || previous.state === 'received',
      })
      return [no, gate]
    }),
  )
}
