import { useQueryClient } from '@tanstack/react-query'
import type { PlanContent, PlanSection } from '../../../policy/plan.ts'
import { call, type Reply, viewKey } from '../../../ui/api.ts'
import { type Draft, useAutosave } from '../../../ui/use-autosave.ts'
import * as contract from '../contract.ts'

export type PlanView = Reply<typeof contract.showPlan>
export type SectionView = PlanView['sections'][number]
export type Drafts = { readonly [S in PlanSection]: Draft<PlanContent[S]> }

export function sectionIn(plan: PlanView, section: PlanSection): SectionView {
  const found = plan.sections.find((one) => one.section === section)
  if (!found) throw new Error(`the plan has no section ${section}`)
  return found
}

/** What the server holds, put together from its sections. */
export function contentOf(plan: PlanView): PlanContent {
  const entries = plan.sections.map((one) => [one.section, one.content])
  return Object.fromEntries(entries) as PlanContent
}

/** Six texts that save themselves, one for each section, so that none is lost by turning to another. */
export function usePlanDrafts(pilotId: string, plan: PlanView): Drafts {
  return {
    services: useSectionDraft(pilotId, plan, 'services'),
    agencies: useSectionDraft(pilotId, plan, 'agencies'),
    'fund-lines': useSectionDraft(pilotId, plan, 'fund-lines'),
    controls: useSectionDraft(pilotId, plan, 'controls'),
    targets: useSectionDraft(pilotId, plan, 'targets'),
    enterprises: useSectionDraft(pilotId, plan, 'enterprises'),
  }
}

function useSectionDraft<S extends PlanSection>(pilotId: string, plan: PlanView, section: S): Draft<PlanContent[S]> {
  const queries = useQueryClient()
  const loadedOf = (view: PlanView) => {
    const { content, revision } = sectionIn(view, section)
    return { value: content as PlanContent[S], revision }
  }
  return useAutosave<PlanContent[S]>({
    key: `plan/${pilotId}/${section}`,
    loaded: loadedOf(plan),
    save: async (content, revision) => {
      const params = { pilotId, section }
      const saved = await call(contract.savePlanSection, { params, body: { revision, content } })
      for (const route of [contract.showPlan, contract.checkPlan]) {
        void queries.invalidateQueries({ queryKey: viewKey(route, { params: { pilotId } }) })
      }
      return saved
    },
    load: async () => loadedOf(await call(contract.showPlan, { params: { pilotId } })),
  })
}
