import { SyncOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useCommand } from '../../../ui/api.ts'
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx'
import { useWords } from '../../../ui/language.tsx'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import type { FilingView } from './filing-view.ts'

/** Reads the figures anew; what a person wrote stays. */
export function RefreshDraft({ filing, saveAll }: { filing: FilingView; saveAll: () => Promise<boolean> }) {
  const t = useWords(words)
  const { message } = App.useApp()
  const [open, setOpen] = useState(false)
  const [unsaved, setUnsaved] = useState(false)
  const refresh = useCommand(contract.refreshDraft, {
    onDone: ({ sections }) => {
      setOpen(false)
      void message.success(sections.length > 0 ? t.redrafted(sections.length) : t.redraftNothing)
    },
  })
  async function confirm() {
    const saved = await saveAll()
    setUnsaved(!saved)
    if (saved) refresh.mutate({ params: { filingId: filing.filingId } })
  }
  return (
    <>
      <Button icon={<SyncOutlined aria-hidden />} onClick={() => setOpen(true)}>
        {t.redraft}
      </Button>
      <ConfirmDialog
        open={open}
        title={t.redraftTitle}
        okText={t.redraft}
        running={refresh.isPending}
        error={refresh.error}
        onConfirm={() => void confirm()}
        onCancel={() => setOpen(false)}
      >
        <p>{t.redraftText}</p>
        {unsaved ? (
          <p role="alert" className="field-error">
            {t.saveFirst}
          </p>
        ) : null}
      </ConfirmDialog>
    </>
  )
}
