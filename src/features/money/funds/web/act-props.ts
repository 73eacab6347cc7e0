import type { TrancheView } from '../contract.ts'

/** What every dialog of a tranche is given; `onDone`: with what was done, if that is not the act itself. */
export type ActProps = { pilotId: string; tranche: TrancheView; onClose: () => void; onDone: (said?: string) => void }
