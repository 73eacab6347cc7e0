import type { Refusal } from '../../shared/refusal.ts'
import type { Edition } from '../editions/edition.ts'
import { clauseIn } from '../editions/edition-clauses.ts'
import { allRefusals, type RefusalCode, refuse } from '../guide/refuse.ts'
import { changesBetween } from './changes.ts'
import { emptyPlan, type PlanContent } from './plan.ts'
import { repeatedRows } from './plan-gaps.ts'
import { agencyGaps } from './plan-gaps-agencies.ts'
import { enterpriseGaps } from './plan-gaps-baseline.ts'
import { leftInUse, type RegisterUse, turnedRows } from './register-rows.ts'

/** Whom standing service serves, by whom and with what (G6.1). */
export type StandingLists = Pick<PlanContent, 'enterprises' | 'agencies'>

/** Lists as the plan that a version of standing service holds: no money, no targets. */
export function planOfLists({ enterprises, agencies }: StandingLists): PlanContent {
  return { ...emptyPlan(), enterprises, agencies }
}

/** What a plan is held to because its services are paid from an award and counted: lists may begin empty, and no firm is too large. */
const ofAward: readonly RefusalCode[] = ['plan.part-missing', 'plan.no-enterprises', 'plan.enterprise-too-large']

type ListFacts = {
  readonly edition: Edition
  readonly park: { readonly uscc: string }
  /** The version in force. */
  readonly inForce: { readonly no: number; readonly content: PlanContent }
  /** The version that the change was made against. */
  readonly basedOn: number
  readonly use: RegisterUse
}

/**
 * Why the lists of standing service cannot be changed so (G6.1): rows are complete and sound as in a plan (G3.1, G3.3), a row stays
 * what it is, and nothing leaves that a service still stands on. Nobody approves it, because nothing is paid or counted.
 */
export function changeLists(lists: StandingLists, { edition, park, inForce, basedOn, use }: ListFacts): Refusal | null {
  if (basedOn !== inForce.no) return refuse('standing.lists-stale', 'G6.1', { no: inForce.no })
  const content = planOfLists(lists)
  if (changesBetween(inForce.content, content).length === 0) return refuse('standing.lists-unchanged', 'G6.1')
  const gaps = [...agencyGaps(content, { edition, park }), ...enterpriseGaps(content), ...repeatedRows(content)]
  return allRefusals(
    ...turnedRows(inForce.content, content).map((field) => refuse('standing.row-turned', 'G6.1', {}, field)),
    ...leftInUse(inForce.content, content, use).map(({ path, name, count }) =>
      refuse('standing.row-in-use', 'G6.1', { name, count }, path),
    ),
    ...gaps
      .filter(({ severity, code }) => severity === 'error' && !ofAward.includes(code))
      .map(({ section, field, code, clause, facts }) =>
        refuse(code, clauseIn(edition, clause), facts, field === '' ? section : `${section}.${field}`),
      ),
  )
}
