import type { z } from 'zod'
import type { Actor } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { owedIn } from '../../filings/owed/public.ts'
import { listPilots } from '../../programme/pilots/public.ts'
import type { listParks } from './contract.ts'
import { matches, tasksSeen } from './views.ts'

/** The parks of the reader's area one by one: what waits for whom, what each owes, its money and its services. */
export async function listParksView(tx: Tx, actor: Actor, now: Date): Promise<z.input<typeof listParks.reply>> {
  const { mine, team } = await tasksSeen(tx, actor, now)
  const owed = Map.groupBy(await owedIn(tx, actor, {}, now), ({ batch, unit }) => `${batch.id} ${unit.id}`)
  const parks = (await listPilots(tx)).map((pilot) => {
    const { pilotId, parkId, parkName, batchId, batchName, scope, awardFen, committedFen, disbursedFen, spentFen } =
      pilot
    const asked = { park: parkName, batch: batchName }
    const own = owed.get(`${batchId} ${parkId}`) ?? []
    const count = (...states: readonly string[]) => own.filter(({ standing }) => states.includes(standing.state)).length
    return {
      ...{ pilotId, parkId, parkName, batchId, batchName, scope, awardFen, committedFen, disbursedFen, spentFen },
      services: pilot.services,
      servicesCounted: pilot.servicesCounted,
      mine: mine.filter((task) => matches(task, asked)).length,
      team: team.filter((task) => matches(task, asked)).length,
      due: count('due', 'overdue', 'locked', 'exempted'),
      missing: count('overdue', 'locked', 'exempted'),
      late: count('late'),
    }
  })
  return { parks }
}
