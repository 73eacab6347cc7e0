import { Input } from 'antd'
import { useState } from 'react'
import { matterFieldNames } from '../../../../policy/plan/matter.ts'
import { type Day, dayOf } from '../../../../shared/dates.ts'
import { DayInput } from '../../../../ui/DayInput.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { instantText } from '../../../../ui/Values.tsx'
import { words } from '../words.ts'

type MomentInputProps = {
  /** An ISO instant; null while it is not whole. */
  value: string | null
  onChange: (instant: string | null) => void
  error?: string | undefined
}

type Parts = { readonly day: Day | null; readonly time: string }

/** A moment in the programme's zone: its day and the time on it. */
export function MomentInput({ value, onChange, error }: MomentInputProps) {
  const t = useWords(words)
  const say = useText()
  // While one part is empty the other stands here.
  const [open, setOpen] = useState<Parts | null>(null)
  const { day, time } = open ?? partsOf(value)
  const put = (parts: Parts) => {
    const moment = new Date(`${parts.day}T${parts.time}:00+08:00`)
    const isWhole = parts.day !== null && !Number.isNaN(moment.getTime())
    setOpen(isWhole ? null : parts)
    onChange(isWhole ? moment.toISOString() : null)
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
          <DayInput {...bind} value={day} to={dayOf(new Date())} onChange={(next) => put({ day: next, time })} />
        )}
      </Field>
      <Field label={t.time} name="report.time" required>
        {(bind) => (
          <Input {...bind} type="time" value={time} onChange={(event) => put({ day, time: event.target.value })} />
        )}
      </Field>
    </div>
  )
}

function partsOf(value: string | null): Parts {
  return value === null
    ? { day: null, time: '' }
    : { day: dayOf(new Date(value)), time: instantText(value).slice(11, 16) }
}
