import { App } from 'antd'
import { type Day, dayOf } from '../../../../shared/dates.ts'
import { type Fen, formatYuan } from '../../../../shared/money.ts'
import { ActDialog } from '../../../../ui/ActDialog.tsx'
import { useCommand } from '../../../../ui/api.ts'
import { CodeInput } from '../../../../ui/CodeInput.tsx'
import { DayInput } from '../../../../ui/DayInput.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { fieldTexts } from '../../../../ui/field-texts.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { MoneyInput } from '../../../../ui/MoneyInput.tsx'
import { ProseInput } from '../../../../ui/ProseInput.tsx'
import { useKept } from '../../../../ui/use-kept.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'

type Form = { amountFen: Fen | null; issuedOn: Day | null; documentNo: string; reason: string }

/** The province records by which notice a recovered sum was given out again. */
export function ReissueDialog({
  measure: { measureId, claim },
  onClose,
}: {
  measure: contract.MeasureView
  onClose: () => void
}) {
  const t = useWords(words)
  const say = useText()
  const { message } = App.useApp()
  const empty: Form = { amountFen: null, issuedOn: null, documentNo: '', reason: '' }
  const { form, change, typed, forget } = useKept<Form>(`measures/${measureId}/reissue`, empty)
  const act = useCommand(contract.recordReissue, {
    onDone: () => {
      forget()
      void message.success(t.done)
      onClose()
    },
  })
  const errors = fieldTexts(act.error, say)
  const { documentNo, reason } = form
  const send = (unread?: readonly string[]) =>
    act.mutate({
      params: { measureId },
      unread,
      body: { amountFen: form.amountFen ?? 0, issuedOn: form.issuedOn ?? '', documentNo, reason },
    })
  return (
    <ActDialog
      typed={typed}
      title={t.reissue}
      note={t.reissueNote}
      running={act.isPending}
      error={act.error}
      missing={[]}
      onOk={send}
      onAsk={send}
      onCancel={onClose}
    >
      <Field
        label={t.amountYuan}
        name="amountFen"
        required
        error={errors.amountFen}
        hint={t.reissuable(formatYuan((claim?.receivedFen ?? 0) - (claim?.reissuedFen ?? 0)))}
      >
        {(bind) => <MoneyInput {...bind} value={form.amountFen} onChange={(amountFen) => change({ amountFen })} />}
      </Field>
      <Field label={t.issuedOn} name="issuedOn" required error={errors.issuedOn}>
        {(bind) => (
          <DayInput
            {...bind}
            value={form.issuedOn}
            to={dayOf(new Date())}
            onChange={(issuedOn) => change({ issuedOn })}
          />
        )}
      </Field>
      <Field label={t.documentNo} name="documentNo" required error={errors.documentNo}>
        {(bind) => <CodeInput {...bind} value={documentNo} onChange={(text) => change({ documentNo: text })} />}
      </Field>
      <Field label={t.reason} name="reason" required error={errors.reason}>
        {(bind) => (
          <ProseInput {...bind} rows={3} most={1000} value={reason} onChange={(said) => change({ reason: said })} />
        )}
      </Field>
    </ActDialog>
  )
}
