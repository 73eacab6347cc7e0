import { CalendarOutlined } from '@ant-design/icons'
import { Calendar, Input, Popover } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import type { Day } from '../shared/dates.ts'
import { readDayWithin } from './grid-cell.ts'
import { useWords } from './language.tsx'
import { useTypedValue } from './typed-texts.tsx'
import { useIsPhone } from './use-media.ts'
import { words } from './words.ts'

type DayInputProps = {
  id?: string
  value?: Day | null
  onChange?: (day: Day | null) => void
  disabled?: boolean
  status?: 'error' | undefined
  /** First and last day that it takes. */
  from?: Day
  to?: Day
  'aria-label'?: string
  'aria-describedby'?: string | undefined
  'aria-invalid'?: true | undefined
  'aria-required'?: true | undefined
}

/** A calendar day, typed or chosen; on a phone by its own calendar. What is no day, or one that it does not take, stays as typed. */
export function DayInput({ value = null, onChange, from, to, ...rest }: DayInputProps) {
  const phone = useIsPhone()
  const t = useWords(words)
  const [open, setOpen] = useState(false)
  const { text, kept, put, leave } = useTypedValue<Day>({
    value,
    read: (typed) => readDayWithin(typed, { from, to }),
    write: (day) => day,
    onChange,
  })
  // The phone's own calendar cannot show what is no day.
  if (phone && (kept === undefined || kept.problem === 'outOfRange')) {
    return (
      <Input {...rest} type="date" min={from} max={to} value={text} onChange={(event) => put(event.target.value)} />
    )
  }
  const calendar = (
    <Calendar
      fullscreen={false}
      value={dayjs(value ?? to ?? undefined)}
      disabledDate={(day) => {
        const shown = day.format('YYYY-MM-DD')
        return (from !== undefined && shown < from) || (to !== undefined && shown > to)
      }}
      onSelect={(day, { source }) => {
        if (source !== 'date') return
        put(day.format('YYYY-MM-DD'))
        leave()
        setOpen(false)
      }}
    />
  )
  return (
    <Input
      {...rest}
      placeholder="YYYY-MM-DD"
      className="day-input"
      value={text}
      onChange={(event) => put(event.target.value)}
      onBlur={leave}
      onPressEnter={leave}
      suffix={
        <Popover
          trigger="click"
          open={open}
          onOpenChange={setOpen}
          content={<div className="day-calendar">{calendar}</div>}
          destroyOnHidden
        >
          <button type="button" className="day-button" aria-label={t.openCalendar} disabled={rest.disabled}>
            <CalendarOutlined aria-hidden />
          </button>
        </Popover>
      }
    />
  )
}
