import { abilityFor } from '../../../../ui/ability.ts'
import { useCommand } from '../../../../ui/api.ts'
import { CodeInput } from '../../../../ui/CodeInput.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { fieldTexts } from '../../../../ui/field-texts.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { useKept } from '../../../../ui/use-kept.ts'
import { useTwoPersons } from '../../../programme/signing/web/public.ts'
import { recordFiling } from '../act-contract.ts'
import type { FilingView } from '../contract.ts'
import { ActButton } from './ActButton.tsx'
import { words } from './act-words.ts'
import { useFilingTitle } from './FilingFrame.tsx'

/** Records the approved version, under a number. */
export function RecordFiling({ filing }: { filing: FilingView }) {
  const t = useWords(words)
  const say = useText()
  const title = useFilingTitle()(filing)
  const { form, change, typed, forget } = useKept(`filing/${filing.filingId}/record`, { recordNo: '' })
  const { recordNo } = form
  const record = useCommand(recordFiling, { onDone: forget })
  const two = useTwoPersons(filing.recordings.takesTwo, t.record)
  const versionNo = filing.versions[0]?.no ?? 0
  return (
    <ActButton
      ability={abilityFor(filing.actions, 'record')}
      text={two.name}
      look={{ type: 'primary' }}
      title={t.recordTitle(title)}
      okText={two.okText}
      command={record}
      typed={typed}
      missing={[recordNo.trim() === '' && { field: 'recordNo', label: t.recordNumber, says: t.recordNumberMissing }]}
      send={() => ({ params: { filingId: filing.filingId }, body: { versionNo, recordNo } })}
      done={() => two.said ?? t.recorded}
    >
      {two.note}
      <p>{t.recordText(versionNo)}</p>
      <Field label={t.recordNumber} name="recordNo" required error={fieldTexts(record.error, say).recordNo}>
        {(bind) => <CodeInput {...bind} value={recordNo} onChange={(text) => change({ recordNo: text })} />}
      </Field>
    </ActButton>
  )
}
