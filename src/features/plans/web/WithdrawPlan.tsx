import { useState } from 'react'
import { ActionButton, actionNamed } from '../../../ui/ActionButton.tsx'
import { useCommand } from '../../../ui/api.ts'
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx'
import { useWords } from '../../../ui/language.tsx'
import { useMe } from '../../../ui/session.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import type { PlanView } from './use-plan-drafts.ts'

/** Takes a submission back, while no bureau has spoken. */
export function WithdrawPlan({ pilotId, plan }: { pilotId: string; plan: PlanView }) {
  const t = useWords(words)
  const me = useMe()
  const [open, setOpen] = useState(false)
  const withdraw = useCommand(contract.withdrawPlan, { onDone: () => setOpen(false) })
  if (plan.state !== 'submitted' || !me.permissions.includes('plan.edit')) return null
  return (
    <>
      <ActionButton action={actionNamed(plan.actions, 'withdraw')} onClick={() => setOpen(true)}>
        {t.withdraw}
      </ActionButton>
      <ConfirmDialog
        open={open}
        title={t.withdrawTitle}
        okText={t.withdraw}
        running={withdraw.isPending}
        error={withdraw.error}
        onConfirm={() => withdraw.mutate({ params: { pilotId } })}
        onCancel={() => setOpen(false)}
      >
        <p>{t.withdrawText}</p>
      </ConfirmDialog>
    </>
  )
}
