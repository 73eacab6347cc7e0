import { useCommand } from '../../../../ui/api.ts'
import { ConfirmDialog } from '../../../../ui/ConfirmDialog.tsx'
import { useWords } from '../../../../ui/language.tsx'
import { useReason } from '../../../../ui/use-reason.ts'
import { withdrawResults } from '../contract.ts'
import { words } from '../words.ts'

type WithdrawDialogProps = { publicationId: string; onClose: () => void; onDone: () => void }

/** Withdraws published results, with the reason that the public reads. */
export function WithdrawDialog({ publicationId, onClose, onDone }: WithdrawDialogProps) {
  const t = useWords(words)
  const reason = useReason(`evaluation-publication/${publicationId}/withdraw`)
  const withdraw = useCommand(withdrawResults, { onDone: reason.sent(onDone) })
  return (
    <ConfirmDialog
      open
      title={t.withdrawTitle}
      okText={t.withdraw}
      danger
      reason={reason}
      running={withdraw.isPending}
      error={withdraw.error}
      onConfirm={(said) => withdraw.mutate({ params: { publicationId }, body: { reason: said } })}
      onCancel={onClose}
    >
      <p>{t.withdrawBody}</p>
    </ConfirmDialog>
  )
}
