import type { Tx } from '../../../platform/database/connect.ts'
import { diagnosisOf as found } from './store.ts'

/** The diagnosis of a pilot enterprise with its day, or null: no tailored service without one (G1.3). */
export function diagnosisOf(tx: Tx, enterpriseId: string): Promise<{ id: string; on: string } | null> {
  return found(tx, enterpriseId)
}
export { isManaging } from './correcting.ts'
