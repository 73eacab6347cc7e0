import type { JudgedBand, Primitive, ShareBand } from '../editions/evaluation-rules.ts'
import type { IndicatorDirection } from '../editions/rule-terms.ts'
import type { ItemFacts, TargetFact } from './facts.ts'
import {
  compare,
  exact,
  hundred,
  least,
  minus,
  most,
  nought,
  one,
  over,
  percentOf,
  plus,
  type Rational,
  times,
  wholeOf,
} from './rational.ts'

type Of<K extends Primitive['kind']> = Extract<Primitive, { readonly kind: K }>
type FactsOf<K extends Primitive['kind']> = Extract<ItemFacts, { readonly kind: K }>

/** The points of a primitive before rounding; null where its facts leave nothing to score. Each is pure and exact. */

/** How far a figure has come: 1 at its target. A target of nothing has nothing to come to: null. */
export function ratioOf(actual: Rational, target: Rational, direction: IndicatorDirection): Rational | null {
  if (compare(target, nought) <= 0) return null
  if (direction !== 'at-most') return most(nought, over(actual, target))
  return compare(actual, nought) <= 0 ? null : over(target, actual)
}

export function ratio({ direction, lidPercent }: Of<'ratio'>, facts: FactsOf<'ratio'>, points: Rational) {
  const lid = percentOf(lidPercent, points)
  const [actual, target] = [exact(facts.actual), exact(facts.target)]
  if (compare(target, nought) <= 0) return null
  const come = ratioOf(actual, target, direction)
  // Nothing of what should be little is as good as it gets.
  return come === null ? lid : least(lid, times(come, points))
}

/** A target with how far it has come, up to 1; null where it drops out. */
export function targetShare({ actual, target, direction }: TargetFact): Rational | null {
  if (actual === null || target <= 0) return null
  const come = ratioOf(exact(actual), exact(target), direction)
  return come === null ? one : least(one, come)
}

export function targets(facts: FactsOf<'targets'>, points: Rational): Rational | null {
  let [won, whole] = [nought, nought]
  for (const target of facts.targets) {
    const share = targetShare(target)
    if (share === null) continue
    const weight = exact(target.weight)
    won = plus(won, times(weight, share))
    whole = plus(whole, weight)
  }
  return whole.num === 0n ? null : times(over(won, whole), points)
}

/** Percent off the plan, and the steps of it that count. */
export function stepsOff(rule: Of<'step-down'>, { done, plan }: FactsOf<'step-down'>) {
  const [is, should] = [exact(done), exact(plan)]
  const by = over(times(minus(is, should), hundred), should)
  const short = most(nought, minus(nought, by))
  const above = most(nought, by)
  const off = rule.off === 'short' ? short : rule.off === 'over' ? above : most(short, above)
  return { off, steps: wholeOf(over(off, exact(rule.perPercent)), rule.steps === 'begun') }
}

export function stepDown(rule: Of<'step-down'>, facts: FactsOf<'step-down'>, points: Rational): Rational | null {
  if (facts.plan <= 0) return null
  const { steps } = stepsOff(rule, facts)
  return most(nought, minus(points, times(steps, exact(rule.points))))
}

/** Percent above the base, and the steps of it that count. */
export function stepsAbove(rule: Of<'base-plus'>, { done, base }: FactsOf<'base-plus'>) {
  const [is, was] = [exact(done), exact(base)]
  const above = most(nought, over(times(minus(is, was), hundred), was))
  return { above, steps: wholeOf(over(above, exact(rule.perPercent)), rule.steps === 'begun') }
}

export function basePlus(rule: Of<'base-plus'>, facts: FactsOf<'base-plus'>, points: Rational): Rational | null {
  if (facts.base <= 0) return null
  const [is, was] = [exact(facts.done), exact(facts.base)]
  const share = percentOf(rule.sharePercent, points)
  if (compare(is, was) < 0) return rule.below === 'nothing' ? nought : times(share, most(nought, over(is, was)))
  const { steps } = stepsAbove(rule, facts)
  return least(percentOf(rule.lidPercent, points), plus(share, times(steps, exact(rule.points))))
}

export function checklist({ elements }: Of<'checklist'>, { proofs }: FactsOf<'checklist'>): Rational {
  return elements.reduce((sum, { id, points }) => ((proofs[id] ?? 0) > 0 ? plus(sum, exact(points)) : sum), nought)
}

export function accumulated({ sources }: Of<'accumulate'>, { counts }: FactsOf<'accumulate'>): Rational {
  return sources.reduce((sum, { id, each }) => plus(sum, times(exact(each), exact(counts[id] ?? 0))), nought)
}

export function accumulate(rule: Of<'accumulate'>, facts: FactsOf<'accumulate'>, points: Rational): Rational {
  const full = exact(rule.full)
  return over(times(least(full, accumulated(rule, facts)), points), full)
}

/** The band that a figure lies in; a checked form has one for every figure. */
export function bandOf({ bands }: Of<'bands'>, figure: number): ShareBand {
  const found = bands.find(({ from, to }) => (from === null || from <= figure) && (to === null || figure < to))
  if (!found) throw new Error(`no band holds ${figure}`)
  return found
}

/** The band that was named. @throws Error when there is none, or the share lies outside it: the act refuses that before */
export function judgedBand({ bands }: Of<'judged'>, { band, percent }: FactsOf<'judged'>): JudgedBand {
  const found = bands.find(({ id }) => id === band)
  if (!found) throw new Error(`no band ${band}`)
  if (!(found.minPercent <= percent && percent <= found.maxPercent)) throw new Error(`${percent} lies outside ${band}`)
  return found
}

export function perCase({ off }: Of<'per-case'>, { cases }: FactsOf<'per-case'>, points: Rational): Rational {
  return most(nought, minus(points, times(exact(off), exact(cases.length))))
}
