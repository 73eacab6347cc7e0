import { changesBetween } from '../../../policy/changes.ts'
import { matterSectionNames } from '../../../policy/matter.ts'
import { Section } from '../../../ui/Figures.tsx'
import { useText, useWords } from '../../../ui/language.tsx'
import { PlanChanges } from '../../../ui/PlanChanges.tsx'
import type { PilotView } from '../../pilots/contract.ts'
import { words } from '../words.ts'
import { Course } from './Course.tsx'
import { contentOf, factsOf, type MatterView, type Submitted } from './matter-view.ts'
import { OpinionBar } from './OpinionBar.tsx'
import { ReportFacts } from './ReportFacts.tsx'
import { WithdrawMatter } from './WithdrawMatter.tsx'

/** A matter to read: the report, the change against the version it is drawn against, its course, and where to speak. */
export function MatterReader({ matter, pilot }: { matter: MatterView; pilot: PilotView }) {
  const t = useWords(words)
  const say = useText()
  const { report, change } = contentOf(matter)
  const before = matter.previous ? (matter.previous.content as Submitted) : null
  const base = matter.base ?? matter.inForce
  return (
    <div className="columns matter">
      <div>
        <Section id="report" title={say(matterSectionNames.report)}>
          <ReportFacts report={report} before={before?.report ?? null} pilot={pilot} />
        </Section>
        <Section
          id="change"
          title={say(matterSectionNames.change)}
          note={
            change.content ? (
              <>
                {t.drawnAgainst(base.no)} ·{' '}
                {t.differenceCount(changesBetween(factsOf(pilot, base.content).content, change.content).length)} ·{' '}
                {t.inForceFrom} {change.inForceFrom ?? t.onApproval}
              </>
            ) : undefined
          }
        >
          {change.content ? (
            <PlanChanges was={factsOf(pilot, base.content)} is={factsOf(pilot, change.content)} />
          ) : (
            <p className="soft">{t.changeNone}</p>
          )}
        </Section>
        {before?.change.content && change.content && matter.previous ? (
          <Section title={t.sinceVersion(matter.previous.no)}>
            <PlanChanges was={factsOf(pilot, before.change.content)} is={factsOf(pilot, change.content)} />
          </Section>
        ) : null}
        <OpinionBar matter={matter} />
        <WithdrawMatter matter={matter} />
      </div>
      <div>
        <Course matter={matter} />
        {matter.shown ? (
          <p className="soft matter-hash">
            {t.version(matter.shown.no)} · {t.hash} <code>{matter.shown.hash}</code>
          </p>
        ) : null}
      </div>
    </div>
  )
}
