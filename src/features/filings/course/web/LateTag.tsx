import { filedLateText, standingNames } from '../../../../policy/calendar/deadlines.ts'
import { useText } from '../../../../ui/language.tsx'
import { StatusTag, type Tone } from '../../../../ui/Values.tsx'
import type { OwedFiling } from '../contract.ts'

const tones: Partial<Record<OwedFiling['standing']['state'], Tone>> = {
  late: 'warning',
  overdue: 'bad',
  locked: 'bad',
  exempted: 'warning',
}

/** That something is late; by how many days where the due day no longer counts on. Nothing while it is in time. */
export function LateTag({ standing: { state, days } }: Pick<OwedFiling, 'standing'>) {
  const say = useText()
  const tone = tones[state]
  if (!tone) return null
  return <StatusTag tone={tone}>{say(state === 'late' ? filedLateText(days) : standingNames[state])}</StatusTag>
}
