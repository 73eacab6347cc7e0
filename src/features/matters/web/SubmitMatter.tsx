import { App } from 'antd'
import { useRef, useState } from 'react'
import { ActionButton, actionNamed } from '../../../ui/ActionButton.tsx'
import { useCommand } from '../../../ui/api.ts'
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx'
import { useWords } from '../../../ui/language.tsx'
import { useMe } from '../../../ui/session.ts'
import type { PilotView } from '../../pilots/contract.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import type { MatterView } from './matter-view.ts'
import type { MatterDrafts } from './use-matter-drafts.ts'

type Props = {
  matter: MatterView
  pilot: PilotView
  drafts: MatterDrafts
  saveAll: () => Promise<void>
  differences: number
}

/** Saves what is not saved yet, says who will see it in which order, and submits. */
export function SubmitMatter({ matter, pilot, drafts, saveAll, differences }: Props) {
  const t = useWords(words)
  const me = useMe()
  const { message } = App.useApp()
  const [open, setOpen] = useState(false)
  const [waiting, setWaiting] = useState(false)
  const [unsaved, setUnsaved] = useState(false)
  const latest = useRef(drafts)
  latest.current = drafts
  const submit = useCommand(contract.submitMatter, {
    onDone: () => {
      setOpen(false)
      void message.success(t.submitted)
    },
  })
  if (!me.permissions.includes('matter.submit')) return null

  async function confirm() {
    setWaiting(true)
    await saveAll()
    setWaiting(false)
    const { report, change } = latest.current
    const left = [report, change].some(({ state: { kind } }) => kind !== 'saved' && kind !== 'unchanged')
    setUnsaved(left)
    if (!left) submit.mutate({ params: { filingId: matter.filingId } })
  }

  const text = matter.versions.length > 0 ? t.resubmit : t.submit
  return (
    <>
      <ActionButton
        type="primary"
        action={actionNamed(matter.actions, 'submit')}
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
        title={t.submitTitle}
        okText={text}
        running={waiting || submit.isPending}
        error={submit.error}
        onConfirm={() => void confirm()}
        onCancel={() => setOpen(false)}
      >
        <p>{t.submitText(pilot.countyName)}</p>
        {differences > 0 ? <p>{t.submitChange(differences)}</p> : null}
        {unsaved ? (
          <p role="alert" className="field-error">
            {t.saveFirst}
          </p>
        ) : null}
      </ConfirmDialog>
    </>
  )
}
