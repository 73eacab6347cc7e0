import { fundsRefusals } from '../../../../policy/guide/refusals/funds.ts'
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
import { useTwoPersons } from '../../../programme/signing/web/public.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import type { ActProps } from './act-props.ts'
import type { Funds } from './MoneyFrame.tsx'
import { PaymentFacts } from './PaymentFacts.tsx'

type Form = {
  voucherNo: string
  files: UploadedFile[]
  paidOn: Day | null
}

/** The finance bureau records what it paid: number, scan and day of the voucher. */
export function ReleaseDialog({ pilotId, funds, tranche, onClose, onDone }: ActProps & { funds: Funds }) {
  const t = useWords(words)
  const say = useText()
  const { no, amountFen } = tranche
  const { form, change, typed, forget } = useKept<Form>(`tranche/${pilotId}/${no}/release`, {
    voucherNo: '',
    files: [],
    paidOn: null,
  })
  const { voucherNo, files, paidOn } = form
  const payeeAccountId = funds.payee.account?.payeeAccountId ?? null
  const two = useTwoPersons(tranche.takesTwo.includes('release'), t.release)
  const release = useCommand(contract.releaseTranche, {
    rereadsIfRefused: true,
    onDone: () => {
      forget()
      onDone(two.said)
    },
  })
  // All that is still empty is named at once; what is filled in wrongly is the server's to say.
  const missing = [
    voucherNo.trim() === '' && {
      field: 'voucherNo',
      label: t.voucherNo,
      says: say(fundsRefusals['funds.voucher-number-missing']),
    },
    paidOn === null && { field: 'paidOn', label: t.paidOn, says: t.paidOnMissing },
    files.length === 0 && {
      field: 'voucherFileId',
      label: t.voucherFile,
      says: say(fundsRefusals['funds.voucher-file-missing']),
    },
  ]
  const send = (unread?: readonly string[]) => {
    const body = { voucherNo, voucherFileId: files[0]?.fileId ?? null, paidOn: paidOn ?? '', payeeAccountId }
    release.mutate({ params: { pilotId, no }, unread, body })
  }
  const errors = fieldTexts(release.error, say)
  return (
    <ActDialog
      typed={typed}
      wide
      title={t.releaseTitle(no)}
      okText={two.okText}
      running={release.isPending}
      error={release.error}
      missing={missing}
      onOk={send}
      onAsk={send}
      onCancel={onClose}
    >
      {two.note}
      <p>{t.releaseNote(funds.parkName, formatYuan(amountFen ?? 0))}</p>
      <PaymentFacts funds={funds} tranche={tranche} amountFen={amountFen} />
      <Field label={t.voucherNo} name="voucherNo" required error={errors.voucherNo}>
        {(bind) => <CodeInput {...bind} value={voucherNo} onChange={(text) => change({ voucherNo: text })} autoFocus />}
      </Field>
      <Field label={t.paidOn} name="paidOn" required error={errors.paidOn}>
        {(bind) => (
          <DayInput {...bind} value={paidOn} onChange={(paidOn) => change({ paidOn })} to={dayOf(new Date())} />
        )}
      </Field>
      <FileField
        label={t.voucherFile}
        name="voucherFileId"
        required
        kinds={formsOfPaper.voucher}
        value={files}
        onChange={(files) => change({ files })}
        error={errors.voucherFileId}
      />
    </ActDialog>
  )
}
