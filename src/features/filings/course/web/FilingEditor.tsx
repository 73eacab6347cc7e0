import { Button } from 'antd'
import { useState } from 'react'
import { filingKinds } from '../../../../policy/filings/filing-kinds.ts'
import { AutosaveBadge } from '../../../../ui/AutosaveBadge.tsx'
import { ButtonRow } from '../../../../ui/ButtonRow.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { stringifySearch, useUrl } from '../../../../ui/url.ts'
import { useJump } from '../../../../ui/use-jump.ts'
import { words } from './act-words.ts'
import { Changes } from './Changes.tsx'
import { CheckList } from './CheckList.tsx'
import { DiscardFiling } from './DiscardFiling.tsx'
import { FilingFrame } from './FilingFrame.tsx'
import type { ScreenProps } from './kind-screens.ts'
import { Opinions } from './Opinions.tsx'
import { RefreshDraft } from './RefreshDraft.tsx'
import { SubmitFiling } from './SubmitFiling.tsx'
import { mostTelling, toCorrect, useDrafts } from './use-drafts.ts'

/** A filing as it is being written: its sections save themselves, the check lists what stands against it. */
export function FilingEditor({ filing, kind, place }: ScreenProps) {
  const t = useWords(words)
  const say = useText()
  const { path, search, setSearch } = useUrl()
  const { drafts, saveAll, refresh, revisions } = useDrafts(filing, kind.written)
  const [checking, setChecking] = useState(false)
  const checked = kind.checksAlways || search.check === '1'
  const draft = mostTelling(drafts)
  const sections = kind.sections(filing)
  const wrong = toCorrect(drafts, sections).map(({ section, count }) => ({
    name: say(section),
    to: `${path}${stringifySearch({ ...search, section: section.id, field: null })}`,
    count,
  }))
  useJump(Boolean(search.field) || (!kind.bySection && Boolean(search.section)))

  async function runCheck() {
    setChecking(true)
    await saveAll()
    await refresh()
    setChecking(false)
    setSearch({ check: '1', field: null })
    setTimeout(() => document.querySelector('.filing-check')?.scrollIntoView({ block: 'nearest' }), 60)
  }

  return (
    <FilingFrame filing={filing} kind={kind} place={place}>
      {checked ? <CheckList filing={filing} kind={kind} /> : null}
      <kind.Editor filing={filing} drafts={drafts} gaps={checked ? filing.gaps : []} />
      <Changes filing={filing} sections={sections} />
      <Opinions filing={filing} sections={sections} />
      <ButtonRow className="action-bar">
        {draft ? <AutosaveBadge draft={draft} toCorrect={wrong} /> : null}
        {filingKinds[filing.kind].discardable ? <DiscardFiling filing={filing} /> : null}
        {filing.isDrafted ? <RefreshDraft filing={filing} saveAll={saveAll} /> : null}
        {kind.checksAlways ? null : (
          <Button loading={checking} onClick={() => void runCheck()}>
            {t.check}
          </Button>
        )}
        <SubmitFiling filing={filing} kind={kind} saveAll={saveAll} revisions={revisions} />
      </ButtonRow>
    </FilingFrame>
  )
}
