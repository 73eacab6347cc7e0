import { Input } from 'antd'
import { noticeRefusals } from '../../../../policy/guide/refusals/notices.ts'
import { type Day, dayOf } from '../../../../shared/dates.ts'
import { ActDialog } from '../../../../ui/ActDialog.tsx'
import { useCommand } from '../../../../ui/api.ts'
import { CodeInput } from '../../../../ui/CodeInput.tsx'
import { DayInput } from '../../../../ui/DayInput.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { fieldTexts } from '../../../../ui/field-texts.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { ProseInput } from '../../../../ui/ProseInput.tsx'
import { useKept } from '../../../../ui/use-kept.ts'
import { fileDisbursement } from '../tranche-contract.ts'
import type { ActProps } from './act-props.ts'
import { cardWords } from './card-words.ts'

type Form = {
  number: string
  name: string
  filedOn: Day | null
  reason: string
}

/** The number that the provincial platform gave for a payment, brought back by hand (G4.3). */
export function FilingDialog({ pilotId, tranche, onClose, onDone }: ActProps) {
  const t = useWords(cardWords)
  const say = useText()
  const { no, filing } = tranche
  const { form, change, typed, forget } = useKept<Form>(
    `tranche/${pilotId}/${no}/${filing ? 'correction' : 'filing'}`,
    {
      number: filing?.number ?? '',
      name: filing?.name ?? '',
      filedOn: filing?.filedOn ?? null,
      reason: '',
    },
  )
  const { number, name, filedOn, reason } = form
  const file = useCommand(fileDisbursement, {
    onDone: () => {
      forget()
      onDone()
    },
  })
  // All that is still empty is named at once; what is filled in wrongly is the server's to say.
  const missing = [
    number.trim() === '' && {
      field: 'number',
      label: t.filing,
      says: say(noticeRefusals['disbursement.number-missing']),
    },
    name.trim() === '' && {
      field: 'name',
      label: t.filingName,
      says: say(noticeRefusals['disbursement.name-missing']),
    },
    filedOn === null && { field: 'filedOn', label: t.filedOn, says: t.filedOnMissing },
    filing !== null &&
      reason.trim() === '' && {
        field: 'reason',
        label: t.correctionReason,
        says: say(noticeRefusals['disbursement.reason-missing']),
      },
  ]
  const errors = fieldTexts(file.error, say)
  const send = (unread?: readonly string[]) =>
    file.mutate({ params: { pilotId, no }, unread, body: { number, name, filedOn: filedOn ?? '', reason } })
  return (
    <ActDialog
      typed={typed}
      title={t.fileTitle(no)}
      okText={filing ? t.correctFiling : t.file}
      running={file.isPending}
      error={file.error}
      missing={missing}
      onOk={send}
      onAsk={send}
      onCancel={onClose}
    >
      <p className="soft">{t.fileHint}</p>
      <Field label={t.filing} name="number" required error={errors.number}>
        {(bind) => <CodeInput {...bind} value={number} onChange={(text) => change({ number: text })} autoFocus />}
      </Field>
      <Field label={t.filingName} name="name" required error={errors.name}>
        {(bind) => <Input {...bind} value={name} onChange={(event) => change({ name: event.target.value })} />}
      </Field>
      <Field label={t.filedOn} name="filedOn" required error={errors.filedOn}>
        {(bind) => (
          <DayInput
            {...bind}
            value={filedOn}
            onChange={(filedOn) => change({ filedOn })}
            to={dayOf(new Date())}
            {...(tranche.paidOn ? { from: tranche.paidOn } : {})}
          />
        )}
      </Field>
      {filing ? (
        <Field label={t.correctionReason} name="reason" required error={errors.reason}>
          {(bind) => (
            <ProseInput {...bind} rows={2} most={1000} value={reason} onChange={(text) => change({ reason: text })} />
          )}
        </Field>
      ) : null}
    </ActDialog>
  )
}
