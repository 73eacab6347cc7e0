import { type Fen, percentOf } from '../../shared/money.ts'
import type { Edition } from '../editions/edition.ts'
import type { Grade, TrancheRule } from '../editions/edition-rules.ts'
import type { Clause } from '../guide/clauses.ts'
import { leftToRelease } from './measures-sums.ts'

/** Least and most, in fen, both included. */
export type AmountRange = { readonly min: Fen; readonly max: Fen }

/** What each tranche may amount to before anything is released; each row leaves room for the least of those before it. */
export function tranchePlan(
  edition: Edition,
  awardFen: Fen,
): { readonly no: number; readonly amountFen: AmountRange; readonly clause: Clause }[] {
  let least = 0
  let most = 0
  return edition.tranches.map((rule) => {
    const left = awardFen - least
    const amountFen =
      rule.share === 'rest'
        ? { min: Math.max(0, awardFen - most), max: left }
        : shareRange(edition, rule, awardFen, left)
    least += amountFen.min
    most += amountFen.max
    return { no: rule.no, amountFen, clause: rule.clause }
  })
}

/** What a tranche may amount to now. The rest depends on the grade; without one it may be anything up to the rest (G5.3). */
export function amountRange(
  edition: Edition,
  rule: TrancheRule,
  facts: {
    readonly awardFen: Fen
    readonly releasedFen: Fen
    readonly deductedFen: Fen
    readonly grade: Grade | null
  },
): AmountRange {
  const left = leftToRelease(facts)
  if (rule.share !== 'rest') return shareRange(edition, rule, facts.awardFen, left)
  const grade = edition.grades.find((row) => row.grade === facts.grade)
  if (!grade) return { min: 0, max: left }
  return { min: atLeast(left, grade.releasePercent.min), max: percentOf(left, grade.releasePercent.max) }
}

/** A fixed share is rounded down to the fen, an open one up at its lower end; the highest share of all is whatever is left. */
function shareRange(edition: Edition, rule: TrancheRule, awardFen: Fen, leftFen: Fen): AmountRange {
  if (rule.share === 'rest') return { min: leftFen, max: leftFen }
  const { min, max } = rule.share
  if (min === max) {
    const exact = Math.min(percentOf(awardFen, min), leftFen)
    return { min: exact, max: exact }
  }
  const before = edition.tranches.filter((row) => row.no < rule.no)
  const leastBefore = before.reduce((sum, row) => sum + (row.share === 'rest' ? 0 : row.share.min), 0)
  const most = leastBefore + max >= 100 ? leftFen : Math.min(percentOf(awardFen, max), leftFen)
  return { min: Math.min(atLeast(awardFen, min), most), max: most }
}

/** `percent` of an amount, rounded up to the fen. */
function atLeast(amountFen: Fen, percent: number): Fen {
  return amountFen - percentOf(amountFen, 100 - percent)
}
