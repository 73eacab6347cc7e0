import { changesBetween } from '../../../../policy/plan/changes.ts'
import type { PlanContent } from '../../../../policy/plan/plan.ts'
import { useWords } from '../../../../ui/language.tsx'
import type { FilingView } from '../../course/contract.ts'
import { contentOf, type KindScreens, sectionIn } from '../../course/web/public.ts'
import { words } from '../words.ts'
import { MatterEditor } from './MatterEditor.tsx'
import { MatterReader } from './MatterReader.tsx'
import {
  baseOf,
  changedPlan,
  gapInPlace,
  type MatterView,
  type SentChange,
  sectionNames,
  writtenPart,
} from './matter-view.ts'
import { OfMatter } from './OfMatter.tsx'

export const matterKindScreens: KindScreens = {
  sections: () => sectionNames,
  Editor: MatterEditor,
  Reader: MatterReader,
  Summary: ({ filing }) => (
    <OfMatter filing={filing}>{(matter) => <ChangeCount filing={filing} matter={matter} />}</OfMatter>
  ),
  list: (_, pilotId) => ({ text: words.title, to: `/pilots/${pilotId}/matters` }),
  written: writtenPart,
  gapText: gapInPlace,
  consequence: (filing) =>
    (writtenPart(contentOf(filing, 'change')) as SentChange).basedOn === null
      ? words.approveLastReport
      : words.approveLast,
  workbook: () => null,
}

/** How much of the plan it asks to change. */
function ChangeCount({ filing, matter }: { filing: FilingView; matter: MatterView }) {
  const t = useWords(words)
  const change = writtenPart(sectionIn(filing, 'change').content) as SentChange
  const plan = changedPlan(matter, change)
  if (!plan) return null
  return <p>{t.submitChange(changesBetween(baseOf(matter, change).content as PlanContent, plan).length)}</p>
}
