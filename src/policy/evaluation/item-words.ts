import type { Text } from '../../shared/words.ts'
import type { EvaluationItem, FigureUnit } from '../editions/evaluation-rules.ts'
import { type ItemFacts, mismatch, type TargetFact } from './facts.ts'
import { accumulated, bandOf, judgedBand, stepsAbove, stepsOff, targetShare } from './primitives.ts'
import {
  exact,
  formatPoints,
  hundred,
  hundredthsOf,
  nought,
  percentOf,
  plus,
  readable,
  readableFigure,
  times,
} from './rational.ts'

const t = (zh: string, en: string): Text => ({ zh, en })

/** How the points of an item come out of its facts: the whole sum, and its parts where it has any. */
type Told = { readonly sum: Text; readonly lines: readonly Text[] }

/** The sum of a scored item in words: facts → primitive → points. `scored` in hundredths. */
export function sumInWords(item: EvaluationItem, facts: ItemFacts, scored: number): Told {
  const { zh, en, lines = [] } = worded(item, facts)
  const points = formatPoints(scored)
  return { sum: t(`${zh} = ${points} 分`, `${en} = ${points} points`), lines }
}

type Worded = Text & { readonly lines?: readonly Text[] }

function worded(item: EvaluationItem, facts: ItemFacts): Worded {
  const { primitive: rule, points } = item
  if (facts.kind === 'given') return t('由人评定', 'given by a person')
  if (rule.kind === 'ratio' && facts.kind === 'ratio') {
    const [actual, target] = [figure(facts.actual, rule.figure), figure(facts.target, rule.figure)]
    const lid = formatPoints(hundredthsOf(percentOf(rule.lidPercent, exact(points))))
    return rule.direction === 'at-most'
      ? t(
          `目标 ${target.zh} ÷ 实际 ${actual.zh} × ${points} 分，最高 ${lid} 分`,
          `target ${target.en} ÷ actual ${actual.en} × ${points}, up to ${lid}`,
        )
      : t(
          `实际 ${actual.zh} ÷ 目标 ${target.zh} × ${points} 分，最高 ${lid} 分`,
          `actual ${actual.en} ÷ target ${target.en} × ${points}, up to ${lid}`,
        )
  }
  if (rule.kind === 'targets' && facts.kind === 'targets') return targetsInWords(points, facts.targets)
  if (rule.kind === 'step-down' && facts.kind === 'step-down') {
    const { off, steps } = stepsOff(rule, facts)
    const [done, plan] = [figure(facts.done, rule.figure), figure(facts.plan, rule.figure)]
    const count = readable(steps)
    return t(
      `计划 ${plan.zh}，实际 ${done.zh}，相差 ${readable(off)}%，计 ${count} 步：${points} − ${count} × ${rule.points}`,
      `plan ${plan.en}, done ${done.en}, ${readable(off)} % off, ${count} steps of ${rule.perPercent} %: ${points} − ${count} × ${rule.points}`,
    )
  }
  if (rule.kind === 'base-plus' && facts.kind === 'base-plus') return basePlusInWords(points, rule, facts)
  if (rule.kind === 'checklist' && facts.kind === 'checklist') {
    const there = rule.elements.filter(({ id }) => (facts.proofs[id] ?? 0) > 0)
    // What a person judges has no count of proofs.
    const [yes, no, all] = item.from === null ? elementWords.judged : elementWords.proven
    const lines = rule.elements.map((one) => {
      const proofs = facts.proofs[one.id] ?? 0
      if (proofs === 0) return t(`${one.zh}：${no.zh}，不得分`, `${one.en}: ${no.en}, no points`)
      const has = yes(proofs)
      return t(`${one.zh}：${has.zh}，得 ${one.points} 分`, `${one.en}: ${has.en}, ${one.points} points`)
    })
    const sum = there.length === 0 ? '0' : there.map((one) => one.points).join(' + ')
    return {
      ...t(
        `${rule.elements.length} 个要素中 ${there.length} 个${all.zh}：${sum}`,
        `${there.length} of ${rule.elements.length} elements ${all.en}: ${sum}`,
      ),
      lines,
    }
  }
  if (rule.kind === 'accumulate' && facts.kind === 'accumulate') {
    const lines = rule.sources.map((one) => {
      const count = facts.counts[one.id] ?? 0
      return t(
        `${one.zh}：${count} × ${one.each} = ${readable(times(exact(count), exact(one.each)))}`,
        `${one.en}: ${count} × ${one.each} = ${readable(times(exact(count), exact(one.each)))}`,
      )
    })
    const all = readable(accumulated(rule, facts))
    return {
      ...t(
        `累计 ${all}，满额 ${rule.full}：取小值 ÷ ${rule.full} × ${points} 分`,
        `adds up to ${all}, full at ${rule.full}: the smaller ÷ ${rule.full} × ${points}`,
      ),
      lines,
    }
  }
  if (rule.kind === 'bands' && facts.kind === 'bands') {
    const { sharePercent: share } = bandOf(rule, facts.figure)
    const value = figure(facts.figure, rule.figure)
    return t(
      `${value.zh}，按所在档次得 ${share}%：${points} × ${share}%`,
      `${value.en}, its band brings ${share} %: ${points} × ${share} %`,
    )
  }
  if (rule.kind === 'judged' && facts.kind === 'judged') {
    const { zh, en } = judgedBand(rule, facts)
    return t(
      `认定为“${zh}”，得 ${facts.percent}%：${points} × ${facts.percent}%`,
      `judged “${en}”, ${facts.percent} %: ${points} × ${facts.percent} %`,
    )
  }
  if (rule.kind === 'per-case' && facts.kind === 'per-case') {
    const { length } = facts.cases
    const sum = `${points} − ${length} × ${rule.off}`
    return {
      ...t(
        length === 0 ? `没有扣分情形：${points}` : `${length} 例，扣完为止：${sum}`,
        length === 0 ? `no case: ${points}` : `cases: ${length}, down to 0: ${sum}`,
      ),
      lines: facts.cases.map(({ zh, en }) => t(`${zh}：扣 ${rule.off} 分`, `${en}: ${rule.off} off`)),
    }
  }
  throw mismatch(item, facts)
}

/** What is said of an element that is there, of one that is not, and of all that are. */
type ElementWords = readonly [yes: (proofs: number) => Text, no: Text, all: Text]
const elementWords: Readonly<Record<'judged' | 'proven', ElementWords>> = {
  judged: [
    () => t('认定具备', 'found to be there'),
    t('认定不具备', 'not found to be there'),
    t('认定具备', 'found to be there'),
  ],
  proven: [(proofs) => t(`有佐证 ${proofs} 件`, `${proofs} proofs`), t('没有佐证', 'no proof'), t('有佐证', 'proven')],
}

type BasePlus = Extract<EvaluationItem['primitive'], { readonly kind: 'base-plus' }>

function basePlusInWords(
  points: number,
  rule: BasePlus,
  facts: { readonly done: number; readonly base: number },
): Text {
  const [done, base] = [figure(facts.done, rule.figure), figure(facts.base, rule.figure)]
  const share = readable(percentOf(rule.sharePercent, exact(points)))
  const from = t(`基期 ${base.zh}，实际 ${done.zh}`, `base ${base.en}, done ${done.en}`)
  if (facts.done < facts.base) {
    return rule.below === 'nothing'
      ? t(`${from.zh}，低于基期：0`, `${from.en}, below the base: 0`)
      : t(`${from.zh}，低于基期按比例：${share} × 实际 ÷ 基期`, `${from.en}, below the base: ${share} × done ÷ base`)
  }
  const { above, steps } = stepsAbove(rule, { kind: 'base-plus', ...facts })
  const count = readable(steps)
  const lid = formatPoints(hundredthsOf(percentOf(rule.lidPercent, exact(points))))
  return t(
    `${from.zh}，增长 ${readable(above)}%，计 ${count} 步：${share} + ${count} × ${rule.points}，最高 ${lid}`,
    `${from.en}, ${readable(above)} % above, ${count} steps of ${rule.perPercent} %: ${share} + ${count} × ${rule.points}, up to ${lid}`,
  )
}

function targetsInWords(points: number, all: readonly TargetFact[]): Worded {
  const lines = all.map((one) => {
    const share = targetShare(one)
    const name = t(`${one.code} ${one.zh}`, `${one.code} ${one.en}`)
    if (one.actual === null) return t(`${name.zh}：没有数值，不计`, `${name.en}: no figure, left out`)
    if (share === null) return t(`${name.zh}：没有目标，不计`, `${name.en}: no target, left out`)
    const [actual, target] = [figure(one.actual, one.figure), figure(one.target, one.figure)]
    const percent = readable(times(share, hundred))
    return t(
      `${name.zh}：实际 ${actual.zh}，应达 ${target.zh}，得 ${percent}%，权重 ${one.weight}`,
      `${name.en}: ${actual.en}, should be ${target.en}, ${percent} %, weight ${one.weight}`,
    )
  })
  const counted = all.filter((one) => targetShare(one) !== null)
  const weights = readable(counted.reduce((sum, { weight }) => plus(sum, exact(weight)), nought))
  return {
    ...t(
      `${all.length} 项指标中 ${counted.length} 项计分，权重合计 ${weights}：加权完成率 × ${points} 分`,
      `${counted.length} of ${all.length} indicators count, weights ${weights}: weighted completion × ${points}`,
    ),
    lines,
  }
}

/** A figure with its unit: `27 家`, `7.5%`. */
export function figure(value: number, { unit }: FigureUnit): Text {
  const number = readableFigure(value)
  return unit.zh === '%' ? t(`${number}%`, `${number} %`) : t(`${number} ${unit.zh}`, `${number} ${unit.en}`)
}
