import { type Fen, formatYuan } from '../../../../shared/money.ts'
import { useWords } from '../../../../ui/language.tsx'
import type { TrancheView } from '../contract.ts'
import { cardWords } from './card-words.ts'

/** What the county itself planned for a tranche against what is asked (G4.1); nothing while no plan is on record. */
export function PlanComparison({ planned, askedFen }: { planned: TrancheView['planned']; askedFen: Fen | null }) {
  const t = useWords(cardWords)
  if (!planned) return null
  const more = askedFen === null ? 0 : askedFen - planned.amountFen
  const off = more > 0 ? t.morePlanned(formatYuan(more)) : t.lessPlanned(formatYuan(-more))
  return (
    <p className="plan-comparison">
      {t.plannedFor(formatYuan(planned.amountFen), planned.plannedOn)}
      {askedFen === null ? null : (
        <>
          {' · '}
          {t.askedFor(formatYuan(askedFen))}
          {' · '}
          <span className={more === 0 ? 'is-planned' : 'is-off-plan'}>{more === 0 ? t.asPlanned : off}</span>
        </>
      )}{' '}
      <span className="clause">{planned.clause}</span>
    </p>
  )
}
