import { standingNames } from '../../../policy/deadlines.ts'
import { useText, useWords } from '../../../ui/language.tsx'
import { StatusTag, type Tone } from '../../../ui/Values.tsx'
import type { OwedFiling } from '../contract.ts'
import { words } from '../words.ts'

const tones: Partial<Record<OwedFiling['standing']['state'], Tone>> = {
  late: 'warning',
  overdue: 'bad',
  locked: 'bad',
  exempted: 'warning',
}

/** That something is late, and by how many days; nothing while it is not. */
export function LateTag({ standing: { state, days } }: Pick<OwedFiling, 'standing'>) {
  const t = useWords(words)
  const say = useText()
  const tone = tones[state]
  if (!tone) return null
  return (
    <StatusTag tone={tone}>
      {say(standingNames[state])} {t.lateBy(days)}
    </StatusTag>
  )
}
