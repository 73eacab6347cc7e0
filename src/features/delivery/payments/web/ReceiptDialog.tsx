import { formsOfPaper } from '../../../../policy/records/money-papers.ts'
import { type Day, dayOf } from '../../../../shared/dates.ts'
import { formatYuan } from '../../../../shared/money.ts'
import { ActDialog } from '../../../../ui/ActDialog.tsx'
import { useCommand } from '../../../../ui/api.ts'
import { CodeInput } from '../../../../ui/CodeInput.tsx'
import { DayInput } from '../../../../ui/DayInput.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { fieldTexts } from '../../../../ui/field-texts.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { useKept } from '../../../../ui/use-kept.ts'
import { FileField, type UploadedFile } from '../../../programme/files/web/public.ts'
import * as contract from '../contract.ts'
import { actWords } from '../words.ts'
import type { PaymentActProps } from './act-props.ts'

type Form = { receiptNo: string; paidOn: Day | null; files: UploadedFile[] }

/** The bank's receipt: number, day and scan. */
export function ReceiptDialog({ view, payment, onClose, onDone }: PaymentActProps) {
  const t = useWords(actWords)
  const say = useText()
  const { paymentId, payeeName, provincialFen, parkFen } = payment
  const { form, change, typed, forget } = useKept<Form>(`payment/${paymentId}/receipt`, {
    receiptNo: '',
    paidOn: null,
    files: [],
  })
  const send = useCommand(contract.recordReceipt, {
    onDone: () => {
      forget()
      onDone()
    },
  })
  const told = fieldTexts(send.error, say)
  const { receiptNo, paidOn, files } = form
  const errorOf = (field: string) => told[field]
  const submit = (unread?: readonly string[]) => {
    const body = { receiptNo, paidOn: paidOn ?? '', fileId: files[0]?.fileId ?? '' }
    send.mutate({ params: { paymentId }, unread, body })
  }
  return (
    <ActDialog
      typed={typed}
      wide
      title={t['record-receipt']}
      note={t.receiptNote(formatYuan(provincialFen + parkFen), payeeName)}
      okText={t['record-receipt']}
      running={send.isPending}
      error={send.error}
      onOk={submit}
      onAsk={submit}
      onCancel={onClose}
    >
      <div className="field-row">
        <Field label={t.receiptNo} name="receiptNo" required error={errorOf('receiptNo')}>
          {(bind) => (
            <CodeInput {...bind} autoFocus value={receiptNo} onChange={(text) => change({ receiptNo: text })} />
          )}
        </Field>
        <Field label={t.paidOn} name="paidOn" required error={errorOf('paidOn')}>
          {(bind) => (
            <DayInput
              {...bind}
              value={paidOn}
              onChange={(day) => change({ paidOn: day })}
              from={view.invoices.find(({ invoiceId }) => invoiceId === payment.invoiceId)?.issuedOn}
              to={dayOf(new Date())}
            />
          )}
        </Field>
      </div>
      <FileField
        label={t.receiptFile}
        name="fileId"
        required
        camera
        kinds={formsOfPaper['bank-receipt']}
        value={files}
        onChange={(next) => change({ files: next })}
        error={errorOf('fileId')}
      />
    </ActDialog>
  )
}
