import type { Actor } from '../../../platform/command.ts'
import { isManaging } from '../diagnoses/public.ts'
import type { HeldActivity } from './store.ts'

/** Who asks to correct or to withdraw an activity, beside who first recorded it. */
export function correctingOf({ recordedBy, withdrawn }: Pick<HeldActivity, 'recordedBy' | 'withdrawn'>, actor: Actor) {
  return { by: actor.accountId, manager: isManaging(actor), recordedBy, withdrawn }
}
