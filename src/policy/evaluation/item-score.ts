import type { Text } from '../../shared/words.ts'
import type { EvaluationItem } from '../editions/evaluation-rules.ts'
import { type Case, type ItemFacts, mismatch } from './facts.ts'
import { sumInWords } from './item-words.ts'
import * as primitives from './primitives.ts'
import { exact, hundredthsOf, ofHundredths, percentOf, type Rational } from './rational.ts'

/**
 * An item with its points, in hundredths. `scored` null: not applicable, or its facts are not there yet (`open`). `sum`: how the
 * points come out of the facts, in words; `lines`: the parts of that sum one by one. `cases`: what took points off.
 */
export type ItemScore = {
  readonly item: string
  readonly points: number
  readonly scored: number | null
  readonly state: 'scored' | 'not-applicable' | 'open'
  readonly sum: Text
  readonly lines: readonly Text[]
  readonly cases: readonly Case[]
}

/** The points of one item, rounded to hundredths, halves up (GA2). */
export function scoreItem(item: EvaluationItem, facts: ItemFacts | undefined): ItemScore {
  const points = hundredthsOf(exact(item.points))
  const frame = { item: item.id, points, lines: [], cases: [] }
  if (facts === undefined) {
    const sum = { zh: '尚无依据，暂不计分', en: 'no facts yet, not scored' }
    return { ...frame, scored: null, state: 'open', sum }
  }
  if (facts.kind === 'not-applicable') {
    if (!item.mayDrop) throw new Error(`${item.id} always applies`)
    const sum = { zh: `不适用：${facts.reason.zh}`, en: `not applicable: ${facts.reason.en}` }
    return { ...frame, scored: null, state: 'not-applicable', sum }
  }
  const exactPoints = pointsOf(item, facts)
  if (exactPoints === null) {
    const sum = { zh: '没有可计算的目标或基数，不计分', en: 'no target or base to count against, not scored' }
    return { ...frame, scored: null, state: item.mayDrop ? 'not-applicable' : 'open', sum }
  }
  const scored = hundredthsOf(exactPoints)
  const { sum, lines } = sumInWords(item, facts, scored)
  const cases = facts.kind === 'per-case' ? facts.cases : []
  return { ...frame, scored, state: 'scored', sum, lines, cases }
}

/** The points before rounding; null where the facts leave nothing to score. */
export function pointsOf(item: EvaluationItem, facts: ItemFacts): Rational | null {
  const { primitive: rule } = item
  if (facts.kind === 'given') return ofHundredths(facts.points)
  const points = exact(item.points)
  if (rule.kind === 'ratio' && facts.kind === 'ratio') return primitives.ratio(rule, facts, points)
  if (rule.kind === 'targets' && facts.kind === 'targets') return primitives.targets(facts, points)
  if (rule.kind === 'step-down' && facts.kind === 'step-down') return primitives.stepDown(rule, facts, points)
  if (rule.kind === 'base-plus' && facts.kind === 'base-plus') return primitives.basePlus(rule, facts, points)
  if (rule.kind === 'checklist' && facts.kind === 'checklist') return primitives.checklist(rule, facts)
  if (rule.kind === 'accumulate' && facts.kind === 'accumulate') return primitives.accumulate(rule, facts, points)
  if (rule.kind === 'bands' && facts.kind === 'bands')
    return percentOf(primitives.bandOf(rule, facts.figure).sharePercent, points)
  if (rule.kind === 'judged' && facts.kind === 'judged') {
    primitives.judgedBand(rule, facts)
    return percentOf(facts.percent, points)
  }
  if (rule.kind === 'per-case' && facts.kind === 'per-case') return primitives.perCase(rule, facts, points)
  throw mismatch(item, facts)
}

/** The most that an item can bring, hundredths: its points, or the lid above them. */
export function mostOf({ points, primitive }: Pick<EvaluationItem, 'points' | 'primitive'>): number {
  const lid = 'lidPercent' in primitive ? Math.max(100, primitive.lidPercent) : 100
  return hundredthsOf(percentOf(lid, exact(points)))
}
