import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { editionOf } from '../../../policy/edition.ts'
import { type PlanContent, type PlanSection, planSectionNames, planSections } from '../../../policy/plan.ts'
import { AutosaveBadge, AutosaveNotice } from '../../../ui/AutosaveBadge.tsx'
import { useView, viewKey } from '../../../ui/api.ts'
import { Section } from '../../../ui/Figures.tsx'
import { GapList } from '../../../ui/GapList.tsx'
import { useText, useWords } from '../../../ui/language.tsx'
import { PlanTables } from '../../../ui/PlanTables.tsx'
import { useGo, useUrl } from '../../../ui/url.ts'
import { useJump } from '../../../ui/use-jump.ts'
import type { PilotView } from '../../pilots/contract.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { fieldErrors, gapInPlace } from './field-errors.ts'
import { PlanFrame, useSection } from './PlanFrame.tsx'
import { SectionEditor } from './SectionEditor.tsx'
import { SectionMarks, SectionNote } from './SectionHead.tsx'
import { SectionNav } from './SectionNav.tsx'
import { SubmitPlan } from './SubmitPlan.tsx'
import { contentOf, type Drafts, type PlanView, sectionIn, usePlanDrafts } from './use-plan-drafts.ts'

/** The plan as it is being written: section by section, saved as one types, checked as a whole. */
export function PlanEditor({ pilot, plan }: { pilot: PilotView; plan: PlanView }) {
  const t = useWords(words)
  const say = useText()
  const go = useGo()
  const queries = useQueryClient()
  const { search, setSearch } = useUrl()
  const { pilotId } = pilot
  const params = { pilotId }
  const drafts = usePlanDrafts(pilotId, plan)
  const check = useView(contract.checkPlan, { params })
  const section = useSection(plan)
  const view = sectionIn(plan, section)
  const draft = drafts[section]
  const checked = search.check === '1'
  const gaps = check.data?.gaps ?? []
  useJump(Boolean(search.field))
  const facts = {
    edition: editionOf(pilot.edition),
    firstYear: pilot.firstYear,
    content: liveContent(plan, drafts),
    awardFen: plan.awardFen,
    park: { uscc: pilot.parkUscc ?? '' },
  }

  async function saveAll() {
    await Promise.all(planSections.map((name) => drafts[name].flush()))
    await Promise.all(
      [contract.showPlan, contract.checkPlan].map((route) =>
        queries.invalidateQueries({ queryKey: viewKey(route, { params }) }),
      ),
    )
  }

  async function runCheck() {
    await saveAll()
    setSearch({ check: '1', field: null })
    setTimeout(() => document.querySelector<HTMLElement>('.plan-check')?.scrollIntoView({ block: 'nearest' }), 60)
  }

  return (
    <PlanFrame
      pilot={pilot}
      plan={plan}
      actions={
        plan.version ? <Button onClick={() => go(`/pilots/${pilotId}/plan/review`)}>{t.openReview}</Button> : undefined
      }
    >
      <SectionNav plan={plan} current={section} errors={errorCounts(gaps, check.data !== undefined)} drafts={drafts} />
      {checked && check.data ? (
        <div className="panel plan-check">
          <div className="section-head">
            <h2>{t.checkTitle}</h2>
            <Button size="small" onClick={() => setSearch({ check: null })}>
              {t.closeCheck}
            </Button>
          </div>
          <GapList
            gaps={gaps.map((gap) => ({
              ...gap,
              field: gap.field === '' ? null : `${gap.section}.${gap.field}`,
              text: gapInPlace(gap),
            }))}
          />
        </div>
      ) : null}
      <Section id={section} title={say(planSectionNames[section])} note={<SectionNote plan={plan} view={view} />}>
        <SectionMarks view={view} />
        <AutosaveNotice draft={draft} />
        {view.open ? (
          <SectionEditor
            key={section}
            section={section}
            pilotId={pilotId}
            drafts={drafts}
            view={view}
            facts={facts}
            errors={fieldErrors(section, draft, checked ? gaps : [], say)}
          />
        ) : (
          <PlanTables section={section} facts={facts} />
        )}
      </Section>
      <div className="action-bar">
        <AutosaveBadge draft={draft} />
        <Button onClick={() => void runCheck()}>{t.check}</Button>
        <SubmitPlan pilot={pilot} plan={plan} content={facts.content} drafts={drafts} saveAll={saveAll} />
      </div>
    </PlanFrame>
  )
}

/** What stands on the screen, saved or not; of a closed section what the server holds. */
function liveContent(plan: PlanView, drafts: Drafts): PlanContent {
  const entries = planSections.filter((name) => sectionIn(plan, name).open).map((name) => [name, drafts[name].value])
  return { ...contentOf(plan), ...(Object.fromEntries(entries) as Partial<PlanContent>) }
}

type FoundGap = { readonly section: PlanSection; readonly severity: 'error' | 'warning' }

function errorCounts(gaps: readonly FoundGap[], known: boolean): Partial<Record<PlanSection, number>> {
  if (!known) return {}
  return Object.fromEntries(
    planSections.map((name) => [name, gaps.filter((gap) => gap.section === name && gap.severity === 'error').length]),
  )
}
