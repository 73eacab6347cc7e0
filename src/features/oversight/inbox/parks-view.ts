import type { z } from 'zod'
import type { Actor } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { owedIn, waitingOf } from '../../filings/owed/public.ts'
import { pilotsSeen } from '../../programme/pilots/public.ts'
import type { listParks } from './contract.ts'
import { type Task, tasksSeen } from './views.ts'

/** The parks of the reader's area one by one: what waits for whom, what each owes, its money and its services. */
export async function listParksView(tx: Tx, actor: Actor, now: Date): Promise<z.input<typeof listParks.reply>> {
  const all = await owedIn(tx, actor, { unbegun: { come: true } }, now)
  const { mine, team } = await tasksSeen(tx, actor, now, waitingOf(all))
  const owed = Map.groupBy(all, ({ batch, unit }) => `${batch.id} ${unit.id}`)
  const [own, others] = [counted(mine), counted(team)]
  const parks = (await pilotsSeen(tx)).map((pilot) => {
    const { pilotId, parkId, parkName, batchId, batchName, scope, awardFen, committedFen, disbursedFen, spentFen } =
      pilot
    const duties = owed.get(`${batchId} ${parkId}`) ?? []
    const count = (...states: readonly string[]) =>
      duties.filter(({ standing }) => states.includes(standing.state)).length
    const key = keyOf({ parkName, batchName })
    return {
      ...{ pilotId, parkId, parkName, batchId, batchName, scope, awardFen, committedFen, disbursedFen, spentFen },
      services: pilot.services,
      servicesCounted: pilot.servicesCounted,
      mine: own.get(key) ?? 0,
      team: others.get(key) ?? 0,
      due: count('due', 'overdue', 'locked', 'exempted'),
      missing: count('overdue', 'locked', 'exempted'),
      late: count('late'),
    }
  })
  return { parks }
}

/** How many tasks are about each park in each batch, by what the inbox is narrowed to when the figure is opened. */
function counted(tasks: readonly Task[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { from, batchName } of tasks) {
    const key = keyOf({ parkName: from.parkName, batchName })
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

function keyOf({ parkName, batchName }: { readonly parkName: string; readonly batchName: string }): string {
  return `${batchName} ${parkName}`
}
