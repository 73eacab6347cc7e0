import type { TrancheView } from '../contract.ts'

/** What every dialog of a tranche is given. */
export type ActProps = { pilotId: string; tranche: TrancheView; onClose: () => void; onDone: () => void }
