import type { ReactNode } from 'react'
import { filingStateNames } from '../../../../policy/filings/filing.ts'
import { filingTitle } from '../../../../policy/filings/filing-title.ts'
import { DownloadPaper } from '../../../../ui/DownloadPaper.tsx'
import { useLanguage, useText, useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { PrintButton } from '../../../../ui/PrintButton.tsx'
import { DueDate, InstantText, instantText, StatusTag } from '../../../../ui/Values.tsx'
import type { FilingView } from '../contract.ts'
import { words } from '../words.ts'
import { shownVersion, stateTones } from './filing-view.ts'
import type { KindScreens, ScreenProps } from './kind-screens.ts'
import { LateTag } from './LateTag.tsx'
import { VersionChoice } from './VersionChoice.tsx'
import './filings.css'

/** Title, unit, state, due day, version and who is waited for, with the papers of a filing. */
export function FilingFrame({ filing, kind, place, children }: ScreenProps & { children: ReactNode }) {
  const { language } = useLanguage()
  const title = useFilingTitle()(filing)
  const { viewed } = filing
  const paper = { language, ...(viewed ? { version: viewed.no } : {}) }
  const excel = kind.workbook(filing, paper)
  return (
    <div className={kind.isWide ? 'filing filing-across' : 'filing'}>
      <Page
        title={title}
        crumbs={place.crumbs}
        {...(place.tabs ? { tabs: place.tabs } : {})}
        status={
          <>
            <StateTag filing={filing} /> <LateTag standing={filing.standing} />
          </>
        }
        subtitle={<FactsLine filing={filing} kind={kind} />}
        actions={
          <>
            <VersionChoice filing={filing} />
            <DownloadPaper word={place.word(paper)} {...(excel ? { excel } : {})} />
            <PrintButton />
          </>
        }
      >
        <div className="filing-paper print-only">
          <p className="filing-paper-title">{title}</p>
          <p>
            {filing.unit.name} · {filing.batch.name}
          </p>
        </div>
        {children}
      </Page>
    </div>
  )
}

/** The state in the words of the kind: 审核中, or where it has a word of its own 待核定 and 已核定. */
function StateTag({ filing: { state, reviewName } }: { filing: FilingView }) {
  const t = useWords(words)
  const say = useText()
  const own = reviewName && (state === 'submitted' || state === 'approved') ? say(reviewName) : null
  const text = own === null ? say(filingStateNames[state]) : state === 'submitted' ? t.toReview(own) : t.reviewed(own)
  return <StatusTag tone={stateTones[state]}>{text}</StatusTag>
}

function FactsLine({ filing, kind }: { filing: FilingView; kind: KindScreens }) {
  const t = useWords(words)
  const say = useText()
  const { standing, record, waiting } = filing
  const version = shownVersion(filing)
  const { Facts } = kind
  const counts = standing.state === 'due' || standing.state === 'overdue'
  return (
    <span className="filing-facts">
      <span>{filing.unit.name}</span>
      <span>{filing.batch.name}</span>
      {Facts ? <Facts filing={filing} /> : null}
      <span className="clause">
        {t.clause} {filing.clause}
      </span>
      {filing.isDone ? null : (
        <span>
          {t.due}{' '}
          {counts ? (
            <DueDate
              day={filing.dueOn}
              at={filing.dueAt}
              today={filing.today}
              isOver={standing.state === 'overdue'}
              workingDaysLeft={standing.workingDays}
            />
          ) : filing.dueAt ? (
            instantText(filing.dueAt)
          ) : (
            filing.dueOn
          )}
        </span>
      )}
      {version ? (
        <span title={version.hash}>
          {t.versionBy(version.no, version.submittedByName)} <InstantText at={version.submittedAt} /> · {t.hash}{' '}
          <code className="filing-hash">{version.hash}</code>
        </span>
      ) : null}
      {version?.unchangedBecause ? <span>{t.filedUnchanged(version.unchangedBecause)}</span> : null}
      {record ? (
        <span>
          {t.recordNo(record.no)} · {t.recordedBy(record.byName)} <InstantText at={record.at} />
        </span>
      ) : waiting.length > 0 ? (
        <span>{t.waitsFor(waiting.map(say).join(t.comma))}</span>
      ) : null}
    </span>
  )
}

/** What a filing is called in the reader's language. */
export function useFilingTitle(): (filing: Pick<FilingView, 'name' | 'period'>) => string {
  const say = useText()
  return ({ name, period }) => say(filingTitle(name, period))
}
