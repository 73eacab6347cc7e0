import type { Acting } from '../../../platform/command.ts'
import { refuse } from '../../../policy/guide/refuse.ts'
import { type CloseOutState, closingClause } from '../../../policy/oversight/close-out.ts'
import { requirePilot } from '../../programme/pilots/public.ts'
import { closeOutFacts } from './facts.ts'
import * as store from './store.ts'

type Step = Parameters<typeof store.saveStep>[2]

/** A proposal, locked, with all that the next step is judged by. @throws HttpError 404 outside the actor's scope. */
export async function lockClosing({ tx, now, cite }: Acting, closeOutId: string) {
  const before = await store.lockCloseOut(tx, closeOutId)
  const pilot = await requirePilot(tx, before.pilotId)
  cite(closingClause(pilot.edition))
  return { before, closing: { standing: before.state, facts: await closeOutFacts(tx, pilot, now) } }
}

/** Saves a step and writes its event. */
export async function closeOutStep(
  { tx, record }: Acting,
  before: { readonly id: string; readonly scope: string; readonly state: CloseOutState; readonly pilotId: string },
  step: Step,
): Promise<{ closeOutId: string; state: CloseOutState }> {
  const { id, scope, state, pilotId } = before
  await store.saveStep(tx, id, step)
  record(`close-out.${step.state}`, { subject: pilotId, scope, before: { closeOutId: id, state }, after: step })
  return { closeOutId: id, state: step.state }
}

/** What the database says of a pilot that is not settled after all. */
export const settledGuard = { close_outs_settled: () => refuse('closing.changed-meanwhile', null) }
