import { SyncOutlined } from '@ant-design/icons'
import { useState } from 'react'
import { abilityFor } from '../../../../ui/ability.ts'
import { useCommand } from '../../../../ui/api.ts'
import { useWords } from '../../../../ui/language.tsx'
import { type FilingView, refreshDraft } from '../contract.ts'
import { ActButton } from './ActButton.tsx'
import { words } from './act-words.ts'
import { SaveFirst } from './SubmitFiling.tsx'

/** Reads the figures anew; what a person wrote stays. */
export function RefreshDraft({ filing, saveAll }: { filing: FilingView; saveAll: () => Promise<boolean> }) {
  const t = useWords(words)
  const [unsaved, setUnsaved] = useState(false)
  const refresh = useCommand(refreshDraft)
  return (
    <ActButton
      ability={abilityFor(filing.actions, 'edit')}
      text={t.redraft}
      look={{ icon: <SyncOutlined aria-hidden /> }}
      title={t.redraftTitle}
      command={refresh}
      send={async () => {
        const saved = await saveAll()
        setUnsaved(!saved)
        return saved ? { params: { filingId: filing.filingId } } : null
      }}
      done={({ sections }) => (sections.length > 0 ? t.redrafted(sections.length) : t.redraftNothing)}
      onOpen={() => setUnsaved(false)}
    >
      <p>{t.redraftText}</p>
      {unsaved ? <SaveFirst /> : null}
    </ActButton>
  )
}
