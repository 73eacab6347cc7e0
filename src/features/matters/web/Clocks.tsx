import { ClockCircleOutlined } from '@ant-design/icons'
import { useWords } from '../../../ui/language.tsx'
import { StatusTag, type Tone } from '../../../ui/Values.tsx'
import type { MatterRow } from '../contract.ts'
import { words } from '../words.ts'

type ClockState = MatterRow['clock']['reported']

const tones: Readonly<Record<ClockState, Tone>> = { 'on-time': 'good', late: 'bad', running: 'active', overdue: 'bad' }

/** One clock in two words: what it is for, and how it stands. */
export function ClockTag({ name, state }: { name?: string; state: ClockState }) {
  const t = useWords(words)
  return (
    <StatusTag tone={tones[state]}>
      <ClockCircleOutlined aria-hidden /> {name ? `${name} ` : ''}
      {t[state]}
    </StatusTag>
  )
}
