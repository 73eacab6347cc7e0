import { Input } from 'antd'
import type { Minute } from '../shared/dates.ts'
import { readMinuteWithin } from './grid-cell.ts'
import { useTypedValue } from './typed-texts.tsx'

type MinuteInputProps = {
  id?: string
  value?: Minute | null
  onChange?: (minute: Minute | null) => void
  status?: 'error' | undefined
  /** First and last minute that it takes. */
  from?: Minute
  to?: Minute
  'aria-label'?: string
  'aria-describedby'?: string | undefined
  'aria-invalid'?: true | undefined
  'aria-required'?: true | undefined
}

/** A day with its time on the programme's clock, typed in any way people write one. What is none, or one that it does not take, stays as typed. */
export function MinuteInput({ value = null, onChange, from, to, ...rest }: MinuteInputProps) {
  const { text, put, leave } = useTypedValue<Minute>({
    value,
    read: (typed) => readMinuteWithin(typed, { from, to }),
    write: (minute) => minute,
    onChange,
  })
  return (
    <Input
      {...rest}
      placeholder="YYYY-MM-DD HH:mm"
      className="minute-input number"
      value={text}
      onChange={(event) => put(event.target.value)}
      onBlur={leave}
      onPressEnter={leave}
    />
  )
}
