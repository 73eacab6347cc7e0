import { Input, Select } from 'antd'
import { useState } from 'react'
import { mostExceptionDays } from '../../../../policy/calendar/exceptions.ts'
import { addDays, type Day } from '../../../../shared/dates.ts'
import { ActDialog } from '../../../../ui/ActDialog.tsx'
import { useCommand, useView } from '../../../../ui/api.ts'
import { DayInput } from '../../../../ui/DayInput.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { useWords } from '../../../../ui/language.tsx'
import { useKept } from '../../../../ui/use-kept.ts'
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

type Form = {
  key: string
  until: Day | null
  reason: string
}

/** Opens one locked filing until a day, for a reason. */
export function GrantDialog({ chosen, today, onClose }: GrantDialogProps) {
  const t = useWords(words)
  const dutyText = useDutyText()
  const grant = useCommand(contract.grantException, {
    onDone: () => {
      forget()
      onClose()
    },
  })
  const view = useView(contract.listCalendar, { search: { standing: 'locked', pageSize: 200 } })
  const locked = (view.data?.duties ?? []).filter((one) => one.grant?.allowed)
  const { form, change, typed, forget } = useKept<Form>(`exception/${chosen}`, {
    key: chosen,
    until: addDays(today, 14),
    reason: '',
  })
  const { key, until, reason } = form
  const [asked, setAsked] = useState(false)
  const filing = locked.find((one) => keyText(one) === key)
  const confirm = () => {
    setAsked(true)
    if (!filing || until === null || reason.trim() === '') return
    const { batchId, unitId, kind, period } = filing
    grant.mutate({ body: { batchId, unitId, kind, period, until, reason: reason.trim() } })
  }
  return (
    <ActDialog
      typed={typed}
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
                onChange={(key) => change({ key })}
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
                onChange={(until) => change({ until })}
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
                onChange={(event) => change({ reason: event.target.value })}
              />
            )}
          </Field>
        </>
      )}
    </ActDialog>
  )
}
