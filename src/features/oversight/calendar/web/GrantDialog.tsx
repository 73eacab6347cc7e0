import { Input, Select } from 'antd'
import { useState } from 'react'
import { mostExceptionDays } from '../../../../policy/calendar/exceptions.ts'
import { addDays, type Day } from '../../../../shared/dates.ts'
import { ActDialog } from '../../../../ui/ActDialog.tsx'
import { useCommand, useView } from '../../../../ui/api.ts'
import { DayInput } from '../../../../ui/DayInput.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { useWords } from '../../../../ui/language.tsx'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { keyText } from './links.ts'
import { useDutyText } from './use-duty-text.ts'

type GrantDialogProps = {
  /** A filing by its key, or anything else to choose one. */
  chosen: string
  today: Day
  onClose: () => void
}

/** Opens one locked filing until a day, for a reason. */
export function GrantDialog({ chosen, today, onClose }: GrantDialogProps) {
  const t = useWords(words)
  const dutyText = useDutyText()
  const grant = useCommand(contract.grantException)
  const view = useView(contract.listCalendar, { search: { standing: 'locked', pageSize: 200 } })
  const locked = (view.data?.duties ?? []).filter((one) => one.grant?.allowed)
  const [key, setKey] = useState(chosen)
  const [until, setUntil] = useState<Day | null>(addDays(today, 14))
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const filing = locked.find((one) => keyText(one) === key)
  const confirm = () => {
    setAsked(true)
    if (!filing || until === null || reason.trim() === '') return
    const { batchId, unitId, kind, period } = filing
    grant.mutate({ body: { batchId, unitId, kind, period, until, reason: reason.trim() } }, { onSuccess: onClose })
  }
  return (
    <ActDialog
      title={t.grantTitle}
      okText={t.grant}
      running={grant.isPending}
      error={grant.error}
      ready={view.data === undefined || locked.length > 0}
      onOk={confirm}
      onCancel={onClose}
    >
      {view.data && locked.length === 0 ? (
        <p>{t.nothingLocked}</p>
      ) : (
        <>
          <Field label={t.lockedFiling} name="period" required {...(asked && !filing ? { error: t.chooseLocked } : {})}>
            {(bind) => (
              <Select
                {...bind}
                style={{ width: '100%' }}
                loading={view.isPending}
                value={filing ? key : undefined}
                placeholder={t.chooseLocked}
                onChange={setKey}
                showSearch={{ optionFilterProp: 'label' }}
                options={locked.map((one) => ({
                  value: keyText(one),
                  label: `${one.unitName} · ${dutyText(one)} · ${one.batchName}`,
                }))}
              />
            )}
          </Field>
          <Field
            label={t.until}
            name="until"
            required
            hint={t.untilHelp(mostExceptionDays)}
            {...(asked && until === null ? { error: t.untilMissing } : {})}
          >
            {(bind) => (
              <DayInput
                {...bind}
                value={until}
                onChange={setUntil}
                from={today}
                to={addDays(today, mostExceptionDays)}
              />
            )}
          </Field>
          <Field
            label={t.reason}
            name="reason"
            required
            {...(asked && reason.trim() === '' ? { error: t.reasonMissing } : {})}
          >
            {(bind) => (
              <Input.TextArea
                {...bind}
                rows={3}
                maxLength={500}
                showCount
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            )}
          </Field>
        </>
      )}
    </ActDialog>
  )
}
