import type { Actor } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import type { Post } from '../../../policy/people/roles.ts'
import type { Correcting } from '../../../policy/services/diagnosis.ts'
import { firstRecorder } from './store.ts'

const managing: Post = 'park-manager'

/** Whether this person may correct what somebody else recorded. */
export function isManaging({ post }: Pick<Actor, 'post'>): boolean {
  return post === managing
}

/** Who asks to correct a diagnosis, beside who first recorded it. */
export async function correctingOf(tx: Tx, diagnosisId: string, actor: Actor): Promise<Correcting> {
  const recordedBy = await firstRecorder(tx, diagnosisId)
  return { by: actor.accountId, manager: isManaging(actor), recordedBy }
}
