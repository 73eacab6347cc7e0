import { Button } from 'antd'
import { editionOf } from '../../../policy/edition.ts'
import { planSectionNames } from '../../../policy/plan.ts'
import { Section } from '../../../ui/Figures.tsx'
import { useText, useWords } from '../../../ui/language.tsx'
import { PlanTables } from '../../../ui/PlanTables.tsx'
import { useGo, useUrl } from '../../../ui/url.ts'
import { useJump } from '../../../ui/use-jump.ts'
import type { PilotView } from '../../pilots/contract.ts'
import { words } from '../words.ts'
import { PlanFrame, useSection } from './PlanFrame.tsx'
import { PlanInForce } from './PlanInForce.tsx'
import { SectionMarks, SectionNote } from './SectionHead.tsx'
import { SectionNav } from './SectionNav.tsx'
import { contentOf, type PlanView, sectionIn } from './use-plan-drafts.ts'
import { WithdrawPlan } from './WithdrawPlan.tsx'

/** The plan while it is not this reader's to write. */
export function PlanReader({ pilot, plan }: { pilot: PilotView; plan: PlanView }) {
  const t = useWords(words)
  const say = useText()
  const go = useGo()
  const { search } = useUrl()
  const section = useSection(plan)
  const view = sectionIn(plan, section)
  useJump(Boolean(search.field))
  const facts = { edition: editionOf(pilot.edition), firstYear: pilot.firstYear, content: contentOf(plan) }
  return (
    <PlanFrame
      pilot={pilot}
      plan={plan}
      actions={
        <>
          <WithdrawPlan pilotId={pilot.pilotId} plan={plan} />
          {plan.version ? (
            <Button type="primary" onClick={() => go(`/pilots/${pilot.pilotId}/plan/review`)}>
              {t.openReview}
            </Button>
          ) : null}
        </>
      }
    >
      {plan.state === 'approved' ? <PlanInForce pilotId={pilot.pilotId} /> : null}
      <SectionNav plan={plan} current={section} />
      <Section id={section} title={say(planSectionNames[section])} note={<SectionNote plan={plan} view={view} />}>
        <SectionMarks view={view} />
        <PlanTables section={section} facts={facts} />
      </Section>
    </PlanFrame>
  )
}
