import { type Day, dayOf, daysBetween } from '../../../../shared/dates.ts'
import { type Fen, formatYuan } from '../../../../shared/money.ts'
import { useWords } from '../../../../ui/language.tsx'
import type { TrancheView } from '../contract.ts'
import { cardWords } from './card-words.ts'

type PlanComparisonProps = {
  planned: TrancheView['planned']
  askedFen: Fen | null
  /** The day it was paid; before that, today counts once the planned day is past. */
  paidOn?: Day | null
}

/** What the county itself planned for a tranche against what is asked and paid (G4.1); nothing while no plan is on record. */
export function PlanComparison({ planned, askedFen, paidOn = null }: PlanComparisonProps) {
  const t = useWords(cardWords)
  if (!planned) return null
  const more = askedFen === null ? 0 : askedFen - planned.amountFen
  const late = lateBy(planned.plannedOn, paidOn)
  const amount =
    more === 0 ? t.amountAsPlanned : more > 0 ? t.morePlanned(formatYuan(more)) : t.lessPlanned(formatYuan(-more))
  const day =
    late > 0
      ? paidOn === null
        ? t.overduePlanned(late)
        : t.laterThanPlanned(paidOn, late)
      : t.earlierThanPlanned(paidOn ?? '', -late)
  return (
    <p className="plan-comparison">
      {t.plannedFor(formatYuan(planned.amountFen), planned.plannedOn)}
      {askedFen === null ? null : (
        <>
          {' · '}
          {t.askedFor(formatYuan(askedFen))}
          {' · '}
          {more === 0 && late === 0 ? (
            <span className="is-planned">{t.asPlanned}</span>
          ) : (
            <>
              <span className={more === 0 ? 'is-planned' : 'is-off-plan'}>{amount}</span>
              {late === 0 ? null : (
                <>
                  {' · '}
                  <span className="is-off-plan">{day}</span>
                </>
              )}
            </>
          )}
        </>
      )}{' '}
      <span className="clause">{planned.clause}</span>
    </p>
  )
}

/** Days after the planned one; below zero before it; zero while it is still to come. */
function lateBy(plannedOn: Day, paidOn: Day | null): number {
  const late = daysBetween(plannedOn, paidOn ?? dayOf(new Date()))
  return paidOn === null ? Math.max(0, late) : late
}
