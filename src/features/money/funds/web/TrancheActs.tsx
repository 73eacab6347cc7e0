import { App } from 'antd'
import { type Day, dayOf } from '../../../../shared/dates.ts'
import { formatYuan } from '../../../../shared/money.ts'
import { abilityNamed } from '../../../../ui/ability.ts'
import { useCommand } from '../../../../ui/api.ts'
import { ConfirmDialog } from '../../../../ui/ConfirmDialog.tsx'
import { DayInput } from '../../../../ui/DayInput.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { fieldTexts } from '../../../../ui/field-texts.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { useKept } from '../../../../ui/use-kept.ts'
import { useReason } from '../../../../ui/use-reason.ts'
import { TakeDownDialog } from '../../notices/web/public.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import type { ActProps } from './act-props.ts'
import { FilingDialog } from './FilingDialog.tsx'
import { JudgeDialog } from './JudgeDialog.tsx'
import type { Funds } from './MoneyFrame.tsx'
import { PublishDialog } from './PublishDialog.tsx'
import { RecommendDialog } from './RecommendDialog.tsx'
import { ReleaseDialog } from './ReleaseDialog.tsx'

/** The dialog of the act that is open, if the reader may do it. */
export function TrancheActs({
  funds,
  tranche,
  act,
  onClose,
}: {
  funds: Funds
  tranche: contract.TrancheView | undefined
  act: string | undefined
  onClose: () => void
}) {
  const t = useWords(words)
  const { message } = App.useApp()
  if (!tranche || !act || !abilityNamed(tranche.actions, act)?.allowed) return null
  const closing = {
    onClose,
    onDone: (said?: string) => {
      void message.success(said ?? t.done)
      onClose()
    },
  }
  const given = { pilotId: funds.pilotId, tranche, ...closing }
  if (act === 'recommend') return <RecommendDialog {...given} />
  if (act === 'release') return <ReleaseDialog {...given} funds={funds} />
  if (act === 'judge') return <JudgeDialog {...given} />
  if (act === 'publish') return <PublishDialog {...given} />
  if (act === 'take-down') {
    const noticeId = tranche.notice?.standing?.noticeId
    return noticeId ? (
      <TakeDownDialog noticeId={noticeId} trancheNo={tranche.no} onClose={onClose} onDone={() => closing.onDone()} />
    ) : null
  }
  if (act === 'file' || act === 'correct-filing') return <FilingDialog {...given} />
  return act === 'withdraw' ? <WithdrawDialog {...given} /> : <ReceiptDialog {...given} />
}

function WithdrawDialog({ pilotId, tranche: { no }, onClose, onDone }: ActProps) {
  const t = useWords(words)
  const reason = useReason(`tranche/${pilotId}/${no}/withdrawal`)
  const withdraw = useCommand(contract.withdrawRecommendation, { onDone: reason.sent(() => onDone()) })
  return (
    <ConfirmDialog
      open
      title={t.withdrawTitle(no)}
      okText={t.withdraw}
      danger
      reason={reason}
      running={withdraw.isPending}
      error={withdraw.error}
      onConfirm={(why) => withdraw.mutate({ params: { pilotId, no }, body: { reason: why } })}
      onCancel={onClose}
    >
      <p>{t.withdrawBody}</p>
    </ConfirmDialog>
  )
}

function ReceiptDialog({ pilotId, tranche: { no, amountFen, voucherNo, paidOn }, onClose, onDone }: ActProps) {
  const t = useWords(words)
  const say = useText()
  const today = dayOf(new Date())
  const { form, change, typed, forget } = useKept<{ receivedOn: Day | null }>(`tranche/${pilotId}/${no}/receipt`, {
    receivedOn: today,
  })
  const { receivedOn } = form
  const confirm = useCommand(contract.confirmReceipt, {
    onDone: () => {
      forget()
      onDone()
    },
  })
  return (
    <ConfirmDialog
      open
      title={t.confirmTitle(no)}
      okText={t.confirmReceipt}
      typed={typed}
      running={confirm.isPending}
      error={confirm.error}
      onConfirm={() => confirm.mutate({ params: { pilotId, no }, body: { receivedOn: receivedOn ?? '' } })}
      onCancel={onClose}
    >
      <p>{t.confirmBody(formatYuan(amountFen ?? 0), voucherNo ?? '')}</p>
      <Field
        label={t.receivedOn}
        name="receivedOn"
        required
        hint={t.receivedOnHint}
        error={fieldTexts(confirm.error, say).receivedOn}
      >
        {(bind) => (
          <DayInput
            {...bind}
            from={paidOn ?? undefined}
            to={today}
            value={receivedOn}
            onChange={(day) => change({ receivedOn: day })}
          />
        )}
      </Field>
    </ConfirmDialog>
  )
}
