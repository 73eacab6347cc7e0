import { Input } from 'antd'
import { useState } from 'react'
import { fundsRefusals } from '../../../../policy/guide/refusals/funds.ts'
import { type Day, dayOf } from '../../../../shared/dates.ts'
import { formatYuan } from '../../../../shared/money.ts'
import { ActDialog } from '../../../../ui/ActDialog.tsx'
import { useCommand } from '../../../../ui/api.ts'
import { DayInput } from '../../../../ui/DayInput.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { useKept } from '../../../../ui/use-kept.ts'
import { FileField, type UploadedFile } from '../../../programme/files/web/public.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import type { ActProps } from './act-props.ts'

type Form = {
  voucherNo: string
  files: UploadedFile[]
  paidOn: Day | null
}

/** The finance bureau records what it paid: number, scan and day of the voucher. */
export function ReleaseDialog({ pilotId, tranche, onClose, onDone }: ActProps) {
  const t = useWords(words)
  const say = useText()
  const { no, amountFen } = tranche
  const { form, change, typed, forget } = useKept<Form>(`tranche/${pilotId}/${no}/release`, {
    voucherNo: '',
    files: [],
    paidOn: null,
  })
  const { voucherNo, files, paidOn } = form
  const release = useCommand(contract.releaseTranche, {
    onDone: () => {
      forget()
      onDone()
    },
  })
  const [asked, setAsked] = useState(false)
  // All that is still empty is named at once; what is filled in wrongly is the server's to say.
  const empty: Readonly<Record<string, string | false>> = {
    voucherNo: voucherNo.trim() === '' && say(fundsRefusals['funds.voucher-number-missing']),
    paidOn: paidOn === null && t.paidOnMissing,
    voucherFileId: files.length === 0 && say(fundsRefusals['funds.voucher-file-missing']),
  }
  const send = () => {
    setAsked(true)
    if (Object.values(empty).some(Boolean)) return
    const body = { voucherNo, voucherFileId: files[0]?.fileId ?? null, paidOn: paidOn ?? '' }
    release.mutate({ params: { pilotId, no }, body })
  }
  const errorOf = (field: string) =>
    (asked && empty[field]) || say(release.error?.fields.find((one) => one.field === field)) || undefined
  return (
    <ActDialog
      typed={typed}
      title={t.releaseTitle(no)}
      okText={t.release}
      running={release.isPending}
      error={release.error}
      onOk={send}
      onCancel={onClose}
    >
      <p>{t.releaseNote(formatYuan(amountFen ?? 0))}</p>
      <Field label={t.voucherNo} name="voucherNo" required error={errorOf('voucherNo')}>
        {(bind) => (
          <Input
            {...bind}
            value={voucherNo}
            onChange={(event) => change({ voucherNo: event.target.value })}
            autoFocus
          />
        )}
      </Field>
      <Field label={t.paidOn} name="paidOn" required error={errorOf('paidOn')}>
        {(bind) => (
          <DayInput {...bind} value={paidOn} onChange={(paidOn) => change({ paidOn })} to={dayOf(new Date())} />
        )}
      </Field>
      <FileField
        label={t.voucherFile}
        name="voucherFileId"
        required
        kinds={['pdf', 'photo', 'ofd']}
        value={files}
        onChange={(files) => change({ files })}
        error={errorOf('voucherFileId')}
      />
    </ActDialog>
  )
}
