import type { Acting } from '../../platform/command.ts'
import { stale } from '../../platform/errors.ts'
import * as policy from '../../policy/filing.ts'
import type { PlanContent, PlanSection } from '../../policy/plan.ts'
import { isRefusal } from '../../shared/refusal.ts'
import { saveSection } from '../filings/public.ts'
import { lockPlan, type PlanFiling } from './plan-filing.ts'

type Kept<Section extends PlanSection> = {
  readonly pilotId: string
  readonly section: Section
  /** The revision that was read; another one is stale. */
  readonly revision: number
  readonly event: 'plan.section-saved' | 'plan.rows-imported'
  /** What is written, made after the plan is locked. */
  readonly make: (plan: PlanFiling) => Promise<PlanContent[Section]> | PlanContent[Section]
  /** Where it came from, for the record. */
  readonly source?: object
}

/**
 * Writes one section of a plan, typed or imported: lock, ask, compare the revision, save, record. Answers the new revision.
 * @throws Refusal when the section is closed; HttpError 409 naming whoever saved it meanwhile, 404 outside the scope.
 */
export async function keepSection<Section extends PlanSection>(
  { tx, actor, now, record }: Acting,
  { pilotId, section, revision: read, event, make, source }: Kept<Section>,
): Promise<number> {
  const plan = await lockPlan(tx, pilotId, section)
  const { row, filing } = plan
  const after = policy.saveSection(filing, section, actor.accountId)
  if (isRefusal(after)) throw after
  const before = row.sections.find((one) => one.section === section)
  if (before && before.revision !== read) {
    throw stale(before.editedByName ?? '', before.editedAt ?? now, { revision: before.revision })
  }
  const content = await make(plan)
  const revision = await saveSection(tx, row, { section, content, by: actor.accountId, at: now })
  record(event, {
    subject: row.id,
    scope: row.scope,
    before: before?.content,
    after: { section, revision, content, ...source },
  })
  return revision
}
