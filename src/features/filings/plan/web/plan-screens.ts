import { downloadUrl } from '../../../../ui/api.ts'
import type { KindScreens } from '../../course/web/public.ts'
import { filingSheets } from '../../papers/contract.ts'
import { words } from '../words.ts'
import { gapInPlace } from './gap-places.ts'
import { PlanEditor } from './PlanEditor.tsx'
import { PlanFacts } from './PlanFacts.tsx'
import { PlanReader } from './PlanReader.tsx'
import { PlanSummary } from './PlanSummary.tsx'
import { sectionNames } from './plan-view.ts'

export const planKindScreens: KindScreens = {
  sections: () => sectionNames,
  Editor: PlanEditor,
  Reader: PlanReader,
  Summary: PlanSummary,
  Facts: PlanFacts,
  gapText: gapInPlace,
  consequence: () => words.becomesBaseline,
  workbook: ({ filingId }, asked) => downloadUrl(filingSheets, { filingId }, asked),
  bySection: true,
  isWide: true,
}
