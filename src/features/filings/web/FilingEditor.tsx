import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import type { FormContent } from '../../../policy/forms.ts'
import { viewKey } from '../../../ui/api.ts'
import { GapList } from '../../../ui/GapList.tsx'
import { useWords } from '../../../ui/language.tsx'
import { useUrl } from '../../../ui/url.ts'
import { useJump } from '../../../ui/use-jump.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { Changes } from './Changes.tsx'
import { FilingFrame } from './FilingFrame.tsx'
import { FilingHistory } from './FilingHistory.tsx'
import { type FilingView, parkNameIn, sectionIn, sectionsOf } from './filing-view.ts'
import { RefreshDraft } from './RefreshDraft.tsx'
import { SectionEditor } from './SectionEditor.tsx'
import { SectionReader } from './SectionReader.tsx'
import { SubmitFiling } from './SubmitFiling.tsx'
import type { SectionDraft } from './use-section-draft.ts'

/** A form as it is being written: every section on one page, saved as one types, checked as a whole. */
export function FilingEditor({ filing }: { filing: FilingView }) {
  const t = useWords(words)
  const queries = useQueryClient()
  const { search, setSearch } = useUrl()
  const drafts = useRef(new Map<string, SectionDraft>())
  const [checking, setChecking] = useState(false)
  const checked = search.check === '1'
  useJump(Boolean(search.field ?? search.section))

  /** Saves what is not saved yet; answers whether everything is. */
  async function saveAll(): Promise<boolean> {
    await Promise.all([...drafts.current.values()].map((draft) => draft.flush()))
    await queries.invalidateQueries({
      queryKey: viewKey(contract.showFiling, { params: { filingId: filing.filingId } }).slice(0, 3),
    })
    return [...drafts.current.values()].every(({ state: { kind } }) => kind === 'saved' || kind === 'unchanged')
  }

  async function runCheck() {
    setChecking(true)
    await saveAll()
    setChecking(false)
    setSearch({ check: '1', field: null })
    setTimeout(() => document.querySelector('.filing-check')?.scrollIntoView({ block: 'nearest' }), 60)
  }

  return (
    <FilingFrame filing={filing}>
      {checked ? (
        <div className="panel filing-check">
          <div className="section-head">
            <h2>{t.checkTitle}</h2>
            <Button size="small" onClick={() => setSearch({ check: null })}>
              {t.closeCheck}
            </Button>
          </div>
          <GapList gaps={filing.gaps.map(asGap(filing.clause))} />
        </div>
      ) : null}
      {sectionsOf(filing).map((section) =>
        sectionIn(filing, section.id).open ? (
          <SectionEditor
            key={section.id}
            filing={filing}
            section={section}
            gaps={checked ? filing.gaps : []}
            register={(draft) => void drafts.current.set(section.id, draft)}
          />
        ) : (
          <SectionReader
            key={section.id}
            section={section}
            content={sectionIn(filing, section.id).content as FormContent[string]}
            note={t.closedSection}
            parkName={parkNameIn(filing)}
          />
        ),
      )}
      <Changes filing={filing} />
      <FilingHistory filing={filing} />
      <div className="action-bar">
        <span className="autosave">{t.savesItself}</span>
        {filing.isDrafted ? <RefreshDraft filing={filing} saveAll={saveAll} /> : null}
        <Button loading={checking} onClick={() => void runCheck()}>
          {t.check}
        </Button>
        <SubmitFiling filing={filing} saveAll={saveAll} />
      </div>
    </FilingFrame>
  )
}

function asGap(clause: string) {
  return ({ section, field, severity, zh, en }: FilingView['gaps'][number]) => ({
    severity,
    section,
    field: field === '' ? null : `${section}.${field}`,
    text: { zh, en },
    clause,
  })
}
