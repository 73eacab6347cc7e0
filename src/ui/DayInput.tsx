import { DatePicker, Input } from 'antd'
import dayjs from 'dayjs'
import type { Day } from '../shared/dates.ts'
import { useIsPhone } from './use-media.ts'

type DayInputProps = {
  id?: string
  value?: Day | null
  onChange?: (day: Day | null) => void
  disabled?: boolean
  status?: 'error' | undefined
  /** First and last day that can be chosen. */
  from?: Day
  to?: Day
  'aria-describedby'?: string | undefined
  'aria-invalid'?: true | undefined
  'aria-required'?: true | undefined
}

/** A calendar day; on a phone the phone's own calendar. */
export function DayInput({ value = null, onChange, from, to, ...rest }: DayInputProps) {
  const phone = useIsPhone()
  if (phone) {
    return (
      <Input
        {...rest}
        type="date"
        min={from}
        max={to}
        value={value ?? ''}
        onChange={(event) => onChange?.(event.target.value || null)}
      />
    )
  }
  return (
    <DatePicker
      {...rest}
      style={{ width: '100%' }}
      format={['YYYY-MM-DD', 'YYYY/M/D', 'YYYY.M.D', 'YYYYMMDD']}
      value={value ? dayjs(value) : null}
      minDate={from ? dayjs(from) : undefined}
      maxDate={to ? dayjs(to) : undefined}
      onChange={(day) => onChange?.(day ? day.format('YYYY-MM-DD') : null)}
    />
  )
}
