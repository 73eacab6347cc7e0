import { type Fen, formatYuan, isFen } from '../shared/money.ts'
import type { Refusal } from '../shared/refusal.ts'
import { type Edition, isExcluded } from './edition.ts'
import { refuse } from './refuse.ts'

/** Whether a park of this division may become a pilot with this award (G0). */
export function admitPilot(
  edition: Edition,
  given: { readonly divisionCode: string; readonly awardFen: Fen },
): Refusal | null {
  if (isExcluded(edition, given.divisionCode)) return refuse('funds.division-excluded', 'G0', {}, 'parkId')
  if (!isFen(given.awardFen) || given.awardFen <= 0 || given.awardFen > edition.maxAwardFen) {
    return refuse('funds.award-out-of-range', 'G4.2', { max: formatYuan(edition.maxAwardFen) }, 'awardFen')
  }
  return null
}
