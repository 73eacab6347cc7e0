import { Input, Radio } from 'antd'
import { useState } from 'react'
import { type VoidKind, voidKindNames, voidKinds } from '../../../../policy/money/voiding.ts'
import { formsOfPaper } from '../../../../policy/records/money-papers.ts'
import { type Day, dayOf } from '../../../../shared/dates.ts'
import { ActDialog } from '../../../../ui/ActDialog.tsx'
import { useCommand } from '../../../../ui/api.ts'
import { DayInput } from '../../../../ui/DayInput.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { fieldTexts } from '../../../../ui/field-texts.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { ProseInput } from '../../../../ui/ProseInput.tsx'
import { useKept } from '../../../../ui/use-kept.ts'
import { FileField, type UploadedFile } from '../../../programme/files/web/public.ts'
import type { InvoiceView } from '../contract.ts'
import { voidInvoice } from '../void-contract.ts'
import { actWords } from '../words.ts'
import { einvoiceIn } from './einvoice-in.ts'
import { SilentFile } from './SilentFile.tsx'

type Form = {
  kind: VoidKind
  number: string
  code: string
  reason: string
  voidedOn: Day | null
  files: UploadedFile[]
}
type VoidDialogProps = { invoice: InvoiceView; onClose: () => void; onDone: () => void }

/** An invoice stands no longer: by a red-letter invoice with its paper, or because it was entered wrongly (G3.4). */
export function VoidDialog({ invoice, onClose, onDone }: VoidDialogProps) {
  const t = useWords(actWords)
  const say = useText()
  const { invoiceId } = invoice
  const { form, change, typed, forget } = useKept<Form>(`invoice/${invoiceId}/void`, {
    kind: 'red-letter',
    number: '',
    code: '',
    reason: '',
    voidedOn: dayOf(new Date()),
    files: [],
  })
  const send = useCommand(voidInvoice, {
    onDone: () => {
      forget()
      onDone()
    },
  })
  const errors = fieldTexts(send.error, say)
  const [isSilent, setSilent] = useState(false)
  const attach = async (next: UploadedFile[]) => {
    change({ files: next })
    setSilent((await einvoiceIn(next)) === 'silent')
  }
  const red = form.kind === 'red-letter'
  const { kind, reason, files } = form
  const paper = red ? { number: form.number, code: form.code, fileId: files[0]?.fileId ?? '' } : {}
  const body = { kind, reason, voidedOn: form.voidedOn ?? '', ...paper }
  const submit = (unread?: readonly string[]) => send.mutate({ params: { invoiceId }, unread, body })
  const text = (name: 'number' | 'code', label: string, required: boolean) => (
    <Field label={label} name={name} required={required} error={errors[name]}>
      {(bind) => (
        <Input
          {...bind}
          inputMode="numeric"
          value={form[name]}
          onChange={(event) => change({ [name]: event.target.value })}
        />
      )}
    </Field>
  )
  return (
    <ActDialog
      typed={typed}
      wide
      danger
      title={t['void-invoice']}
      note={t.voidNote(invoice.number)}
      okText={t['void-invoice']}
      running={send.isPending}
      error={send.error}
      onOk={submit}
      onAsk={submit}
      onCancel={onClose}
    >
      <fieldset className="field" data-field="kind">
        <legend className="field-label">{t.voidKind}</legend>
        <Radio.Group
          value={kind}
          onChange={(event) => change({ kind: event.target.value })}
          options={voidKinds.map((value) => ({ value, label: say(voidKindNames[value]) }))}
          optionType="button"
        />
      </fieldset>
      {red ? (
        <div className="field-row">
          {text('number', t.redNumber, true)}
          {text('code', t.redCode, false)}
        </div>
      ) : null}
      <Field label={red ? t.redOn : t.voidedOn} name="voidedOn" required error={errors.voidedOn}>
        {(bind) => (
          <DayInput
            {...bind}
            value={form.voidedOn}
            onChange={(day) => change({ voidedOn: day })}
            from={invoice.issuedOn}
            to={dayOf(new Date())}
          />
        )}
      </Field>
      <Field label={t.voidReason} name="reason" required error={errors.reason}>
        {(bind) => (
          <ProseInput {...bind} rows={2} most={1000} value={reason} onChange={(text) => change({ reason: text })} />
        )}
      </Field>
      {red ? (
        <FileField
          label={t.redFile}
          name="fileId"
          required
          camera
          kinds={formsOfPaper['red-letter']}
          value={files}
          onChange={(next) => void attach(next)}
          error={errors.fileId}
        />
      ) : null}
      {red && isSilent ? <SilentFile /> : null}
    </ActDialog>
  )
}
