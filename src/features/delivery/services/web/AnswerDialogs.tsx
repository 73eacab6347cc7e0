import { Rate } from 'antd'
import { ActDialog } from '../../../../ui/ActDialog.tsx'
import { useCommand } from '../../../../ui/api.ts'
import { ConfirmDialog } from '../../../../ui/ConfirmDialog.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { useWords } from '../../../../ui/language.tsx'
import { FieldError } from '../../../../ui/missing.tsx'
import { ProseInput } from '../../../../ui/ProseInput.tsx'
import { useKept } from '../../../../ui/use-kept.ts'
import { useReason } from '../../../../ui/use-reason.ts'
import { answerDelivery } from '../confirmation-contract.ts'
import type { ActProps } from './act-props.ts'
import { actWords } from './act-words.ts'

/** The enterprise confirms by its own account and rates the service (G3.4). */
export function ConfirmAnswer({ service, onClose, onDone }: ActProps) {
  const t = useWords(actWords)
  const { form, change, typed, forget } = useKept(`service/${service.serviceId}/answer`, { rating: 0, comment: '' })
  const answer = useCommand(answerDelivery, {
    onDone: () => {
      forget()
      onDone()
    },
  })
  const send = () => answer.mutate({ params: { serviceId: service.serviceId }, body: { verdict: 'confirm', ...form } })
  return (
    <ActDialog
      typed={typed}
      title={t.confirm}
      note={t.confirmNote}
      okText={t.confirm}
      running={answer.isPending}
      error={answer.error}
      missing={[form.rating === 0 && { field: 'rating', label: t.rating }]}
      onOk={send}
      onCancel={onClose}
    >
      <fieldset className="field" data-field="rating">
        <legend className="field-label">{t.rating}</legend>
        <Rate value={form.rating} onChange={(rating) => change({ rating })} aria-label={t.rating} />
        <FieldError name="rating" value={form.rating} />
      </fieldset>
      <Field label={t.comment} name="comment">
        {(bind) => (
          <ProseInput
            {...bind}
            rows={3}
            most={2000}
            value={form.comment}
            onChange={(text) => change({ comment: text })}
          />
        )}
      </Field>
    </ActDialog>
  )
}

export function DisputeAnswer({ service, onClose, onDone }: ActProps) {
  const t = useWords(actWords)
  const reason = useReason(`service/${service.serviceId}/dispute`)
  const answer = useCommand(answerDelivery, { onDone: reason.sent(onDone) })
  return (
    <ConfirmDialog
      open
      danger
      title={t.dispute}
      okText={t.dispute}
      reason={reason}
      reasonLabel={t.disputeReason}
      running={answer.isPending}
      error={answer.error}
      onConfirm={(comment) =>
        answer.mutate({ params: { serviceId: service.serviceId }, body: { verdict: 'dispute', comment } })
      }
      onCancel={onClose}
    >
      <p>{t.disputeNote}</p>
    </ConfirmDialog>
  )
}
