import type { TrancheRule } from '../../../policy/editions/edition-rules.ts'
import { bureaus, judgmentClause } from '../../../policy/money/tranche-judgments.ts'
import type { TrancheView } from './contract.ts'
import type { GateView } from './gate-views.ts'
import { judgedFacts } from './judge-tranche.ts'
import type { JudgmentRow } from './judgment-store.ts'
import { type Names, signed } from './tranche-hands.ts'

type Sums = { readonly committedFen: number; readonly spentFen: number }

/** Both bureaus' words as they stand and, `earlier`, as they were, beside what the records say; null where none is asked for. */
export function judgingOf(
  rule: TrancheRule,
  { facts, judgments }: GateView,
  earlier: readonly JudgmentRow[],
  sums: Sums,
  names: Names,
): TrancheView['judging'] {
  const clause = judgmentClause(rule)
  if (!clause) return null
  const words = bureaus.map((bureau) => {
    const row = judgments.find((one) => one.bureau === bureau)
    const before = earlier.filter((one) => one.bureau === bureau).map((one) => wordOf(one, names))
    if (!row) return { bureau, underWay: null, reason: '', given: null, earlier: before }
    return { bureau, ...wordOf(row, names), earlier: before }
  })
  return { clause, facts: judgedFacts(facts, sums), judgments: words }
}

function wordOf({ underWay, reason, by, givenAt, preparedBy = null }: JudgmentRow, names: Names) {
  return { underWay, reason, given: signed(by, givenAt, preparedBy, names) }
}
