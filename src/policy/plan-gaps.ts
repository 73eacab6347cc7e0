import type { Fen } from '../shared/money.ts'
import type { Edition } from './edition.ts'
import type { PlanContent } from './plan.ts'
import type { Gap } from './plan-gap.ts'
import { agencyGaps } from './plan-gaps-agencies.ts'
import { enterpriseGaps, targetGaps } from './plan-gaps-baseline.ts'
import { fundLineGaps } from './plan-gaps-funds.ts'
import { controlGaps, serviceGaps } from './plan-gaps-services.ts'

/** What a plan is held against. */
export type PlanFacts = {
  readonly awardFen: Fen
  readonly edition: Edition
  readonly firstYear: number
  readonly park: { readonly uscc: string }
}

/** Everything that is wrong with a plan, all at once, in the order of its sections (G3.1, G3.2, G3.3, G4.4). */
export function planGaps(content: PlanContent, facts: PlanFacts): Gap[] {
  return [
    ...serviceGaps(content, facts),
    ...agencyGaps(content, facts),
    ...fundLineGaps(content, facts),
    ...controlGaps(content),
    ...targetGaps(content, facts),
    ...enterpriseGaps(content),
  ]
}
