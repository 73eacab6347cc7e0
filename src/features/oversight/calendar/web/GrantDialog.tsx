import { Select } from 'antd'
import { useState } from 'react'
import { mostExceptionDays } from '../../../../policy/calendar/exceptions.ts'
import { addDays, type Day } from '../../../../shared/dates.ts'
import { ActDialog } from '../../../../ui/ActDialog.tsx'
import { useCommand, useView } from '../../../../ui/api.ts'
import { DayInput } from '../../../../ui/DayInput.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { fieldTexts } from '../../../../ui/field-texts.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { ProseInput } from '../../../../ui/ProseInput.tsx'
import { useKept } from '../../../../ui/use-kept.ts'
import type { UnitView } from '../../../programme/units/contract.ts'
import { UnitSelect } from '../../../programme/units/web/public.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { keyText, unitOfKey } from './links.ts'
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

/** How many locked filings are offered at once; of more, a unit is chosen first. */
const mostOffered = 200

/** Opens one locked filing until a day, for a reason. */
export function GrantDialog({ chosen, today, onClose }: GrantDialogProps) {
  const t = useWords(words)
  const say = useText()
  const dutyText = useDutyText()
  const grant = useCommand(contract.grantException, {
    onDone: () => {
      forget()
      onClose()
    },
  })
  const [unit, setUnit] = useState<UnitView | null>(null)
  // What was chosen where it stands may not be among the first ones of all units.
  const unitId = unit?.unitId ?? unitOfKey(chosen)
  const view = useView(
    contract.listCalendar,
    { search: { standing: 'locked', pageSize: mostOffered, ...(unitId ? { unitId } : {}) } },
    { keepPrevious: true },
  )
  const isLong = unit !== null || (view.data?.total ?? 0) > mostOffered
  const duties = view.data?.duties ?? []
  const locked = duties.filter((one) => one.grant?.allowed)
  const elsewhere = duties.filter((one) => !one.grant?.allowed)
  const { form, change, typed, forget } = useKept<Form>(`exception/${chosen}`, {
    key: chosen,
    until: addDays(today, 14),
    reason: '',
  })
  const { key, until, reason } = form
  const told = fieldTexts(grant.error, say)
  const filing = locked.find((one) => keyText(one) === key)
  const confirm = (unread?: readonly string[]) => {
    if (!filing) return
    const { batchId, unitId, kind, period } = filing
    grant.mutate({ unread, body: { batchId, unitId, kind, period, until: until ?? '', reason: reason.trim() } })
  }
  return (
    <ActDialog
      typed={typed}
      title={t.grantTitle}
      okText={t.grant}
      note={t.grantNote}
      running={grant.isPending}
      error={grant.error}
      blocked={!view.data || locked.length > 0 ? null : elsewhere.length > 0 ? t.lockedElsewhere : t.nothingLocked}
      missing={[
        !filing && { field: 'period', label: t.lockedFiling, says: t.chooseLocked },
        until === null && { field: 'until', label: t.until, says: t.untilMissing },
        reason.trim() === '' && { field: 'reason', label: t.reason, says: t.reasonMissing },
      ]}
      onOk={confirm}
      onAsk={confirm}
      onCancel={onClose}
    >
      {elsewhere.map((one) => (
        <p key={keyText(one)} className="soft">
          <strong>{`${one.unitName} · ${dutyText(one)} · ${one.batchName}`}</strong> {say(one.grant?.because)}
        </p>
      ))}
      {isLong ? (
        <Field label={t.unit} name="unitId" hint={t.narrowByUnit}>
          {(bind) => <UnitSelect bind={bind} within={{}} value={unit} onChange={setUnit} />}
        </Field>
      ) : null}
      {view.data && locked.length === 0 ? null : (
        <>
          <Field label={t.lockedFiling} name="period" required error={told.period}>
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
          <Field label={t.until} name="until" required hint={t.untilHelp(mostExceptionDays)} error={told.until}>
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
          <Field label={t.reason} name="reason" required error={told.reason}>
            {(bind) => (
              <ProseInput
                {...bind}
                rows={3}
                most={500}
                showCount
                value={reason}
                onChange={(text) => change({ reason: text })}
              />
            )}
          </Field>
        </>
      )}
    </ActDialog>
  )
}
