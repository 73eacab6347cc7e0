import type { Fen } from '../shared/money.ts'
import type { Facts } from '../shared/refusal.ts'
import type { Text } from '../shared/words.ts'
import type { Clause } from './clauses.ts'
import type { Edition } from './edition.ts'
import type { Grade, TrancheCondition } from './edition-rules.ts'
import { both, type RefusalCode, refusalText } from './refuse.ts'

/** What a gate looks at. `releasedFen`: all released before this tranche. `evaluation`: the mid-term result, once there is one. */
export type TrancheFacts = {
  readonly planApproved: boolean
  readonly mechanismReady: boolean
  readonly enterprisesDiagnosed: { readonly done: number; readonly all: number }
  readonly servicesUnderWay: number
  readonly evaluation: { readonly grade: Grade; readonly rectified: boolean } | null
  readonly releasedFen: Fen
  readonly awardFen: Fen
  readonly previousReceived: boolean
}

/** One thing that is still missing, in words. `condition`: the one it belongs to; null when nothing is left, or for a warning. */
export type Missing = {
  readonly condition: TrancheCondition | null
  readonly code: RefusalCode
  readonly clause: Clause
  readonly facts: Facts
  readonly text: Text
}

export function missing(
  condition: TrancheCondition | null,
  code: RefusalCode,
  clause: Clause,
  facts: Facts = {},
): Missing {
  return { condition, code, clause, facts, text: refusalText({ code, facts }) }
}

/** What stands between the facts and a condition of the edition; null when it is met (G4.2, G5.3). */
export function unmet(
  edition: Edition,
  condition: TrancheCondition,
  clause: Clause,
  facts: TrancheFacts,
): Missing | null {
  const say = (code: RefusalCode, values: Facts = {}) => missing(condition, code, clause, values)
  switch (condition) {
    case 'plan-approved':
      return facts.planApproved ? null : say('funds.plan-not-approved')
    case 'previous-received':
      return facts.previousReceived ? null : say('funds.previous-not-received')
    case 'mechanism-ready':
      return facts.mechanismReady ? null : say('funds.mechanism-not-ready')
    case 'enterprises-diagnosed': {
      const { done, all } = facts.enterprisesDiagnosed
      return all > 0 && done >= all ? null : say('funds.enterprises-not-diagnosed', { done, all })
    }
    case 'services-under-way':
      return facts.servicesUnderWay > 0 ? null : say('funds.no-service-under-way')
    case 'evaluation-done':
      return unevaluated(edition, clause, facts)
  }
}

function unevaluated(edition: Edition, clause: Clause, { evaluation }: TrancheFacts): Missing | null {
  const say = (code: RefusalCode, facts: Facts = {}) => missing('evaluation-done', code, clause, facts)
  if (!evaluation) return say('funds.no-evaluation')
  const grade = edition.grades.find((row) => row.grade === evaluation.grade)
  if (!grade) return say('funds.no-evaluation')
  if (grade.releasePercent.max === 0) return say('funds.grade-closes', both('grade', grade))
  if (grade.afterRectification && !evaluation.rectified) {
    return say('funds.not-rectified', both('grade', grade))
  }
  return null
}
