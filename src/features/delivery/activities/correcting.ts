import type { Actor } from '../../../platform/command.ts'
import { mayCorrectActivity } from '../../../policy/services/activity.ts'
import { isManaging } from '../diagnoses/public.ts'
import type { StoredAnswers } from './answer-store.ts'
import type { HeldActivity } from './store.ts'

/** Who asks to correct or to withdraw an activity, beside who first recorded it. */
export function correctingOf({ recordedBy, withdrawn }: Pick<HeldActivity, 'recordedBy' | 'withdrawn'>, actor: Actor) {
  return { by: actor.accountId, manager: isManaging(actor), recordedBy, withdrawn }
}

/** Why answers cannot be entered now: the activity was withdrawn, or somebody else entered those that stand. */
export function mayAnswer(
  { withdrawn }: Pick<HeldActivity, 'withdrawn'>,
  before: StoredAnswers | undefined,
  actor: Actor,
) {
  return mayCorrectActivity(correctingOf({ recordedBy: before?.writerId ?? actor.accountId, withdrawn }, actor))
}
