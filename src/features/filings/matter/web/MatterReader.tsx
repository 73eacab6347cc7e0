import { changesBetween } from '../../../../policy/plan/changes.ts'
import { type MatterReport, matterSectionNames } from '../../../../policy/plan/matter.ts'
import type { PlanContent } from '../../../../policy/plan/plan.ts'
import { useWords } from '../../../../ui/language.tsx'
import { PlanChanges } from '../../../programme/baselines/web/public.ts'
import type { FilingView } from '../../course/contract.ts'
import { contentOf, type ReaderProps, ReadSection, useFormerContent } from '../../course/web/public.ts'
import { factsOf } from '../../plan/web/public.ts'
import { words } from '../words.ts'
import { MatterClocks } from './Clocks.tsx'
import { baseOf, changedPlan, type SentChange, writtenPart } from './matter-view.ts'
import { OfMatter } from './OfMatter.tsx'
import { ReportFacts } from './ReportFacts.tsx'
import './matters.css'

/** A matter to read: its clocks, the report, and the change against the version of the plan that it is drawn against. */
export function MatterReader({ filing, marks }: ReaderProps) {
  const t = useWords(words)
  const former = useFormerContent(filing)
  const change = writtenPart(contentOf(filing, 'change')) as SentChange
  return (
    <OfMatter filing={filing}>
      {(matter) => {
        const base = baseOf(matter, change)
        const plan = changedPlan(matter, change)
        const count = plan ? changesBetween(base.content as PlanContent, plan).length : 0
        return (
          <>
            <div className="columns">
              <ReadSection section={{ id: 'report', ...matterSectionNames.report }} marks={marks}>
                <ReportFacts
                  report={contentOf(filing, 'report') as MatterReport}
                  before={(former?.report ?? null) as MatterReport | null}
                  edition={filing.batch.edition}
                />
              </ReadSection>
              <MatterClocks matter={matter} />
            </div>
            <ReadSection
              section={{ id: 'change', ...matterSectionNames.change }}
              note={
                plan
                  ? `${t.drawnAgainst(base.no)} · ${t.differenceCount(count)} · ${t.inForceFrom} ${change.inForceFrom ?? t.onApproval}`
                  : undefined
              }
              marks={plan ? marks : null}
            >
              <ChangeText filing={filing} was={base.content} is={plan} />
            </ReadSection>
          </>
        )
      }}
    </OfMatter>
  )
}

/** Field by field how the plan shall differ, or that nothing of it shall. */
export function ChangeText({ filing, was, is }: { filing: FilingView; was: unknown; is: PlanContent | null }) {
  const t = useWords(words)
  if (!is) return <p className="soft">{t.changeNone}</p>
  return <PlanChanges was={factsOf(filing, was)} is={factsOf(filing, is)} />
}
