import { App, Input } from 'antd'
import { useState } from 'react'
import { ActionButton } from '../../../ui/ActionButton.tsx'
import { useCommand } from '../../../ui/api.ts'
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx'
import { Field } from '../../../ui/Field.tsx'
import { useWords } from '../../../ui/language.tsx'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { useFilingTitle } from './FilingFrame.tsx'
import { actionIn, type FilingView } from './filing-view.ts'

/** Takes the approved version on record, under a number. */
export function RecordFiling({ filing }: { filing: FilingView }) {
  const t = useWords(words)
  const title = useFilingTitle()(filing)
  const { message } = App.useApp()
  const [open, setOpen] = useState(false)
  const [recordNo, setRecordNo] = useState('')
  const [asked, setAsked] = useState(false)
  const record = useCommand(contract.recordFiling, {
    onDone: () => {
      setOpen(false)
      void message.success(t.recorded)
    },
  })
  const versionNo = filing.versions[0]?.no ?? 0
  const missing = recordNo.trim() === ''
  return (
    <>
      <ActionButton type="primary" action={actionIn(filing, 'record')} onClick={() => setOpen(true)}>
        {t.record}
      </ActionButton>
      <ConfirmDialog
        open={open}
        title={t.recordTitle(title)}
        okText={t.record}
        running={record.isPending}
        error={record.error}
        onConfirm={() => {
          setAsked(true)
          if (!missing) record.mutate({ params: { filingId: filing.filingId }, body: { versionNo, recordNo } })
        }}
        onCancel={() => setOpen(false)}
      >
        <p>{t.recordText(versionNo)}</p>
        <Field label={t.recordNumber} required {...(asked && missing ? { error: t.recordNumberMissing } : {})}>
          {(bind) => (
            <Input {...bind} value={recordNo} maxLength={40} onChange={(event) => setRecordNo(event.target.value)} />
          )}
        </Field>
      </ConfirmDialog>
    </>
  )
}
