import { Alert, Input, Radio } from 'antd'
import { useState } from 'react'
import { formsOfPaper } from '../../../../policy/records/money-papers.ts'
import { cleanCode, cleanName } from '../../../../shared/clean.ts'
import { type Day, dayOf } from '../../../../shared/dates.ts'
import { formatYuan, sumFen } from '../../../../shared/money.ts'
import { ActDialog } from '../../../../ui/ActDialog.tsx'
import { useCommand } from '../../../../ui/api.ts'
import { DayInput } from '../../../../ui/DayInput.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { fieldTexts } from '../../../../ui/field-texts.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { MoneyInput } from '../../../../ui/MoneyInput.tsx'
import { UsccInput } from '../../../../ui/UsccInput.tsx'
import { useKept } from '../../../../ui/use-kept.ts'
import { FileField, type UploadedFile } from '../../../programme/files/web/public.ts'
import * as contract from '../contract.ts'
import { actWords } from '../words.ts'
import type { ActProps } from './act-props.ts'
import { einvoiceIn, type FilledField, type FromFile, fromFile, withoutFilled } from './einvoice-in.ts'
import { standingInvoices } from './money-step.ts'
import { SilentFile } from './SilentFile.tsx'

type Form = {
  code: string
  number: string
  digitalNumber: string
  sellerName: string
  sellerUscc: string
  buyerUscc: string
  /** As the file names the buyer; empty where the person chose. */
  buyerName: string
  issuedOn: Day | null
  sumFen: number | null
  files: UploadedFile[]
}

/** The invoice as it stands on paper; agency and buyer are there already (G3.4). */
export function InvoiceDialog({ serviceId, view, onClose, onDone }: ActProps) {
  const t = useWords(actWords)
  const say = useText()
  const { agency, buyers } = view
  const price = view.contract?.priceFen ?? 0
  const open = price - sumFen(standingInvoices(view).map((one) => one.sumFen))
  const fresh: Form = {
    code: '',
    number: '',
    digitalNumber: '',
    sellerName: agency?.name ?? '',
    sellerUscc: agency?.uscc ?? '',
    buyerUscc: buyers[0]?.uscc ?? '',
    buyerName: '',
    issuedOn: null,
    sumFen: open > 0 ? open : null,
    files: [],
  }
  const { form, change, typed, forget } = useKept<Form>(`service/${serviceId}/invoice`, fresh)
  const [read, setRead] = useState<FromFile | 'red' | 'silent' | null>(null)
  const send = useCommand(contract.recordInvoice, {
    onDone: () => {
      forget()
      onDone()
    },
  })
  const told = fieldTexts(send.error, say)
  const buyer = buyers.find(({ uscc }) => uscc === form.buyerUscc)
  const errorOf = (field: string) => told[field]
  const { files, issuedOn, ...rest } = form
  const submit = (unread?: readonly string[]) => {
    const buyerName = form.buyerName || (buyer?.name ?? '')
    const body = { ...rest, buyerName, issuedOn: issuedOn ?? '', sumFen: form.sumFen ?? 0 }
    send.mutate({ params: { serviceId }, unread, body: { ...body, fileId: files[0]?.fileId ?? '' } })
  }
  const attach = async (next: UploadedFile[]) => {
    const back = read === null || typeof read === 'string' ? {} : withoutFilled(form, fresh, read.change)
    change({ ...back, files: next })
    setRead(null)
    const found = await einvoiceIn(next)
    if (!found) return
    if (found === 'silent') return setRead('silent')
    if (found.isRed) return setRead('red')
    const told = fromFile(
      { ...form, ...back },
      fresh,
      found,
      buyers.map(({ uscc }) => uscc),
    )
    change(told.change)
    setRead(told)
  }
  const text = (name: TextField, more: TextFieldMore = {}) => (
    <Field label={t[name]} name={name} required={more.required ?? true} hint={more.hint} error={errorOf(name)}>
      {(bind) => (
        <Input
          {...bind}
          autoFocus={name === 'number'}
          inputMode={more.digits ? 'numeric' : undefined}
          value={form[name]}
          onChange={(event) => change({ [name]: event.target.value })}
          onBlur={() => change({ [name]: tidied(name, form[name]) })}
        />
      )}
    </Field>
  )
  return (
    <ActDialog
      typed={typed}
      wide
      title={t['record-invoice']}
      note={t.invoiceNote}
      okText={t['record-invoice']}
      running={send.isPending}
      error={send.error}
      onOk={submit}
      onAsk={submit}
      onCancel={onClose}
    >
      <FileField
        label={t.invoiceFile}
        name="fileId"
        required
        camera
        kinds={formsOfPaper.invoice}
        hint={t.invoiceFileHint}
        value={files}
        onChange={(next) => void attach(next)}
        error={errorOf('fileId')}
      />
      <ReadFromFile read={read} />
      <div className="field-row">
        {text('number', { hint: t.numberHint, digits: true })}
        {text('code', { hint: t.codeHint, digits: true, required: false })}
      </div>
      {form.code.trim() === '' && form.digitalNumber === ''
        ? null
        : text('digitalNumber', { hint: t.digitalNumberHint, digits: true, required: false })}
      <div className="field-row">
        <Field label={t.issuedOn} name="issuedOn" required error={errorOf('issuedOn')}>
          {(bind) => (
            <DayInput
              {...bind}
              value={issuedOn}
              onChange={(day) => change({ issuedOn: day })}
              from={view.contract?.signedOn}
              to={dayOf(new Date())}
            />
          )}
        </Field>
        <Field
          label={t.sum}
          name="sumFen"
          required
          hint={t.sumHint(formatYuan(open), formatYuan(price))}
          error={errorOf('sumFen')}
        >
          {(bind) => (
            <MoneyInput
              {...bind}
              min={1}
              max={Math.max(open, 1)}
              value={form.sumFen}
              onChange={(fen) => change({ sumFen: fen })}
            />
          )}
        </Field>
      </div>
      <div className="field-row">
        {text('sellerName')}
        <Field label={t.sellerUscc} name="sellerUscc" required error={errorOf('sellerUscc')}>
          {(bind) => <UsccInput {...bind} value={form.sellerUscc} onChange={(sellerUscc) => change({ sellerUscc })} />}
        </Field>
      </div>
      <Field label={t.buyer} name="buyerUscc" required error={errorOf('buyerUscc') ?? errorOf('buyerName')}>
        {(bind) => (
          <Radio.Group
            {...bind}
            aria-label={t.buyer}
            className="choices"
            value={form.buyerUscc}
            onChange={(event) => change({ buyerUscc: String(event.target.value), buyerName: '' })}
            options={buyers.map(({ uscc, name }) => ({ value: uscc, label: `${name}（${uscc}）` }))}
          />
        )}
      </Field>
    </ActDialog>
  )
}

const names = {
  number: 'number',
  issuedOn: 'issuedOn',
  sum: 'sum',
  sellerName: 'sellerName',
  sellerUscc: 'sellerUscc',
  buyer: 'buyer',
} as const satisfies Record<FilledField, keyof typeof actWords>

/** What was filled from the file, and what stands in the form that the file says otherwise. */
function ReadFromFile({ read }: { read: FromFile | 'red' | 'silent' | null }) {
  const t = useWords(actWords)
  if (read === null) return null
  if (read === 'red') return <Alert role="status" className="notice" showIcon type="warning" title={t.fileIsRed} />
  if (read === 'silent') return <SilentFile />
  const { filled, differs } = read
  const title = filled.length > 0 ? t.filledFromFile(t.list(filled.map((field) => t[names[field]]))) : t.fileAgrees
  return (
    <Alert
      role="status"
      className="notice"
      showIcon
      type={differs.length > 0 ? 'warning' : 'info'}
      title={differs.length > 0 && filled.length === 0 ? t.fileDiffers : title}
      description={differs.map(({ field, said, entered }) => (
        <div key={field}>{t.fileSays(t[names[field]], said, entered)}</div>
      ))}
    />
  )
}

type TextField = 'code' | 'number' | 'digitalNumber' | 'sellerName'
const tidied = (name: TextField, text: string) => (name === 'sellerName' ? cleanName(text) : cleanCode(text))

type TextFieldMore = { readonly required?: boolean; readonly hint?: string; readonly digits?: boolean }
