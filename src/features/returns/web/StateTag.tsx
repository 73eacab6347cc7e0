import { cadenceWords } from '../../../policy/cadence-words.ts'
import { type ReturnState, returnStateNames } from '../../../policy/returns.ts'
import type { Cadence } from '../../../shared/periods.ts'
import { useText, useWords } from '../../../ui/language.tsx'
import { DueDate, StatusTag, type Tone } from '../../../ui/Values.tsx'
import type { OwedReturn } from '../contract.ts'
import { words } from '../words.ts'

const tones: Readonly<Record<OwedReturn['state'], Tone>> = {
  coming: 'neutral',
  owed: 'warning',
  open: 'active',
  submitted: 'warning',
  accepted: 'good',
  recorded: 'good',
}

type StateTagProps = { state: OwedReturn['state']; cadence: Cadence }

export function StateTag({ state, cadence }: StateTagProps) {
  const t = useWords(words)
  const say = useText()
  const text =
    state === 'coming'
      ? say(cadenceWords[cadence].notOver)
      : state === 'owed'
        ? t.owed
        : say(returnStateNames[state satisfies ReturnState])
  return <StatusTag tone={tones[state]}>{text}</StatusTag>
}

/** In time, late, or how many days are left; late is told, never hidden. */
export function InTime({ of, today }: { of: Pick<OwedReturn, 'timeliness' | 'dueOn'>; today: string }) {
  const t = useWords(words)
  const { state, days } = of.timeliness
  if (state === 'on-time') return <StatusTag tone="good">{t.onTime}</StatusTag>
  if (state === 'late') return <StatusTag tone="bad">{t.lateBy(days)}</StatusTag>
  return <DueDate day={of.dueOn} today={today} wordsOnly />
}
