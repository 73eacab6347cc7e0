import type { Refusal } from '../../shared/refusal.ts'
import { refuse } from '../guide/refuse.ts'

/** What a park runs or ran in. */
export type ParkPilot = { readonly standing: boolean; readonly closed: boolean; readonly batchName: string }

/**
 * Why a park does not serve without a pilot yet (G6.1): it does already, or a pilot still runs, to which its services belong. A park
 * that never had a pilot may begin like one whose pilot is closed. Nobody approves it, because nothing is paid and nothing is counted.
 */
export function whyNotStanding(pilots: readonly ParkPilot[]): Refusal | null {
  if (pilots.some(({ standing }) => standing)) return refuse('standing.open-already', 'G6.1')
  const running = pilots.find(({ closed }) => !closed)
  return running ? refuse('standing.pilot-runs', 'G6.1', { batch: running.batchName }) : null
}

/** Where the work of a park goes on: all that is not closed, and where everything is, what there was. */
export function whereWorkGoesOn<P extends Pick<ParkPilot, 'closed'>>(pilots: readonly P[]): readonly P[] {
  const open = pilots.filter(({ closed }) => !closed)
  return open.length > 0 ? open : pilots
}

/** Of whatever belongs to the counting or the award of a pilot: standing service has none of it (G6.1). */
export function outsideAward(): Refusal {
  return refuse('services.standing', 'G6.1')
}

/** Of a page about plan, award, filings or evaluation, opened for standing service (G6.1). */
export function notInStanding(): Refusal {
  return refuse('standing.not-here', 'G6.1')
}
