import { Button, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { editionOf } from '../../../policy/edition.ts'
import { filingStateNames } from '../../../policy/filing.ts'
import { filingKinds } from '../../../policy/filing-kinds.ts'
import { type PlanContent, type PlanSection, planSectionNames, planSections } from '../../../policy/plan.ts'
import { downloadUrl } from '../../../ui/api.ts'
import { DownloadPaper } from '../../../ui/DownloadPaper.tsx'
import { Section } from '../../../ui/Figures.tsx'
import { useLanguage, useText, useWords } from '../../../ui/language.tsx'
import { Page } from '../../../ui/Page.tsx'
import { PrintButton } from '../../../ui/PrintButton.tsx'
import { usePilotTabs } from '../../../ui/pilot-tabs.ts'
import { useUrl } from '../../../ui/url.ts'
import { useJump } from '../../../ui/use-jump.ts'
import { useIsPhone } from '../../../ui/use-media.ts'
import { InstantText, StatusTag } from '../../../ui/Values.tsx'
import { filingSheets, filingWord } from '../../papers/contract.ts'
import type { PilotView } from '../../pilots/contract.ts'
import { words } from '../words.ts'
import { Changes } from './Changes.tsx'
import { MarkSection } from './MarkSection.tsx'
import { OpinionBar } from './OpinionBar.tsx'
import { Opinions } from './Opinions.tsx'
import { ReviewHints } from './ReviewHints.tsx'
import type { ReviewView, ShownVersion } from './review-view.ts'
import { Seals } from './Seals.tsx'
import { SectionContent } from './SectionContent.tsx'
import { useMarks } from './use-marks.ts'

type Props = { pilot: PilotView; review: ReviewView; shown: ShownVersion; former: ShownVersion | null }

const tones = {
  draft: 'neutral',
  submitted: 'active',
  returned: 'warning',
  approved: 'good',
  recorded: 'good',
} as const

/** One version: who submitted it, what changed, every section, and what both bureaus say. */
export function ReviewOfVersion({ pilot, review, shown, former }: Props) {
  const t = useWords(words)
  const say = useText()
  const { search, setSearch } = useUrl()
  const tabs = usePilotTabs(pilot.pilotId)
  const marks = useMarks(review.filingId)
  const { versions } = review
  const newest = versions[0]?.no === shown.no
  const version = versions.find((one) => one.no === shown.no)
  const rules = { edition: editionOf(pilot.edition), firstYear: pilot.firstYear }
  const facts = { ...rules, content: shown.content as PlanContent }
  const was = former ? { ...rules, content: former.content as PlanContent } : null
  const mayMark = newest && (review.actions.find((one) => one.action === 'give-opinion')?.allowed ?? false)
  const phone = useIsPhone()
  const { language } = useLanguage()
  const paper = { version: shown.no, language }
  const changed = (section: PlanSection) => was !== null && !review.unchangedSections.includes(section)
  useJump(Boolean(search.field ?? search.section))
  return (
    <div className="review">
      <Page
        title={t.title}
        crumbs={[
          { text: t.pilots, to: '/pilots' },
          { text: pilot.parkName, to: `/pilots/${pilot.pilotId}` },
          { text: t.plan, to: `/pilots/${pilot.pilotId}/plan` },
        ]}
        status={<StatusTag tone={tones[review.state]}>{say(filingStateNames[review.state])}</StatusTag>}
        subtitle={
          <span className="review-facts">
            <span>{pilot.parkName}</span>
            <span>{t.version(shown.no)}</span>
            {version ? (
              <span>
                {t.submittedBy(version.submittedByName)} <InstantText at={version.submittedAt} />
              </span>
            ) : null}
            <span title={shown.hash}>
              {t.hash} <code className="review-hash">{shown.hash}</code>
            </span>
          </span>
        }
        tabs={tabs}
        actions={
          <>
            {versions.length > 1 ? (
              <Select
                aria-label={t.chooseVersion}
                value={shown.no}
                options={versions.map(({ no }, index) => ({
                  value: no,
                  label: index === 0 ? t.newestVersion(no) : t.version(no),
                }))}
                onChange={(no: number) =>
                  setSearch({ version: no === versions[0]?.no ? null : no, section: null, field: null })
                }
              />
            ) : null}
            <DownloadPaper
              word={downloadUrl(filingWord, { filingId: review.filingId }, paper)}
              excel={downloadUrl(filingSheets, { filingId: review.filingId }, paper)}
            />
            <PrintButton />
          </>
        }
      >
        <div className="review-paper">
          <p className="review-paper-title">{say(filingKinds.plan)}</p>
          <p>
            {pilot.countyName} {pilot.parkName} · {pilot.batchName} · {t.version(shown.no)}
          </p>
        </div>
        <Opinions review={review} shownNo={shown.no} />
        {was ? (
          <Changes review={review} was={was} is={facts} formerNo={former?.no ?? 0} />
        ) : (
          <p className="panel soft">{t.firstVersion}</p>
        )}
        {newest ? <ReviewHints pilotId={pilot.pilotId} /> : null}
        {planSections.map((section, index) => (
          <Section
            key={section}
            id={section}
            title={`${index + 1} ${say(planSectionNames[section])}`}
            note={
              was ? (review.unchangedSections.includes(section) ? t.sectionUnchanged : t.sectionChanged) : undefined
            }
            actions={mayMark ? <MarkSection.Toggle section={section} marks={marks} /> : undefined}
          >
            {mayMark ? <MarkSection.Reason section={section} marks={marks} /> : null}
            <Folded section={section} folded={phone && !changed(section) && search.section !== section}>
              <SectionContent section={section} facts={facts} was={was} />
            </Folded>
          </Section>
        ))}
        <Seals review={review} shown={shown} pilot={pilot} />
        <OpinionBar review={review} versionNo={shown.no} newest={newest} marks={marks} pilot={pilot} />
      </Page>
    </div>
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
