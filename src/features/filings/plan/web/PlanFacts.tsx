import { useWords } from '../../../../ui/language.tsx'
import { Money } from '../../../../ui/Values.tsx'
import type { FilingView } from '../../course/contract.ts'
import { words } from '../words.ts'
import { awardOf } from './plan-view.ts'

export function PlanFacts({ filing }: { filing: FilingView }) {
  const t = useWords(words)
  return (
    <span>
      {t.award} <Money fen={awardOf(filing)} />
    </span>
  )
}
