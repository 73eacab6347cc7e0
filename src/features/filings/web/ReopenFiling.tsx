import { Alert, App, Checkbox } from 'antd'
import { useState } from 'react'
import { ActionButton } from '../../../ui/ActionButton.tsx'
import { useCommand } from '../../../ui/api.ts'
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx'
import { useText, useWords } from '../../../ui/language.tsx'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { useFilingTitle } from './FilingFrame.tsx'
import { actionIn, type FilingView, sectionsOf } from './filing-view.ts'

/** Opens a finished filing again, as a whole or its text only, with a reason. */
export function ReopenFiling({ filing }: { filing: FilingView }) {
  const t = useWords(words)
  const say = useText()
  const title = useFilingTitle()(filing)
  const { message } = App.useApp()
  const [open, setOpen] = useState(false)
  const sections = sectionsOf(filing)
  const isPart = filing.reopenable.length < sections.length
  const [chosen, setChosen] = useState<readonly string[]>(filing.reopenable)
  const reopen = useCommand(contract.reopenFiling, {
    onDone: () => {
      setOpen(false)
      void message.success(t.reopened)
    },
  })
  return (
    <>
      <ActionButton action={actionIn(filing, 'reopen')} onClick={() => setOpen(true)}>
        {t.reopen}
      </ActionButton>
      <ConfirmDialog
        open={open}
        title={t.reopenTitle(title)}
        okText={t.reopen}
        reason="required"
        reasonLabel={t.reopenReason}
        running={reopen.isPending}
        error={reopen.error}
        onConfirm={(reason) =>
          reopen.mutate({ params: { filingId: filing.filingId }, body: { sections: [...chosen], reason } })
        }
        onCancel={() => setOpen(false)}
      >
        <p>{t.reopenText}</p>
        {isPart ? <Alert type="info" showIcon className="notice" title={t.reopenPart} /> : null}
        <Checkbox.Group
          className="filing-choices"
          value={[...chosen]}
          onChange={(values) => setChosen(values.map(String))}
          options={sections.map((section) => ({
            value: section.id,
            label: say(section),
            disabled: !filing.reopenable.includes(section.id),
          }))}
        />
      </ConfirmDialog>
    </>
  )
}
