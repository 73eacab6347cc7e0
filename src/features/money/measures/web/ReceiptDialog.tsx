import { App } from 'antd'
import { formsOfPaper } from '../../../../policy/records/money-papers.ts'
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
import { useKept } from '../../../../ui/use-kept.ts'
import { type FieldFile, FileField } from '../../../programme/files/web/public.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import type { Measures } from './MeasureParts.tsx'

type Form = { paidOn: Day | null; amountFen: Fen | null; ownFen: Fen | null; voucherNo: string; files: FieldFile[] }
type Props = { measure: contract.MeasureView; money: Measures['money']; onClose: () => void }

/** The finance bureau enters what came back: day, sum, what of it was the park's own money, the treasury's voucher. */
export function ReceiptDialog({ measure: { measureId, claim }, money, onClose }: Props) {
  const t = useWords(words)
  const say = useText()
  const { message } = App.useApp()
  const empty: Form = { paidOn: null, amountFen: null, ownFen: 0, voucherNo: '', files: [] }
  const { form, change, typed, forget } = useKept<Form>(`measures/${measureId}/receipt`, empty)
  const act = useCommand(contract.recordReceipt, {
    onDone: () => {
      forget()
      void message.success(t.done)
      onClose()
    },
  })
  const errors = fieldTexts(act.error, say)
  const { voucherNo } = form
  const [file] = form.files
  const send = (unread?: readonly string[]) =>
    act.mutate({
      params: { measureId },
      unread,
      body: {
        ...{ paidOn: form.paidOn ?? '', amountFen: form.amountFen ?? 0, ownFen: form.ownFen ?? 0, voucherNo },
        voucherFileId: file?.fileId ?? null,
      },
    })
  return (
    <ActDialog
      typed={typed}
      title={t.receive}
      running={act.isPending}
      error={act.error}
      missing={[file === undefined && { field: 'voucherFileId', label: t.voucherFile }]}
      onOk={send}
      onAsk={send}
      onCancel={onClose}
    >
      <Field label={t.paidOn} name="paidOn" required error={errors.paidOn}>
        {(bind) => (
          <DayInput {...bind} value={form.paidOn} to={dayOf(new Date())} onChange={(paidOn) => change({ paidOn })} />
        )}
      </Field>
      <Field
        label={t.amountPaid}
        name="amountFen"
        required
        error={errors.amountFen}
        hint={t.openHint(formatYuan(claim?.openFen ?? 0))}
      >
        {(bind) => <MoneyInput {...bind} value={form.amountFen} onChange={(amountFen) => change({ amountFen })} />}
      </Field>
      <Field
        label={t.ofOwn}
        name="ownFen"
        required
        error={errors.ownFen}
        hint={t.ownHint(formatYuan(money.spentFen), formatYuan(money.cashFen))}
      >
        {(bind) => <MoneyInput {...bind} value={form.ownFen} onChange={(ownFen) => change({ ownFen })} />}
      </Field>
      <Field label={t.voucherNo} name="voucherNo" required error={errors.voucherNo}>
        {(bind) => <CodeInput {...bind} value={voucherNo} onChange={(text) => change({ voucherNo: text })} />}
      </Field>
      <FileField
        label={t.voucherFile}
        name="voucherFileId"
        required
        kinds={formsOfPaper['treasury-voucher']}
        value={form.files}
        onChange={(files) => change({ files })}
        error={errors.voucherFileId}
      />
    </ActDialog>
  )
}
