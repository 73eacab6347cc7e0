import { useState } from 'react'
import { ActionButton } from '../../../../ui/ActionButton.tsx'
import { abilityFor } from '../../../../ui/ability.ts'
import { useCommand } from '../../../../ui/api.ts'
import { ConfirmDialog } from '../../../../ui/ConfirmDialog.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { fieldTexts } from '../../../../ui/field-texts.ts'
import { LineInput } from '../../../../ui/LineInput.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { useKept } from '../../../../ui/use-kept.ts'
import { useReason } from '../../../../ui/use-reason.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'

type Act = 'approve' | 'withdraw' | 'draw' | 'add'

/** What is open to the reader: approve, take back, draw once, add by hand. */
export function PlanActs({ plan: { planId, actions } }: { plan: contract.PlanView }) {
  const t = useWords(words)
  const [act, setAct] = useState<Act | null>(null)
  const close = () => setAct(null)
  const names: Readonly<Record<Act, string>> = { approve: t.approve, withdraw: t.withdraw, draw: t.drawAct, add: t.add }
  const open = (['approve', 'withdraw', 'draw', 'add'] as const).filter((one) => abilityFor(actions, one)?.allowed)
  return (
    <>
      {open.map((one) => (
        <ActionButton
          key={one}
          {...(one === 'approve' || one === 'draw' ? { type: 'primary' as const } : {})}
          action={abilityFor(actions, one)}
          onClick={() => setAct(one)}
        >
          {names[one]}
        </ActionButton>
      ))}
      {act === 'approve' ? <ApproveDialog planId={planId} onClose={close} /> : null}
      {act === 'withdraw' ? <WithdrawDialog planId={planId} onClose={close} /> : null}
      {act === 'draw' ? <DrawDialog planId={planId} onClose={close} /> : null}
      {act === 'add' ? <AddDialog planId={planId} onClose={close} /> : null}
    </>
  )
}

type Props = { planId: string; onClose: () => void }

function ApproveDialog({ planId, onClose }: Props) {
  const t = useWords(words)
  const act = useCommand(contract.approveSamplingPlan, { onDone: onClose })
  return (
    <ConfirmDialog
      open
      title={t.approve}
      okText={t.approve}
      running={act.isPending}
      error={act.error}
      onConfirm={() => act.mutate({ params: { planId } })}
      onCancel={onClose}
    >
      <p>{t.approveNote}</p>
    </ConfirmDialog>
  )
}

function WithdrawDialog({ planId, onClose }: Props) {
  const t = useWords(words)
  const reason = useReason(`sampling-plan/${planId}/withdraw`)
  const act = useCommand(contract.withdrawSamplingPlan, { onDone: reason.sent(onClose) })
  return (
    <ConfirmDialog
      open
      danger
      title={t.withdraw}
      okText={t.withdraw}
      reason={reason}
      running={act.isPending}
      error={act.error}
      onConfirm={(said) => act.mutate({ params: { planId }, body: { reason: said } })}
      onCancel={onClose}
    />
  )
}

function DrawDialog({ planId, onClose }: Props) {
  const t = useWords(words)
  const act = useCommand(contract.drawSample, { onDone: onClose })
  return (
    <ConfirmDialog
      open
      title={t.drawAct}
      okText={t.drawAct}
      running={act.isPending}
      error={act.error}
      onConfirm={() => act.mutate({ params: { planId } })}
      onCancel={onClose}
    >
      <p>{t.drawNote}</p>
    </ConfirmDialog>
  )
}

function AddDialog({ planId, onClose }: Props) {
  const t = useWords(words)
  const say = useText()
  const { form, change, typed, forget } = useKept(`sampling-plan/${planId}/add`, { no: '' })
  const reason = useReason(`sampling-plan/${planId}/add-reason`)
  const act = useCommand(contract.addToSample, {
    onDone: reason.sent(() => {
      forget()
      onClose()
    }),
  })
  const errors = fieldTexts(act.error, say)
  return (
    <ConfirmDialog
      open
      title={t.add}
      okText={t.add}
      reason={reason}
      typed={typed}
      missing={[form.no === '' && { field: 'no', label: t.no }]}
      running={act.isPending}
      error={act.error}
      onConfirm={(said) => act.mutate({ params: { planId }, body: { no: form.no, reason: said } })}
      onCancel={onClose}
    >
      <p>{t.addNote}</p>
      <Field label={t.no} name="no" required error={errors.no}>
        {(bind) => <LineInput {...bind} most={40} value={form.no} onChange={(no) => change({ no })} />}
      </Field>
    </ConfirmDialog>
  )
}
