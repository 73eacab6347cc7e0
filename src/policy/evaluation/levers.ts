import type { Text } from '../../shared/words.ts'
import type { EvaluationItem, FigureUnit, ShareBand } from '../editions/evaluation-rules.ts'
import type { ItemFacts, TargetFact } from './facts.ts'
import { figure } from './item-words.ts'
import { accumulated } from './primitives.ts'
import { compare, exact, minus, nought, over, percentOf, plus, type Rational, times, wholeOf } from './rational.ts'

/**
 * One fact of an item that can be moved, in whole steps of the last decimal it is counted to, `most` at the utmost. `effort`: what
 * one step costs, as a share of the target, the plan or the list; it only orders ways against each other. `figure`: the figure
 * of the records that it moves, its decimals and where to; null where nothing else can be counted from it.
 */
export type Lever = {
  readonly item: string
  readonly figure: string | null
  readonly most: number
  readonly effort: number
  readonly pull: (facts: ItemFacts, steps: number) => ItemFacts
  readonly words: (steps: number) => Text
}

/** The figure of the records that an indicator is counted from; null for what the park states. */
export type FigureOf = (code: string) => string | null

/** What can still be moved. What was judged, and cases that have happened, cannot. */
export function leversOf(item: EvaluationItem, facts: ItemFacts | undefined, figureOf: FigureOf): Lever[] {
  const { primitive: rule, id } = item
  if (rule.kind === 'ratio' && facts?.kind === 'ratio') {
    const { actual, target } = facts
    if (target <= 0) return []
    const lid = exact(rule.lidPercent)
    const goal =
      rule.direction === 'at-most'
        ? over(times(exact(target), exact(100)), lid)
        : percentOf(rule.lidPercent, exact(target))
    const left = compare(goal, exact(actual))
    if (rule.direction === 'at-most' ? left >= 0 : left <= 0) return []
    return figureLever(item, actual, goal, target, rule.figure, (moved) => ({
      kind: 'ratio',
      actual: moved,
      target,
    }))
  }
  if (rule.kind === 'targets' && facts?.kind === 'targets')
    return facts.targets.flatMap((one) => targetLever(id, one, figureOf(one.code)))
  if (rule.kind === 'step-down' && facts?.kind === 'step-down') {
    const { done, plan } = facts
    const off = rule.off === 'short' ? done < plan : rule.off === 'over' ? done > plan : done !== plan
    if (plan <= 0 || !off) return []
    return figureLever(item, done, exact(plan), plan, rule.figure, (moved) => ({
      kind: 'step-down',
      done: moved,
      plan,
    }))
  }
  if (rule.kind === 'base-plus' && facts?.kind === 'base-plus') {
    const { done, base } = facts
    if (base <= 0) return []
    const points = exact(item.points)
    const extra = minus(percentOf(rule.lidPercent, points), percentOf(rule.sharePercent, points))
    const steps = wholeOf(over(extra, exact(rule.points)), true)
    const growth = plus(exact(100), times(steps, exact(rule.perPercent)))
    const goal = over(times(exact(base), growth), exact(100))
    if (compare(goal, exact(done)) <= 0) return []
    return figureLever(item, done, goal, base, rule.figure, (moved) => ({ kind: 'base-plus', done: moved, base }))
  }
  if (rule.kind === 'checklist' && facts?.kind === 'checklist') {
    return rule.elements
      .filter((one) => !((facts.proofs[one.id] ?? 0) > 0))
      .map((one) => ({
        item: id,
        figure: null,
        most: 1,
        effort: 1 / rule.elements.length,
        pull: (from) => (from.kind === 'checklist' ? { ...from, proofs: { ...from.proofs, [one.id]: 1 } } : from),
        words: () => ({ zh: `${item.zh}：补齐“${one.zh}”的佐证`, en: `${item.en}: prove “${one.en}”` }),
      }))
  }
  if (rule.kind === 'accumulate' && facts?.kind === 'accumulate') {
    const left = minus(exact(rule.full), accumulated(rule, facts))
    if (compare(left, nought) <= 0) return []
    return rule.sources.map((one) => ({
      item: id,
      figure: null,
      most: Number(wholeOf(over(left, exact(one.each)), true).num),
      effort: one.each / rule.full,
      pull: (from, steps) => {
        if (from.kind !== 'accumulate') return from
        return { ...from, counts: { ...from.counts, [one.id]: (from.counts[one.id] ?? 0) + steps } }
      },
      words: (steps) => ({
        zh: `${item.zh}：“${one.zh}”再增加 ${steps} 个`,
        en: `${item.en}: ${steps} more “${one.en}”`,
      }),
    }))
  }
  if (rule.kind === 'bands' && facts?.kind === 'bands') {
    const { figure: value } = facts
    const goal = bestBandEdge(rule.bands, value, 10 ** -rule.figure.decimals)
    const scale = Math.max(Math.abs(goal ?? 0), Math.abs(value), 1)
    if (goal === null) return []
    return figureLever(item, value, exact(goal), scale, rule.figure, (moved) => ({ kind: 'bands', figure: moved }))
  }
  return []
}

/** The nearest figure in the band that brings most; null where it is in it. */
function bestBandEdge(bands: readonly ShareBand[], value: number, step: number): number | null {
  const best = Math.max(...bands.map(({ sharePercent }) => sharePercent))
  const own = bands.find(({ from, to }) => (from ?? -Infinity) <= value && value < (to ?? Infinity))
  if (own?.sharePercent === best) return null
  const edges = bands
    .filter(({ sharePercent }) => sharePercent === best)
    .flatMap(({ from, to }) => [from, to === null ? null : clean(to - step)])
    .filter((edge) => edge !== null)
  return edges.toSorted((a, b) => Math.abs(a - value) - Math.abs(b - value))[0] ?? null
}

function targetLever(item: string, one: TargetFact, from: string | null): Lever[] {
  if (one.actual === null || one.target <= 0) return []
  const { code, actual, target, direction } = one
  const there = direction === 'at-most' ? actual <= target : actual >= target
  if (there) return []
  const name = { zh: `${code} ${one.zh}`, en: `${code} ${one.en}` }
  return figureLever({ id: item, from, ...name }, actual, exact(target), target, one.figure, (moved, own) => {
    if (own.kind !== 'targets') return own
    return { ...own, targets: own.targets.map((row) => (row.code === code ? { ...row, actual: moved } : row)) }
  })
}

/** A figure moved towards a goal, and past it by less than a step where it is counted in larger steps and must rise. */
function figureLever(
  { id, from: record, ...name }: Text & Pick<EvaluationItem, 'id'> & { readonly from: string | null },
  from: number,
  goal: Rational,
  scale: number,
  unit: FigureUnit,
  made: (moved: number, from: ItemFacts) => ItemFacts,
): Lever[] {
  const grain = 10 ** unit.decimals
  const way = minus(goal, exact(from))
  const rises = compare(way, nought) > 0
  const far = times(rises ? way : minus(nought, way), exact(grain))
  const most = Number(wholeOf(far, rises).num)
  if (most <= 0) return []
  const at = (steps: number) => clean(from + (rises ? steps : -steps) / grain)
  return [
    {
      item: id,
      figure: record && `${record} ${unit.decimals} ${rises}`,
      most,
      effort: 1 / grain / scale,
      pull: (facts, steps) => made(at(steps), facts),
      words: (steps) => {
        const by = figure(steps / grain, unit)
        const [now, then] = [figure(from, unit), figure(at(steps), unit)]
        return {
          zh: `${name.zh}：${rises ? '增加' : '减少'} ${by.zh}（${now.zh} → ${then.zh}）`,
          en: `${name.en}: ${by.en} ${rises ? 'more' : 'less'} (${now.en} → ${then.en})`,
        }
      },
    },
  ]
}

/** Without the dust of binary fractions. */
function clean(value: number): number {
  return Number(value.toFixed(9))
}

/** A lever with all that moves when it is pulled. */
export type JointLever = Lever & { readonly pulls: readonly Pick<Lever, 'item' | 'pull'>[] }

/** Several items may be counted from one figure: it moves once, in all of them, as far as the furthest needs it. */
export function pulledTogether(levers: readonly Lever[]): JointLever[] {
  return levers.flatMap((lever): JointLever[] => {
    const alike = lever.figure === null ? [lever] : levers.filter((one) => one.figure === lever.figure)
    if (alike[0] !== lever) return []
    const most = Math.max(...alike.map((one) => one.most))
    const effort = Math.max(...alike.map((one) => one.effort))
    return [{ ...lever, most, effort, pulls: alike }]
  })
}
