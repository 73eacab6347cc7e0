import { useCommand } from '../../../../ui/api.ts'
import { ConfirmDialog } from '../../../../ui/ConfirmDialog.tsx'
import { useWords } from '../../../../ui/language.tsx'
import { useReason } from '../../../../ui/use-reason.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'

type TakeDownDialogProps = { noticeId: string; trancheNo: number; onClose: () => void; onDone: () => void }

/** Withdraws a public notice, with the reason that the public reads. */
export function TakeDownDialog({ noticeId, trancheNo, onClose, onDone }: TakeDownDialogProps) {
  const t = useWords(words)
  const reason = useReason(`notice/${noticeId}/take-down`)
  const takeDown = useCommand(contract.withdrawNotice, { onDone: reason.sent(onDone) })
  return (
    <ConfirmDialog
      open
      title={t.takeDownTitle(trancheNo)}
      okText={t.takeDown}
      danger
      reason={reason}
      running={takeDown.isPending}
      error={takeDown.error}
      onConfirm={(reason) => takeDown.mutate({ params: { noticeId }, body: { reason } })}
      onCancel={onClose}
    >
      <p>{t.takeDownBody}</p>
    </ConfirmDialog>
  )
}
