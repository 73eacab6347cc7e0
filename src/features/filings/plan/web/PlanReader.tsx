import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { type PlanSection, planSectionNames, planSections } from '../../../../policy/plan/plan.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { useUrl } from '../../../../ui/url.ts'
import { useIsPhone } from '../../../../ui/use-media.ts'
import { type ReaderProps, ReadSection, useFormerContent } from '../../course/web/public.ts'
import { words } from '../words.ts'
import { PlanInForce } from './PlanInForce.tsx'
import { factsOf, shownPlan } from './plan-view.ts'
import { SectionContent } from './SectionContent.tsx'
import { SectionNav } from './SectionNav.tsx'
import './plan.css'

/** One version of a plan, all its sections; what is not as in the version before is marked in its place. */
export function PlanReader({ filing, marks }: ReaderProps) {
  const t = useWords(words)
  const say = useText()
  const { search } = useUrl()
  const phone = useIsPhone()
  const former = useFormerContent(filing)
  const facts = factsOf(filing, shownPlan(filing))
  const was = former ? factsOf(filing, former) : null
  const compares = filing.changes !== null
  const same = (section: PlanSection) => filing.unchangedSections.includes(section)
  return (
    <>
      {filing.isDone && filing.pilotId ? <PlanInForce pilotId={filing.pilotId} /> : null}
      <SectionNav filing={filing} current={planSections.find((one) => one === search.section) ?? null} />
      {planSections.map((id, index) => (
        <ReadSection
          key={id}
          section={{ id, ...planSectionNames[id] }}
          title={`${index + 1} ${say(planSectionNames[id])}`}
          note={compares ? (same(id) ? t.sectionUnchanged : t.sectionChanged) : undefined}
          marks={marks}
        >
          <Folded section={id} folded={phone && compares && same(id) && search.section !== id}>
            <SectionContent section={id} facts={facts} was={was} />
          </Folded>
        </ReadSection>
      ))}
    </>
  )
}

/** On a phone a section that did not change stays folded until it is asked for. */
function Folded({ section, folded, children }: { section: PlanSection; folded: boolean; children: ReactNode }) {
  const t = useWords(words)
  const say = useText()
  const [open, setOpen] = useState(false)
  if (!folded || open) return children
  return (
    <Button block aria-label={`${t.unfold} ${say(planSectionNames[section])}`} onClick={() => setOpen(true)}>
      {t.unfold}
    </Button>
  )
}
