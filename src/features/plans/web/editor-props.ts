import type { PlanSection } from '../../../policy/plan.ts'
import type { PlanFacts } from '../../../policy/plan-gaps.ts'
import type { ChoiceFacts } from '../../../policy/plan-tables.ts'
import type { Drafts, SectionView } from './use-plan-drafts.ts'

export type EditorFacts = ChoiceFacts & PlanFacts

export type EditorProps<S extends PlanSection> = {
  draft: Drafts[S]
  facts: EditorFacts
  /** By full field name: `targets.rows.0.weight`. */
  errors: Readonly<Record<string, string>>
}

/** What importing needs beside the text itself. */
export type ImportProps = { pilotId: string; view: SectionView }
