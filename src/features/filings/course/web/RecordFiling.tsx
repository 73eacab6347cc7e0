import { Input } from 'antd'
import { useState } from 'react'
import { abilityFor } from '../../../../ui/ability.ts'
import { useCommand } from '../../../../ui/api.ts'
import { Field } from '../../../../ui/Field.tsx'
import { useWords } from '../../../../ui/language.tsx'
import { recordFiling } from '../act-contract.ts'
import type { FilingView } from '../contract.ts'
import { ActButton } from './ActButton.tsx'
import { words } from './act-words.ts'
import { useFilingTitle } from './FilingFrame.tsx'

/** Records the approved version, under a number. */
export function RecordFiling({ filing }: { filing: FilingView }) {
  const t = useWords(words)
  const title = useFilingTitle()(filing)
  const [recordNo, setRecordNo] = useState('')
  const [tried, setTried] = useState(false)
  const record = useCommand(recordFiling)
  const versionNo = filing.versions[0]?.no ?? 0
  const missing = recordNo.trim() === ''
  return (
    <ActButton
      ability={abilityFor(filing.actions, 'record')}
      text={t.record}
      look={{ type: 'primary' }}
      title={t.recordTitle(title)}
      command={record}
      send={() => {
        setTried(true)
        return missing ? null : { params: { filingId: filing.filingId }, body: { versionNo, recordNo } }
      }}
      done={() => t.recorded}
      onOpen={() => setTried(false)}
    >
      <p>{t.recordText(versionNo)}</p>
      <Field label={t.recordNumber} required {...(tried && missing ? { error: t.recordNumberMissing } : {})}>
        {(bind) => <Input {...bind} value={recordNo} onChange={(event) => setRecordNo(event.target.value)} />}
      </Field>
    </ActButton>
  )
}
