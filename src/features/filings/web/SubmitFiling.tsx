import { App } from 'antd'
import { useState } from 'react'
import { seatNames } from '../../../policy/roles.ts'
import { ActionButton } from '../../../ui/ActionButton.tsx'
import { useCommand } from '../../../ui/api.ts'
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx'
import { useText, useWords } from '../../../ui/language.tsx'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { useFilingTitle } from './FilingFrame.tsx'
import { actionIn, type FilingView } from './filing-view.ts'

/** Saves what is not saved yet, says who gets it, and submits. */
export function SubmitFiling({ filing, saveAll }: { filing: FilingView; saveAll: () => Promise<boolean> }) {
  const t = useWords(words)
  const say = useText()
  const title = useFilingTitle()(filing)
  const { message } = App.useApp()
  const [open, setOpen] = useState(false)
  const [waiting, setWaiting] = useState(false)
  const [unsaved, setUnsaved] = useState(false)
  const submit = useCommand(contract.submitFiling, {
    onDone: ({ no }) => {
      setOpen(false)
      void message.success(t.submitted(no))
    },
  })
  const next = (filing.versions[0]?.no ?? 0) + 1
  const text = next > 1 ? t.resubmit : t.submit

  async function confirm() {
    setWaiting(true)
    const saved = await saveAll()
    setWaiting(false)
    setUnsaved(!saved)
    if (saved) submit.mutate({ params: { filingId: filing.filingId } })
  }

  return (
    <>
      <ActionButton
        type="primary"
        action={actionIn(filing, 'submit')}
        onClick={() => {
          submit.reset()
          setUnsaved(false)
          setOpen(true)
        }}
      >
        {text}
      </ActionButton>
      <ConfirmDialog
        open={open}
        title={t.submitTitle(title)}
        okText={text}
        running={waiting || submit.isPending}
        error={submit.error}
        onConfirm={() => void confirm()}
        onCancel={() => setOpen(false)}
      >
        <p>{t.submitText(next, filing.seats.map((seat) => say(seatNames[seat])).join('、'))}</p>
        {filing.recorders ? <p>{t.thenRecorded(say(filing.recorders))}</p> : null}
        {unsaved ? (
          <p role="alert" className="field-error">
            {t.saveFirst}
          </p>
        ) : null}
      </ConfirmDialog>
    </>
  )
}
