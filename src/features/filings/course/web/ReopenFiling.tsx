import { Alert, Checkbox } from 'antd'
import { useState } from 'react'
import { abilityFor } from '../../../../ui/ability.ts'
import { useCommand } from '../../../../ui/api.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { useReason } from '../../../../ui/use-reason.ts'
import { reopenFiling } from '../act-contract.ts'
import type { FilingView } from '../contract.ts'
import { ActButton } from './ActButton.tsx'
import { words } from './act-words.ts'
import { useFilingTitle } from './FilingFrame.tsx'
import type { KindScreens } from './kind-screens.ts'

/** Opens a finished filing again, as a whole or its text only, with a reason. */
export function ReopenFiling({ filing, kind }: { filing: FilingView; kind: KindScreens }) {
  const t = useWords(words)
  const say = useText()
  const title = useFilingTitle()(filing)
  const sections = kind.sections(filing)
  const { filingId, reopenable } = filing
  const [chosen, setChosen] = useState<readonly string[]>(reopenable)
  const reason = useReason(`filing/${filingId}/reopen`)
  const reopen = useCommand(reopenFiling)
  return (
    <ActButton
      ability={abilityFor(filing.actions, 'reopen')}
      text={t.reopen}
      title={t.reopenTitle(title)}
      reason={reason}
      reasonLabel={t.reopenReason}
      command={reopen}
      send={(why) => ({ params: { filingId }, body: { sections: [...chosen], reason: why } })}
      done={() => t.reopened}
    >
      <p>{t.reopenText}</p>
      {reopenable.length < sections.length ? (
        <Alert type="info" showIcon className="notice" title={t.reopenPart} />
      ) : null}
      <Checkbox.Group
        className="filing-choices"
        value={[...chosen]}
        onChange={(values) => setChosen(values.map(String))}
        options={sections.map((section) => ({
          value: section.id,
          label: say(section),
          disabled: !reopenable.includes(section.id),
        }))}
      />
    </ActButton>
  )
}
