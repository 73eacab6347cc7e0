import { useQueryClient } from '@tanstack/react-query'
import { changesBetween } from '../../../policy/changes.ts'
import type { MatterReport, MatterSection } from '../../../policy/matter.ts'
import type { MatterChange } from '../../../policy/matter-change.ts'
import type { PlanContent } from '../../../policy/plan.ts'
import { call, viewKey } from '../../../ui/api.ts'
import { type Draft, useAutosave } from '../../../ui/use-autosave.ts'
import * as contract from '../contract.ts'
import { type MatterView, sectionOf } from './matter-view.ts'

export type MatterDrafts = { readonly report: Draft<MatterReport>; readonly change: Draft<MatterChange> }

/** The two sections that save themselves; of a change only what differs is sent. */
export function useMatterDrafts(matter: MatterView): MatterDrafts {
  return {
    report: useSectionDraft<MatterReport>(matter, 'report', (report) => report),
    change: useSectionDraft<MatterChange>(matter, 'change', ({ basedOn, content, inForceFrom }) => ({
      basedOn: content && basedOn,
      inForceFrom,
      sections: content ? touched(baseContent(matter, basedOn), content) : {},
    })),
  }
}

/** The version of the plan that a change is drawn against. */
export function baseContent(matter: MatterView, basedOn: string | null): PlanContent {
  const base = matter.base && matter.base.id === basedOn ? matter.base : matter.inForce
  return base.content as PlanContent
}

function touched(before: PlanContent, after: PlanContent): Partial<PlanContent> {
  const sections = new Set(changesBetween(before, after).map((change) => change.section))
  return Object.fromEntries([...sections].map((section) => [section, after[section]]))
}

function useSectionDraft<Value>(
  matter: MatterView,
  section: MatterSection,
  sent: (value: Value) => unknown,
): Draft<Value> {
  const queries = useQueryClient()
  const { filingId } = matter
  const loadedOf = (view: MatterView) => {
    const { content, revision } = sectionOf(view, section)
    return { value: content as Value, revision }
  }
  return useAutosave<Value>({
    key: `matter/${filingId}/${section}`,
    loaded: loadedOf(matter),
    save: async (value, revision) => {
      const body = { revision, content: sent(value) }
      const saved = await call(contract.saveMatterSection, { params: { filingId, section }, body })
      for (const route of [contract.showMatter, contract.checkMatter]) {
        void queries.invalidateQueries({ queryKey: viewKey(route, { params: { filingId } }) })
      }
      return saved
    },
    load: async () => loadedOf(await call(contract.showMatter, { params: { filingId } })),
  })
}
