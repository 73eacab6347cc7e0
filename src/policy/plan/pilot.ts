import { type Fen, formatYuan, isFen } from '../../shared/money.ts'
import type { Refusal } from '../../shared/refusal.ts'
import { type Edition, isExcluded } from '../editions/edition.ts'
import { allRefusals, refuse } from '../guide/refuse.ts'

/** Whether a park of this division may become a pilot with this award (G0). */
export function admitPilot(
  edition: Edition,
  given: { readonly divisionCode: string; readonly awardFen: Fen },
): Refusal | null {
  const excluded = isExcluded(edition, given.divisionCode)
  return allRefusals(
    excluded ? refuse('funds.division-excluded', edition.excludedDivisions.clause, {}, 'parkId') : null,
    checkAward(edition, given.awardFen),
  )
}

/** Whether the edition knows an award of that sum (G0). */
export function checkAward(edition: Edition, awardFen: Fen): Refusal | null {
  const { awards } = edition
  if (awards.by === 'tiers' && !awards.tiersFen.includes(awardFen)) {
    const tiers = awards.tiersFen.map((fen) => formatYuan(fen)).join('、')
    return refuse('funds.award-outside-tiers', awards.clause, { tiers }, 'awardFen')
  }
  if (!isFen(awardFen) || awardFen <= 0 || awardFen > mostAward(edition)) {
    return refuse('funds.award-out-of-range', awards.clause, { max: formatYuan(mostAward(edition)) }, 'awardFen')
  }
  return null
}

/** First years that a batch may have. */
export const batchYears = { min: 2020, max: 2100 } as const

/** The most a park of this edition may be given, in fen. */
export function mostAward({ awards }: Edition): Fen {
  return awards.by === 'cap' ? awards.maxFen : Math.max(...awards.tiersFen)
}

/** The longest division code on a unit's path; a zone has none of its own and counts with the division above it. */
export function divisionOf(scope: string): string {
  return scope.split('/').findLast((step) => /^\d{2,6}$/.test(step)) ?? ''
}
