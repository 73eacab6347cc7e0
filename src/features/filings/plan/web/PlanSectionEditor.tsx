import type { ReactNode } from 'react'
import type { PlanSection } from '../../../../policy/plan/plan.ts'
import { AgenciesSection } from './AgenciesSection.tsx'
import { ControlsSection } from './ControlsSection.tsx'
import { EnterprisesSection } from './EnterprisesSection.tsx'
import type { EditorProps } from './editor-props.ts'
import { FundLinesSection } from './FundLinesSection.tsx'
import { ServicesSection } from './ServicesSection.tsx'
import { TargetsSection } from './TargetsSection.tsx'

const editors: { readonly [S in PlanSection]: (props: EditorProps<S>) => ReactNode } = {
  services: ServicesSection,
  agencies: AgenciesSection,
  'fund-lines': FundLinesSection,
  controls: ControlsSection,
  targets: TargetsSection,
  enterprises: EnterprisesSection,
}

/** One section of a plan to write; `draft` holds the content of that section. */
export function PlanSectionEditor({ section, ...props }: EditorProps<PlanSection> & { section: PlanSection }) {
  const Editor = editors[section] as unknown as (props: EditorProps<PlanSection>) => ReactNode
  return <Editor {...props} />
}
