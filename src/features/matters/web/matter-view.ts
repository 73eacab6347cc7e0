import { editionOf } from '../../../policy/edition.ts'
import type { MatterReport, MatterSection } from '../../../policy/matter.ts'
import type { MatterChange } from '../../../policy/matter-change.ts'
import type { PlanContent } from '../../../policy/plan.ts'
import type { ChoiceFacts } from '../../../policy/plan-tables.ts'
import type { Reply } from '../../../ui/api.ts'
import type { PilotView } from '../../pilots/contract.ts'
import type { showMatter } from '../contract.ts'

export type MatterView = Reply<typeof showMatter>
export type SectionView = MatterView['sections'][number]
/** A submitted version of both sections. */
export type Submitted = { readonly report: MatterReport; readonly change: MatterChange }

export function sectionOf(view: MatterView, section: MatterSection): SectionView {
  const found = view.sections.find((one) => one.section === section)
  if (!found) throw new Error(`the matter has no section ${section}`)
  return found
}

/** What both sections say: of the submitted version that is shown, or as they are being written. */
export function contentOf(view: MatterView): Submitted {
  if (view.shown) return view.shown.content as Submitted
  return {
    report: sectionOf(view, 'report').content as MatterReport,
    change: sectionOf(view, 'change').content as MatterChange,
  }
}

/** A content of the plan with what its words depend on. */
export function factsOf(pilot: PilotView, content: unknown): ChoiceFacts {
  return { edition: editionOf(pilot.edition), firstYear: pilot.firstYear, content: content as PlanContent }
}
