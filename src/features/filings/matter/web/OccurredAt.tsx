import { matterFieldNames } from '../../../../policy/plan/matter.ts'
import { instantOf, minuteOf } from '../../../../shared/dates.ts'
import { Field } from '../../../../ui/Field.tsx'
import { useText } from '../../../../ui/language.tsx'
import { MinuteInput } from '../../../../ui/MinuteInput.tsx'

type OccurredAtProps = {
  /** An ISO instant; null while none is typed. */
  value: string | null
  onChange: (instant: string | null) => void
  error?: string | undefined
}

/** When a matter occurred, to the minute: its clock starts there. */
export function OccurredAt({ value, onChange, error }: OccurredAtProps) {
  const say = useText()
  return (
    <Field label={say(matterFieldNames.occurredAt)} name="report.occurredAt" required error={error ?? ''}>
      {(bind) => (
        <MinuteInput
          {...bind}
          value={value && minuteOf(new Date(value))}
          to={minuteOf(new Date())}
          onChange={(minute) => onChange(minute && instantOf(minute).toISOString())}
        />
      )}
    </Field>
  )
}
