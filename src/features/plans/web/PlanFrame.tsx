import type { ReactNode } from 'react'
import { editionOf, obligationOf } from '../../../policy/edition.ts'
import { filingStateNames } from '../../../policy/filing.ts'
import { type PlanSection, planSections } from '../../../policy/plan.ts'
import { useText, useWords } from '../../../ui/language.tsx'
import { Page } from '../../../ui/Page.tsx'
import { usePilotTabs } from '../../../ui/pilot-tabs.ts'
import { useUrl } from '../../../ui/url.ts'
import { DueDate, InstantText, Money, StatusTag, type Tone } from '../../../ui/Values.tsx'
import type { PilotView } from '../../pilots/contract.ts'
import { words } from '../words.ts'
import type { PlanView } from './use-plan-drafts.ts'

export const stateTones: Readonly<Record<PlanView['state'], Tone>> = {
  draft: 'neutral',
  submitted: 'active',
  returned: 'warning',
  approved: 'good',
  recorded: 'good',
}

type PlanFrameProps = { pilot: PilotView; plan: PlanView; actions?: ReactNode; children: ReactNode }

/** Title, state, due day and version of a plan. */
export function PlanFrame({ pilot, plan, actions, children }: PlanFrameProps) {
  const t = useWords(words)
  const say = useText()
  const tabs = usePilotTabs(pilot.pilotId)
  const { version } = plan
  const open = plan.state === 'draft' || plan.state === 'returned'
  return (
    <Page
      title={say(obligationOf(editionOf(pilot.edition), 'plan'))}
      crumbs={[
        { text: t.pilots, to: '/pilots' },
        { text: pilot.parkName, to: `/pilots/${pilot.pilotId}` },
      ]}
      status={<StatusTag tone={stateTones[plan.state]}>{say(filingStateNames[plan.state])}</StatusTag>}
      subtitle={
        <span className="plan-facts">
          <span>
            {t.award} <Money fen={plan.awardFen} />
          </span>
          {open ? (
            <span>
              {t.due} <DueDate day={plan.dueOn} />
            </span>
          ) : null}
          {version ? (
            <span>
              {t.versionBy(version.no, version.submittedByName)} <InstantText at={version.submittedAt} />
            </span>
          ) : null}
        </span>
      }
      tabs={tabs}
      actions={actions}
    >
      {children}
    </Page>
  )
}

/** The section named in the address, or the one to begin with. */
export function useSection(plan: PlanView): PlanSection {
  const { search } = useUrl()
  const asked = planSections.find((one) => one === search.section)
  if (asked) return asked
  const isMarked = (name: PlanSection) =>
    plan.sections.some((one) => one.section === name && one.open && one.marks.length > 0)
  return planSections.find(isMarked) ?? 'services'
}
