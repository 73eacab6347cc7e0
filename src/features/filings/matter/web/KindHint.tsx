import { type MatterKind, matterKinds } from '../../../../policy/plan/matter.ts'
import { planSectionNames } from '../../../../policy/plan/plan.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { words } from '../words.ts'

/** What a report of this kind may ask to change. */
export function KindHint({ kind }: { kind: MatterKind }) {
  const t = useWords(words)
  const say = useText()
  const { sections } = matterKinds[kind]
  if (sections.length === 0) return t.kindNoChange
  return t.kindHint(sections.map((section) => say(planSectionNames[section])).join(t.comma))
}
