import { type PlanContent, type PlanSection, planSections } from '../../../../policy/plan/plan.ts'
import { Async } from '../../../../ui/Async.tsx'
import { useView } from '../../../../ui/api.ts'
import { useText } from '../../../../ui/language.tsx'
import { useUrl } from '../../../../ui/url.ts'
import { PlanTables } from '../../../programme/baselines/web/public.ts'
import { showPilot } from '../../../programme/pilots/contract.ts'
import type { FilingView } from '../../course/contract.ts'
import {
  draftOf,
  type EditorProps,
  fieldErrors,
  ImportRows,
  sectionIn,
  WrittenSection,
} from '../../course/web/public.ts'
import { PlanSectionEditor } from './PlanSectionEditor.tsx'
import { PlanTemplate } from './PlanTemplate.tsx'
import { awardOf, factsOf, livePlan, sectionNames } from './plan-view.ts'
import { SectionNav } from './SectionNav.tsx'
import './plan.css'

/** The plan as it is being written, section by section. */
export function PlanEditor(props: EditorProps) {
  const pilot = useView(showPilot, { params: { pilotId: props.filing.pilotId ?? '' } })
  return <Async view={pilot}>{({ parkUscc }) => <Sections {...props} parkUscc={parkUscc ?? ''} />}</Async>
}

function Sections({ filing, drafts, gaps, parkUscc }: EditorProps & { parkUscc: string }) {
  const say = useText()
  const current = useSection(filing)
  const section = sectionNames.find(({ id }) => id === current) ?? { id: current, zh: '', en: '' }
  const draft = draftOf<PlanContent[PlanSection]>(drafts, current)
  const plan = factsOf(filing, livePlan(filing, drafts))
  const facts = { ...plan, awardFen: awardOf(filing), park: { uscc: parkUscc } }
  return (
    <>
      <SectionNav filing={filing} current={current} drafts={drafts} />
      <WrittenSection filing={filing} section={section} drafts={drafts}>
        {draft && (current === 'targets' || current === 'enterprises') ? (
          <ImportRows filing={filing} section={section} draft={draft as Parameters<typeof ImportRows>[0]['draft']}>
            <PlanTemplate filing={filing} section={current} />
          </ImportRows>
        ) : null}
        {draft ? (
          <PlanSectionEditor
            key={current}
            section={current}
            draft={draft}
            facts={facts}
            errors={fieldErrors(current, draft, gaps, say)}
          />
        ) : (
          <PlanTables section={current} facts={facts} />
        )}
      </WrittenSection>
    </>
  )
}

/** The section named in the address, or the one to begin with: what came back first. */
function useSection(filing: FilingView): PlanSection {
  const { search } = useUrl()
  const asked = planSections.find((one) => one === search.section)
  const isMarked = (name: PlanSection) => {
    const { open, marks } = sectionIn(filing, name)
    return open && marks.length > 0
  }
  return asked ?? planSections.find(isMarked) ?? 'services'
}
