import { Select } from 'antd'
import type { ReactNode } from 'react'
import { filingStateNames } from '../../../policy/filing.ts'
import { filingTitle } from '../../../policy/filing-title.ts'
import { forms } from '../../../policy/forms.ts'
import { downloadUrl } from '../../../ui/api.ts'
import { DownloadPaper } from '../../../ui/DownloadPaper.tsx'
import { useLanguage, useText, useWords } from '../../../ui/language.tsx'
import { Page } from '../../../ui/Page.tsx'
import { PrintButton } from '../../../ui/PrintButton.tsx'
import { useUrl } from '../../../ui/url.ts'
import { DueDate, InstantText, StatusTag } from '../../../ui/Values.tsx'
import { filingSheets, filingWord } from '../../papers/contract.ts'
import { words } from '../words.ts'
import { type FilingView, stateTones } from './filing-view.ts'
import { LateTag } from './LateTag.tsx'

/** Title, unit, state, due day and version of a filing, with its papers. */
export function FilingFrame({ filing, children }: { filing: FilingView; children: ReactNode }) {
  const t = useWords(words)
  const say = useText()
  const { language } = useLanguage()
  const title = useFilingTitle()(filing)
  const { versions, record, shown, waiting } = filing
  const version = versions.find((one) => one.no === shown?.no)
  const hasTables = forms[filing.kind].some((section) => section.shape === 'rows')
  const paper = { language, ...(shown ? { version: shown.no } : {}) }
  return (
    <Page
      title={title}
      crumbs={[{ text: t.title, to: '/filings' }]}
      status={
        <>
          <StatusTag tone={stateTones[filing.state]}>{say(filingStateNames[filing.state])}</StatusTag>{' '}
          <LateTag standing={filing.standing} />
        </>
      }
      subtitle={
        <span className="filing-facts">
          <span>{filing.unit.name}</span>
          <span>{filing.batch.name}</span>
          <span className="clause">
            {t.clause} {filing.clause}
          </span>
          {filing.standing.state === 'due' || filing.standing.state === 'overdue' ? (
            <span>
              {t.due} <DueDate day={filing.dueOn} today={filing.today} workingDaysLeft={filing.standing.workingDays} />
            </span>
          ) : (
            <span>
              {t.due} {filing.dueOn}
            </span>
          )}
          {version ? (
            <span>
              {t.versionBy(version.no, version.submittedByName)} <InstantText at={version.submittedAt} />
            </span>
          ) : null}
          {record ? (
            <span>
              {t.recordNo(record.no)} · {t.recordedBy(record.byName)} <InstantText at={record.at} />
            </span>
          ) : waiting.length > 0 ? (
            <span>{t.waitsFor(waiting.map(say).join('、'))}</span>
          ) : null}
        </span>
      }
      actions={
        <>
          <VersionSelect filing={filing} />
          <DownloadPaper
            word={downloadUrl(filingWord, { filingId: filing.filingId }, paper)}
            {...(hasTables ? { excel: downloadUrl(filingSheets, { filingId: filing.filingId }, paper) } : {})}
          />
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
  )
}

/** What a filing is called in the reader's language. */
export function useFilingTitle(): (filing: Pick<FilingView, 'name' | 'period'>) => string {
  const say = useText()
  return ({ name, period }) => say(filingTitle(name, period))
}

function VersionSelect({ filing: { versions, shown, actions } }: { filing: FilingView }) {
  const t = useWords(words)
  const { search, setSearch } = useUrl()
  const writing = actions.some((one) => one.action === 'edit' && one.allowed)
  if (versions.length === 0 || (versions.length < 2 && !writing)) return null
  const newest = versions[0]?.no
  const options = versions.map(({ no }) => ({ value: no, label: no === newest ? t.newestVersion(no) : t.version(no) }))
  return (
    <Select
      aria-label={t.chooseVersion}
      value={writing && !search.version ? 0 : (shown?.no ?? 0)}
      options={writing ? [{ value: 0, label: t.draftVersion }, ...options] : options}
      popupMatchSelectWidth={false}
      onChange={(no: number) =>
        setSearch({ version: no === 0 || (no === newest && !writing) ? null : no, section: null, field: null })
      }
    />
  )
}
