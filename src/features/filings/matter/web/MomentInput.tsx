import { Input } from 'antd'
import { useState } from 'react'
import { matterFieldNames } from '../../../../policy/plan/matter.ts'
import { dayOf } from '../../../../shared/dates.ts'
import { DayInput } from '../../../../ui/DayInput.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { instantText } from '../../../../ui/Values.tsx'
import { words } from '../words.ts'

type MomentInputProps = { value: string; onChange: (instant: string) => void; error?: string | undefined }

/** A moment in the programme's zone: its day and the time on it. */
export function MomentInput({ value, onChange, error }: MomentInputProps) {
  const t = useWords(words)
  const say = useText()
  const day = dayOf(new Date(value))
  const [time, setTime] = useState(() => instantText(value).slice(11, 16))
  const put = (on: string, at: string) => {
    setTime(at)
    const moment = new Date(`${on}T${at}:00+08:00`)
    if (!Number.isNaN(moment.getTime())) onChange(moment.toISOString())
  }
  return (
    <div className="field-row">
      <Field
        label={`${say(matterFieldNames.occurredAt)} · ${t.day}`}
        name="report.occurredAt"
        required
        error={error ?? ''}
      >
        {(bind) => (
          <DayInput {...bind} value={day} to={dayOf(new Date())} onChange={(next) => next && put(next, time)} />
        )}
      </Field>
      <Field label={t.time} required>
        {(bind) => <Input {...bind} type="time" value={time} onChange={(event) => put(day, event.target.value)} />}
      </Field>
    </div>
  )
}
