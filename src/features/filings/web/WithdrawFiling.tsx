import { useState } from 'react'
import { ActionButton } from '../../../ui/ActionButton.tsx'
import { useCommand } from '../../../ui/api.ts'
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx'
import { useWords } from '../../../ui/language.tsx'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { actionIn, type FilingView } from './filing-view.ts'

/** Takes a submission back, while nobody has spoken. */
export function WithdrawFiling({ filing }: { filing: FilingView }) {
  const t = useWords(words)
  const [open, setOpen] = useState(false)
  const withdraw = useCommand(contract.withdrawFiling, { onDone: () => setOpen(false) })
  return (
    <>
      <ActionButton action={actionIn(filing, 'withdraw')} onClick={() => setOpen(true)}>
        {t.withdraw}
      </ActionButton>
      <ConfirmDialog
        open={open}
        title={t.withdrawTitle}
        okText={t.withdraw}
        running={withdraw.isPending}
        error={withdraw.error}
        onConfirm={() => withdraw.mutate({ params: { filingId: filing.filingId } })}
        onCancel={() => setOpen(false)}
      >
        <p>{t.withdrawText}</p>
      </ConfirmDialog>
    </>
  )
}
