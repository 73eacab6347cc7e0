import { App } from 'antd'
import { formatYuan } from '../../../../shared/money.ts'
import { abilityNamed } from '../../../../ui/ability.ts'
import { useCommand } from '../../../../ui/api.ts'
import { ConfirmDialog } from '../../../../ui/ConfirmDialog.tsx'
import { useWords } from '../../../../ui/language.tsx'
import { useReason } from '../../../../ui/use-reason.ts'
import * as contract from '../contract.ts'
import { actWords } from '../words.ts'
import { ApproveDialog } from './ApproveDialog.tsx'
import type { PaymentActProps } from './act-props.ts'
import { InvoiceDialog } from './InvoiceDialog.tsx'
import { PrepareDialog } from './PrepareDialog.tsx'
import { ReceiptDialog } from './ReceiptDialog.tsx'
import { ReversalDialog } from './ReversalDialog.tsx'
import { VoidDialog } from './VoidDialog.tsx'

type PaymentActsProps = {
  serviceId: string
  view: contract.PaymentsView
  act: string | undefined
  paymentId: string | undefined
  invoiceId: string | undefined
  onClose: () => void
}

/** The dialog of the act that is open, if the reader may do it now. */
export function PaymentActs({ serviceId, view, act, paymentId, invoiceId, onClose }: PaymentActsProps) {
  const t = useWords(actWords)
  const { message } = App.useApp()
  const payment = view.payments.find((one) => one.paymentId === paymentId) ?? null
  const invoice = view.invoices.find((one) => one.invoiceId === invoiceId) ?? null
  if (!act || !abilityNamed((payment ?? invoice ?? view).actions, act)?.allowed) return null
  const given = {
    serviceId,
    view,
    onClose,
    onDone: () => {
      void message.success(t.done)
      onClose()
    },
  }
  if (invoice) return <VoidDialog {...given} invoice={invoice} />
  if (!payment) {
    if (act === 'record-invoice') return <InvoiceDialog {...given} payment={null} />
    return act === 'prepare-payment' ? <PrepareDialog {...given} payment={null} /> : null
  }
  if (act === 'approve') return <ApproveDialog {...given} payment={payment} />
  if (act === 'record-receipt') return <ReceiptDialog {...given} payment={payment} />
  if (act === 'reverse') return <ReversalDialog {...given} payment={payment} />
  return act === 'cancel' ? <CancelDialog {...given} payment={payment} /> : null
}

function CancelDialog({ payment, onClose, onDone }: PaymentActProps) {
  const t = useWords(actWords)
  const reason = useReason(`payment/${payment.paymentId}/cancel`)
  const cancel = useCommand(contract.cancelPayment, { onDone: reason.sent(onDone) })
  const params = { paymentId: payment.paymentId }
  return (
    <ConfirmDialog
      open
      danger
      title={t.cancel}
      okText={t.cancel}
      reason={reason}
      reasonLabel={t.cancelReason}
      running={cancel.isPending}
      error={cancel.error}
      onConfirm={(reason) => cancel.mutate({ params, body: { reason } })}
      onCancel={onClose}
    >
      <p>{t.cancelNote(formatYuan(payment.provincialFen + payment.parkFen))}</p>
    </ConfirmDialog>
  )
}
