import { ClockCircleOutlined, ExclamationCircleOutlined, WarningOutlined } from '@ant-design/icons'
import { useEffect, useMemo, useState } from 'react'
import { useWords } from '../../../../ui/language.tsx'
import { instantText } from '../../../../ui/Values.tsx'
import { words } from '../words.ts'

const often = 15_000
const hurry = 60 * 60_000

/** The server's time, running on from the last answer. */
export function useServerTime(now: string | undefined): number {
  const ahead = useMemo(() => (now === undefined ? 0 : Date.parse(now) - Date.now()), [now])
  const [at, setAt] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setAt(Date.now()), often)
    return () => clearInterval(timer)
  }, [])
  return Math.max(at + ahead, now === undefined ? 0 : Date.parse(now))
}

/** How long there is still, or by how long it is over, in words beside the instant. */
export function DueAt({ at, now }: { at: string | null; now: number }) {
  const t = useWords(words)
  if (at === null) return <span className="faint">—</span>
  const left = Date.parse(at) - now
  const all = Math.ceil(Math.abs(left) / 60_000)
  const parts = [Math.floor(all / 1440), Math.floor((all % 1440) / 60), all % 60] as const
  const tone = left < 0 ? 'bad' : left < hurry ? 'warning' : 'neutral'
  const icon = { bad: <ExclamationCircleOutlined />, warning: <WarningOutlined />, neutral: <ClockCircleOutlined /> }
  return (
    <span className={`due due-${tone}`}>
      <span aria-hidden>{icon[tone]}</span> {left < 0 ? t.over(...parts) : t.left(...parts)}{' '}
      <time dateTime={at} className="nowrap">
        {t.dueBy(instantText(at))}
      </time>
    </span>
  )
}
