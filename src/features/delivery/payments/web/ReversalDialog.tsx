import { Radio } from 'antd'
import { type ReversalKind, reversalKindNames, reversalKinds } from '../../../../policy/money/payment-reversal.ts'
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
import { ProseInput } from '../../../../ui/ProseInput.tsx'
import { useKept } from '../../../../ui/use-kept.ts'
import { FileField, type UploadedFile } from '../../../programme/files/web/public.ts'
import { reversePayment } from '../reversal-contract.ts'
import { actWords } from '../words.ts'
import type { PaymentActProps } from './act-props.ts'

type Form = { kind: ReversalKind; receiptNo: string; returnedOn: Day | null; reason: string; files: UploadedFile[] }

/** A paid payment stands no longer: its money came back, with the paper of the bank, or its receipt was entered wrongly (G3.6). */
export function ReversalDialog({ payment, onClose, onDone }: PaymentActProps) {
  const t = useWords(actWords)
  const say = useText()
  const { paymentId, payeeName, provincialFen, parkFen, paidOn } = payment
  const { form, change, typed, forget } = useKept<Form>(`payment/${paymentId}/reversal`, {
    kind: 'returned',
    receiptNo: '',
    returnedOn: null,
    reason: '',
    files: [],
  })
  const send = useCommand(reversePayment, {
    onDone: () => {
      forget()
      onDone()
    },
  })
  const errors = fieldTexts(send.error, say)
  const { kind, receiptNo, returnedOn, reason, files } = form
  const isReturn = kind === 'returned'
  const paper = isReturn ? { receiptNo, returnedOn: returnedOn ?? '', fileId: files[0]?.fileId ?? '' } : {}
  const submit = (unread?: readonly string[]) =>
    send.mutate({ params: { paymentId }, unread, body: { kind, reason, ...paper } })
  return (
    <ActDialog
      typed={typed}
      wide
      danger
      title={t.reverse}
      note={t.reverseNote(formatYuan(provincialFen + parkFen), payeeName)}
      okText={t.reverse}
      running={send.isPending}
      error={send.error}
      onOk={submit}
      onAsk={submit}
      onCancel={onClose}
    >
      <Field label={t.reversalKind} name="kind" required error={errors.kind}>
        {(bind) => (
          <Radio.Group
            {...bind}
            value={kind}
            onChange={(event) => change({ kind: event.target.value })}
            options={reversalKinds.map((value) => ({ value, label: say(reversalKindNames[value]) }))}
            optionType="button"
          />
        )}
      </Field>
      <p className="soft">{isReturn ? t.returnedHint : t.wrongHint}</p>
      {isReturn ? (
        <div className="field-row">
          <Field label={t.returnNo} name="receiptNo" required error={errors.receiptNo}>
            {(bind) => <CodeInput {...bind} value={receiptNo} onChange={(text) => change({ receiptNo: text })} />}
          </Field>
          <Field label={t.returnedOn} name="returnedOn" required error={errors.returnedOn}>
            {(bind) => (
              <DayInput
                {...bind}
                value={returnedOn}
                onChange={(day) => change({ returnedOn: day })}
                from={paidOn ?? undefined}
                to={dayOf(new Date())}
              />
            )}
          </Field>
        </div>
      ) : null}
      <Field label={t.reversalReason} name="reason" required error={errors.reason}>
        {(bind) => (
          <ProseInput {...bind} rows={2} most={1000} value={reason} onChange={(text) => change({ reason: text })} />
        )}
      </Field>
      {isReturn ? (
        <FileField
          label={t.returnFile}
          name="fileId"
          required
          camera
          kinds={formsOfPaper['bank-return']}
          value={files}
          onChange={(next) => change({ files: next })}
          error={errors.fileId}
        />
      ) : null}
    </ActDialog>
  )
}
