import { formatYuan } from '../../../../shared/money.ts'
import { useCommand } from '../../../../ui/api.ts'
import { ConfirmDialog } from '../../../../ui/ConfirmDialog.tsx'
import { useWords } from '../../../../ui/language.tsx'
import { useReason } from '../../../../ui/use-reason.ts'
import { cancelService, closeService } from '../order-contract.ts'
import { resumeService } from '../visit-contract.ts'
import type { ActProps } from './act-props.ts'
import { actWords } from './act-words.ts'

export function ResumeDialog({ service, onClose, onDone }: ActProps) {
  const t = useWords(actWords)
  const act = useCommand(resumeService, { onDone })
  return (
    <ConfirmDialog
      open
      title={t.resume}
      okText={t.resume}
      running={act.isPending}
      error={act.error}
      onConfirm={() => act.mutate({ params: { serviceId: service.serviceId } })}
      onCancel={onClose}
    >
      <p>{t.resumeNote}</p>
    </ConfirmDialog>
  )
}

export function CloseDialog({ service, onClose, onDone }: ActProps) {
  const t = useWords(actWords)
  const reason = useReason(`service/${service.serviceId}/close`)
  const act = useCommand(closeService, { onDone: reason.sent(onDone) })
  const { uninvoicedFen, unpaidFen, heldFen } = service.rest
  return (
    <ConfirmDialog
      open
      title={t.close}
      okText={t.close}
      {...(unpaidFen > 0 ? { reason, reasonLabel: t.restReason } : {})}
      running={act.isPending}
      error={act.error}
      onConfirm={(said) => act.mutate({ params: { serviceId: service.serviceId }, body: { reason: said } })}
      onCancel={onClose}
    >
      {uninvoicedFen > 0 ? <p>{t.uninvoiced(formatYuan(uninvoicedFen))}</p> : null}
      {unpaidFen > 0 ? <p>{t.unpaidRest(formatYuan(unpaidFen), formatYuan(heldFen))}</p> : null}
      <p>{t.closeNote}</p>
    </ConfirmDialog>
  )
}

export function CancelDialog({ service, onClose, onDone }: ActProps) {
  const t = useWords(actWords)
  const reason = useReason(`service/${service.serviceId}/cancel`)
  const act = useCommand(cancelService, { onDone: reason.sent(onDone) })
  return (
    <ConfirmDialog
      open
      danger
      title={t.cancel}
      okText={t.cancel}
      reason={reason}
      running={act.isPending}
      error={act.error}
      onConfirm={(reason) => act.mutate({ params: { serviceId: service.serviceId }, body: { reason } })}
      onCancel={onClose}
    >
      <p>{t.cancelNote}</p>
    </ConfirmDialog>
  )
}
