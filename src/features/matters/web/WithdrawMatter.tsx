import { App } from 'antd'
import { useState } from 'react'
import { ActionButton, actionNamed } from '../../../ui/ActionButton.tsx'
import { useCommand } from '../../../ui/api.ts'
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx'
import { useWords } from '../../../ui/language.tsx'
import { useMe } from '../../../ui/session.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import type { MatterView } from './matter-view.ts'

/** Takes a submission back, as long as nobody has spoken. */
export function WithdrawMatter({ matter }: { matter: MatterView }) {
  const t = useWords(words)
  const me = useMe()
  const { message } = App.useApp()
  const [asking, setAsking] = useState(false)
  const withdraw = useCommand(contract.withdrawMatter, {
    onDone: () => {
      setAsking(false)
      void message.success(t.withdrawn)
    },
  })
  if (matter.state !== 'submitted' || !me.permissions.includes('matter.submit')) return null
  return (
    <div className="action-bar">
      <ActionButton action={actionNamed(matter.actions, 'withdraw')} onClick={() => setAsking(true)}>
        {t.withdraw}
      </ActionButton>
      <ConfirmDialog
        open={asking}
        title={t.withdraw}
        okText={t.withdraw}
        running={withdraw.isPending}
        error={withdraw.error}
        onConfirm={() => withdraw.mutate({ params: { filingId: matter.filingId } })}
        onCancel={() => setAsking(false)}
      >
        <p>{t.withdrawText}</p>
      </ConfirmDialog>
    </div>
  )
}
