import { editionOf } from '../../../../policy/editions/edition.ts'
import { type PlanContent, planSectionNames, planSections } from '../../../../policy/plan/plan.ts'
import type { ChoiceFacts } from '../../../../policy/plan/plan-tables.ts'
import type { FilingView } from '../../course/contract.ts'
import { contentOf, type FilingDrafts, type SectionName } from '../../course/web/public.ts'

export const sectionNames: readonly SectionName[] = planSections.map((id) => ({ id, ...planSectionNames[id] }))

/** A content of the plan with what its words depend on. */
export function factsOf({ batch }: Pick<FilingView, 'batch'>, content: unknown): ChoiceFacts {
  return { edition: editionOf(batch.edition), firstYear: batch.firstYear, content: content as PlanContent }
}

/** The plan as it is shown: the submitted version, or as it stands while nothing was submitted. */
export function shownPlan(filing: FilingView): PlanContent {
  return Object.fromEntries(planSections.map((id) => [id, contentOf(filing, id)])) as PlanContent
}

/** The plan as it stands on the screen, saved or not; of a closed section what the server holds. */
export function livePlan(filing: FilingView, drafts: FilingDrafts): PlanContent {
  const entries = filing.sections.map(({ section, content }) => [section, drafts[section]?.value ?? content])
  return Object.fromEntries(entries) as PlanContent
}

/** Fen. */
export function awardOf({ parks }: Pick<FilingView, 'parks'>): number {
  return parks[0]?.awardFen ?? 0
}
