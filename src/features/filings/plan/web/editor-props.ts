import type { PlanContent, PlanSection } from '../../../../policy/plan/plan.ts'
import type { PlanFacts } from '../../../../policy/plan/plan-gaps.ts'
import type { ChoiceFacts } from '../../../../policy/plan/plan-tables.ts'
import type { Draft } from '../../../../ui/use-autosave.ts'

export type EditorFacts = ChoiceFacts & PlanFacts

export type EditorProps<S extends PlanSection> = {
  readonly draft: Pick<Draft<PlanContent[S]>, 'value' | 'change'>
  readonly facts: EditorFacts
  /** By full field name: `targets.rows.0.weight`. */
  readonly errors: Readonly<Record<string, string>>
  readonly disabled?: boolean
}
