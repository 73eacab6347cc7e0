import type { Fen } from '../../shared/money.ts'
import type { Edition } from '../editions/edition.ts'
import { clauseIn } from '../editions/edition-clauses.ts'
import { type OtherPilot, otherPilotGaps } from './other-pilots.ts'
import { type PlanContent, planSections } from './plan.ts'
import { type Gap, gapList, repeated } from './plan-gap.ts'
import { acrossGaps } from './plan-gaps-across.ts'
import { agencyGaps } from './plan-gaps-agencies.ts'
import { enterpriseGaps, targetGaps } from './plan-gaps-baseline.ts'
import { doubtGaps } from './plan-gaps-doubts.ts'
import { fundLineGaps } from './plan-gaps-funds.ts'
import { controlGaps, serviceGaps } from './plan-gaps-services.ts'
import { planLists, rowsOf } from './plan-tables.ts'

/** What a plan is held against. */
export type PlanFacts = {
  readonly awardFen: Fen
  readonly edition: Edition
  readonly firstYear: number
  readonly park: { readonly uscc: string }
  /** Its enterprises that stand in another running pilot. */
  readonly elsewhere?: readonly OtherPilot[]
}

/**
 * Everything that is wrong with a plan, all at once, in the order of its sections (G3.1, G3.2, G3.3, G4.4, G5.5), each by the
 * number its clause bears in the pilot's edition.
 */
export function planGaps(content: PlanContent, facts: PlanFacts): Gap[] {
  return sectionGaps(content, facts).map((gap) => ({ ...gap, clause: clauseIn(facts.edition, gap.clause) }))
}

function sectionGaps(content: PlanContent, facts: PlanFacts): Gap[] {
  return [
    ...serviceGaps(content, facts),
    ...agencyGaps(content, facts),
    ...fundLineGaps(content, facts),
    ...controlGaps(content),
    ...targetGaps(content, facts),
    ...enterpriseGaps(content),
    ...otherPilotGaps(content.enterprises.rows, facts.elsewhere ?? []),
    ...acrossGaps(content, facts),
    ...doubtGaps(content, facts),
    ...repeatedRows(content),
  ]
}

/** A row is known by its id from version to version, so no two of a list may share one (G5.5). */
export function repeatedRows(content: PlanContent): Gap[] {
  return planSections.flatMap((section) => {
    const list = gapList(section)
    for (const { name } of planLists[section]) {
      const ids = rowsOf(content, section, name).map((row) => row.id)
      for (const i of repeated(ids)) list.error(`${name}.${i}`, 'plan.listed-twice', 'G5.5', { value: ids[i] ?? '' })
    }
    return list.gaps
  })
}
