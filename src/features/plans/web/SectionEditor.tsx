import type { PlanSection } from '../../../policy/plan.ts'
import { AgenciesSection } from './AgenciesSection.tsx'
import { ControlsSection } from './ControlsSection.tsx'
import { EnterprisesSection } from './EnterprisesSection.tsx'
import type { EditorProps, ImportProps } from './editor-props.ts'
import { FundLinesSection } from './FundLinesSection.tsx'
import { ServicesSection } from './ServicesSection.tsx'
import { TargetsSection } from './TargetsSection.tsx'
import type { Drafts } from './use-plan-drafts.ts'

type SectionEditorProps = Omit<EditorProps<PlanSection>, 'draft'> &
  ImportProps & { section: PlanSection; drafts: Drafts }

export function SectionEditor({ section, drafts, facts, errors, pilotId, view }: SectionEditorProps) {
  const given = { facts, errors }
  switch (section) {
    case 'services':
      return <ServicesSection draft={drafts.services} {...given} />
    case 'agencies':
      return <AgenciesSection draft={drafts.agencies} {...given} />
    case 'fund-lines':
      return <FundLinesSection draft={drafts['fund-lines']} {...given} />
    case 'controls':
      return <ControlsSection draft={drafts.controls} {...given} />
    case 'targets':
      return <TargetsSection draft={drafts.targets} {...given} pilotId={pilotId} view={view} />
    case 'enterprises':
      return <EnterprisesSection draft={drafts.enterprises} {...given} pilotId={pilotId} view={view} />
  }
}
