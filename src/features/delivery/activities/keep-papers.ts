import type { Acting } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { batchPeriod } from '../../../policy/editions/edition.ts'
import type { ProofKind } from '../../../policy/records/proofs.ts'
import { activityCounts } from '../../../policy/services/activity.ts'
import { allFit } from '../../../policy/services/evidence.ts'
import type { Pilot } from '../../programme/pilots/public.ts'
import { bindEvidence, papersOf } from '../evidence/public.ts'
import * as store from './store.ts'

type Paper = { readonly proof: ProofKind; readonly fileId: string }

/** Binds papers to an activity and counts it anew (G3.4, GA1). Returns the day from which it counts, or null. */
export async function keepPapers(
  acting: Acting,
  activity: store.ActivityRecord,
  pilot: Pilot,
  papers: readonly Paper[],
  { later }: { later: boolean },
): Promise<string | null> {
  const { tx } = acting
  const { id, kind, heldOn, scope } = activity
  const no = allFit(kind, papers, pilot.edition, 'papers')
  if (no) throw no
  const proofs = papers.map((paper, at) => ({ ...paper, field: `papers.${at}.fileId` }))
  await bindEvidence(tx, acting, { activityId: id, scope, day: heldOn, later }, proofs)
  return countAnew(tx, activity, pilot)
}

/** Asks anew from which day an activity counts, and keeps the answer (G3.4, GA1). */
export async function countAnew(tx: Tx, { id, kind, heldOn, countedOn }: store.ActivityRecord, pilot: Pilot) {
  const { countable: evidence } = await papersOf(tx, { activityId: id })
  const period = batchPeriod(pilot.edition, pilot.firstYear)
  const { on } = activityCounts({ kind, on: heldOn }, evidence, period, pilot.edition)
  if (on !== countedOn) await store.saveCountedOn(tx, id, on)
  return on
}
