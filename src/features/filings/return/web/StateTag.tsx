import { filedLateText } from '../../../../policy/calendar/deadlines.ts'
import { cadenceWords } from '../../../../policy/returns/cadence-words.ts'
import type { Cadence } from '../../../../shared/periods.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { DueDate, StatusTag, type Tone } from '../../../../ui/Values.tsx'
import { stateTones } from '../../course/web/public.ts'
import type { OwedReturn } from '../contract.ts'
import { stateWords, words } from '../words.ts'

type State = OwedReturn['state']

const tones: Readonly<Record<State, Tone>> = { ...stateTones, coming: 'neutral', owed: 'warning' }

/** Where the table of a period stands, in the words of the table. */
export function TableState({ state, cadence }: { state: State; cadence?: Cadence }) {
  const t = useWords(stateWords)
  const say = useText()
  const text = state === 'coming' && cadence ? say(cadenceWords[cadence].notOver) : t[state]
  return <StatusTag tone={tones[state]}>{text}</StatusTag>
}

/** In time, late, or how many days are left; late is told, never hidden. */
export function InTime({ of, today }: { of: Pick<OwedReturn, 'standing' | 'dueOn'>; today: string }) {
  const t = useWords(words)
  const say = useText()
  const { state, days } = of.standing
  if (state === 'on-time') return <StatusTag tone="good">{t.onTime}</StatusTag>
  if (state === 'late') return <StatusTag tone="bad">{say(filedLateText(days))}</StatusTag>
  return <DueDate day={of.dueOn} today={today} wordsOnly />
}
