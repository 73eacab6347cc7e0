import type { Actor } from '../../../platform/command.ts'
import { isManaging } from '../diagnoses/public.ts'

type Held = { readonly recordedBy: string; readonly withdrawn: boolean }

/** Who asks to correct or to withdraw an entry, beside who first recorded it. */
export function correctingOf({ recordedBy, withdrawn }: Held, actor: Pick<Actor, 'accountId' | 'post'>) {
  return { by: actor.accountId, manager: isManaging(actor), recordedBy, withdrawn }
}
