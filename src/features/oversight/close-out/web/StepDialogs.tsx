import { App } from 'antd'
import { useCommand } from '../../../../ui/api.ts'
import { ConfirmDialog } from '../../../../ui/ConfirmDialog.tsx'
import { useWords } from '../../../../ui/language.tsx'
import { useReason } from '../../../../ui/use-reason.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'

function useDone(onClose: () => void) {
  const t = useWords(words)
  const { message } = App.useApp()
  return () => {
    void message.success(t.done)
    onClose()
  }
}

/** The county economy bureau says what was done and how the money stands. */
export function ProposeDialog({ pilotId, onClose }: { pilotId: string; onClose: () => void }) {
  const t = useWords(words)
  const remark = useReason(`pilots/${pilotId}/close-out`)
  const act = useCommand(contract.proposeCloseOut, { onDone: remark.sent(useDone(onClose)) })
  return (
    <ConfirmDialog
      open
      title={t.propose}
      okText={t.propose}
      reason={remark}
      reasonLabel={t.remark}
      isReasonOptional
      running={act.isPending}
      error={act.error}
      onConfirm={(said) => act.mutate({ params: { pilotId }, body: { remark: said } })}
      onCancel={onClose}
    >
      <p>{t.proposeNote}</p>
    </ConfirmDialog>
  )
}

type Deciding = { closeOutId: string; onClose: () => void }

export function ConfirmStepDialog({ closeOutId, onClose }: Deciding) {
  const t = useWords(words)
  const act = useCommand(contract.confirmCloseOut, { onDone: useDone(onClose) })
  return (
    <ConfirmDialog
      open
      title={t.confirm}
      okText={t.confirm}
      running={act.isPending}
      error={act.error}
      onConfirm={() => act.mutate({ params: { closeOutId }, body: {} })}
      onCancel={onClose}
    >
      <p>{t.confirmNote}</p>
    </ConfirmDialog>
  )
}

/** The last step: nothing of the pilot changes after it, and it is said so. */
export function RecordDialog({ closeOutId, onClose }: Deciding) {
  const t = useWords(words)
  const act = useCommand(contract.recordCloseOut, { onDone: useDone(onClose) })
  return (
    <ConfirmDialog
      open
      danger
      title={t.record}
      okText={t.record}
      running={act.isPending}
      error={act.error}
      onConfirm={() => act.mutate({ params: { closeOutId }, body: {} })}
      onCancel={onClose}
    >
      <p>{t.recordNote}</p>
    </ConfirmDialog>
  )
}

export function EndDialog({ closeOutId, onClose }: Deciding) {
  const t = useWords(words)
  const reason = useReason(`close-outs/${closeOutId}/end`)
  const act = useCommand(contract.endCloseOut, { onDone: reason.sent(useDone(onClose)) })
  return (
    <ConfirmDialog
      open
      danger
      title={t.end}
      okText={t.end}
      reason={reason}
      running={act.isPending}
      error={act.error}
      onConfirm={(said) => act.mutate({ params: { closeOutId }, body: { reason: said } })}
      onCancel={onClose}
    >
      <p>{t.endNote}</p>
    </ConfirmDialog>
  )
}
