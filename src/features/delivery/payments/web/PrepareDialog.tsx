import { Input, Select } from 'antd'
import { serviceKinds } from '../../../../policy/records/service-kinds.ts'
import { formatYuan } from '../../../../shared/money.ts'
import { ActDialog } from '../../../../ui/ActDialog.tsx'
import { useCommand } from '../../../../ui/api.ts'
import { Field } from '../../../../ui/Field.tsx'
import { fieldTexts } from '../../../../ui/field-texts.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { MoneyInput } from '../../../../ui/MoneyInput.tsx'
import { ProseInput } from '../../../../ui/ProseInput.tsx'
import { useKept } from '../../../../ui/use-kept.ts'
import * as contract from '../contract.ts'
import { actWords, words } from '../words.ts'
import type { ActProps } from './act-props.ts'
import { LimitList } from './Limits.tsx'

type Form = {
  invoiceId: string
  provincialFen: number | null
  parkFen: number | null
  payeeName: string
  purpose: string
}

/** A payment drawn up from contract and invoice, with every limit beside it (G3.6). */
export function PrepareDialog({ serviceId, view, onClose, onDone }: ActProps) {
  const t = useWords(actWords)
  const w = useWords(words)
  const say = useText()
  const open = view.invoices.filter(({ openFen }) => openFen > 0)
  const limits = view.limits ?? { invoiceFen: 0, provincialFen: 0, parkFen: 0, lineFen: 0, cashFen: 0 }
  const { form, change, typed, forget } = useKept<Form>(`service/${serviceId}/payment`, {
    invoiceId: open[0]?.invoiceId ?? '',
    ...sharesOf(open[0]?.openFen ?? 0, limits),
    payeeName: open[0]?.sellerName ?? '',
    purpose: t.servicePurpose(say(serviceKinds[view.kind])),
  })
  const send = useCommand(contract.preparePayment, {
    onDone: () => {
      forget()
      onDone()
    },
  })
  const told = fieldTexts(send.error, say)
  const invoice = open.find(({ invoiceId }) => invoiceId === form.invoiceId) ?? open[0]
  const asked = { provincialFen: form.provincialFen ?? 0, parkFen: form.parkFen ?? 0 }
  const { payeeName, purpose } = form
  const submit = (unread?: readonly string[]) =>
    send.mutate({
      unread,
      params: { serviceId },
      body: { ...asked, payeeName, purpose, ...(invoice ? { invoiceId: invoice.invoiceId } : {}) },
    })
  const money = (name: 'provincialFen' | 'parkFen', label: string) => (
    <Field label={label} name={name} required error={told[name]}>
      {(bind) => <MoneyInput {...bind} value={form[name]} onChange={(fen) => change({ [name]: fen })} />}
    </Field>
  )
  return (
    <ActDialog
      typed={typed}
      wide
      title={t['prepare-payment']}
      okText={t['prepare-payment']}
      running={send.isPending}
      error={send.error}
      onOk={submit}
      onAsk={submit}
      onCancel={onClose}
    >
      <Field label={t.invoice} name="invoiceId" required error={told.invoiceId}>
        {(bind) => (
          <Select
            {...bind}
            value={invoice?.invoiceId}
            onChange={(invoiceId: string) => {
              const chosen = open.find((one) => one.invoiceId === invoiceId)
              change({ invoiceId, payeeName: chosen?.sellerName ?? '', ...sharesOf(chosen?.openFen ?? 0, limits) })
            }}
            options={open.map(({ invoiceId, number, openFen }) => ({
              value: invoiceId,
              label: t.invoiceOption(number, formatYuan(openFen)),
            }))}
          />
        )}
      </Field>
      <div className="field-row">
        {money('provincialFen', t.provincial)}
        {money('parkFen', t.ofPark)}
      </div>
      <p role="status" className="payment-sum">
        {t.together(formatYuan(asked.provincialFen + asked.parkFen))}
      </p>
      <div className="limit-box">
        <h3>{w.limits}</h3>
        <LimitList limits={{ ...limits, invoiceFen: invoice?.openFen ?? 0 }} asked={asked} />
      </div>
      <Field label={t.payee} name="payeeName" required hint={t.payeeHint} error={told.payeeName}>
        {(bind) => (
          <Input {...bind} value={payeeName} onChange={(event) => change({ payeeName: event.target.value })} />
        )}
      </Field>
      <Field label={t.purpose} name="purpose" required hint={t.purposeHint} error={told.purpose}>
        {(bind) => (
          <ProseInput
            {...bind}
            rows={2}
            most={200}
            showCount
            value={purpose}
            onChange={(text) => change({ purpose: text })}
          />
        )}
      </Field>
    </ActDialog>
  )
}

/** The provincial share first, the park's for what is left of the invoice. */
function sharesOf(openFen: number, limits: { readonly provincialFen: number; readonly parkFen: number }) {
  const provincialFen = Math.min(limits.provincialFen, openFen)
  return { provincialFen, parkFen: Math.min(limits.parkFen, openFen - provincialFen) }
}
