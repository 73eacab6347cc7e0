import type { Refusal } from '../../shared/refusal.ts'
import { refuse } from '../guide/refuse.ts'

/** What a park runs or ran in. */
export type ParkPilot = { readonly standing: boolean; readonly closed: boolean; readonly batchName: string }

/**
 * Why a park does not go on serving without a pilot yet (G6.1): it does already, or a pilot still runs, to which its services belong.
 * Nobody approves it, because nothing is paid and nothing is counted.
 */
export function whyNotStanding(pilots: readonly ParkPilot[]): Refusal | null {
  if (pilots.some(({ standing }) => standing)) return refuse('standing.open-already', 'G6.1')
  const running = pilots.find(({ closed }) => !closed)
  if (running) return refuse('standing.pilot-runs', 'G6.1', { batch: running.batchName })
  return pilots.length === 0 ? refuse('standing.no-pilot', 'G6.1') : null
}

/** Of whatever belongs to the counting or the award of a pilot: standing service has none of it (G6.1). */
export function outsideAward(): Refusal {
  return refuse('services.standing', 'G6.1')
}
