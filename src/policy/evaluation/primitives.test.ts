import { describe, expect, test } from 'vitest'
import type { EvaluationItem, Primitive } from '../editions/evaluation-rules.ts'
import type { ItemFacts } from './facts.ts'
import { scoreItem } from './item-score.ts'

const t = (zh: string, en: string) => ({ zh, en })
const figure = { unit: t('家', 'firms'), decimals: 0 } as const
const item = (points: number, primitive: Primitive, from: EvaluationItem['from'] = null): EvaluationItem => ({
  id: 'one',
  ...t('项目', 'Item'),
  points,
  primitive,
  counts: t('事实', 'facts'),
  from,
  mayDrop: true,
  clause: 'GA2',
  source: 'inferred',
})
const score = (points: number, primitive: Primitive, facts: ItemFacts) => scoreItem(item(points, primitive), facts)
const stepDown = { kind: 'step-down', off: 'short', perPercent: 3, points: 1, steps: 'whole', figure } as const
const basePlus = {
  kind: 'base-plus',
  sharePercent: 80,
  perPercent: 5,
  points: 1,
  steps: 'whole',
  lidPercent: 150,
  below: 'ratio',
  figure,
} as const
const ratio = { kind: 'ratio', direction: 'at-least', lidPercent: 100, figure } as const

describe('step-down: every 3 % off the plan takes 1 of 15 points, down to 0', () => {
  test('plan 120, done 111: 7.5 % off, two whole steps, 13 points', () => {
    const { scored, sum } = score(15, stepDown, { kind: 'step-down', plan: 120, done: 111 })
    expect(scored).toBe(13_00)
    expect(sum.zh).toBe('计划 120 家，实际 111 家，相差 7.5%，计 2 步：15 − 2 × 1 = 13.00 分')
    expect(sum.en).toBe('plan 120 firms, done 111 firms, 7.5 % off, 2 steps of 3 %: 15 − 2 × 1 = 13.00 points')
  })
  test.each([
    [120, 15_00],
    [119, 15_00],
    [116.4, 14_00],
    [66, 0],
    [0, 0],
    [150, 15_00],
  ])('plan 120, done %s: %s hundredths', (done, points) => {
    expect(score(15, stepDown, { kind: 'step-down', plan: 120, done }).scored).toBe(points)
  })
  test('a begun step counts where the form says so: 7.5 % are three', () => {
    expect(score(15, { ...stepDown, steps: 'begun' }, { kind: 'step-down', plan: 120, done: 111 }).scored).toBe(12_00)
  })
  test('progress: every 4 % over time takes 1 of 10', () => {
    const late = { ...stepDown, off: 'over', perPercent: 4 } as const
    expect(score(10, late, { kind: 'step-down', plan: 100, done: 109 }).scored).toBe(8_00)
    expect(score(10, late, { kind: 'step-down', plan: 100, done: 91 }).scored).toBe(10_00)
  })
  test('either side of the plan', () => {
    const either = { ...stepDown, off: 'either' } as const
    for (const done of [106, 94]) expect(score(15, either, { kind: 'step-down', plan: 100, done }).scored).toBe(13_00)
  })
})

describe('base-plus: 80 % of 10 points for the base, 1 more for every 5 %, at most half as much again', () => {
  test('base 100, done 118: 8 + 3 = 11', () => {
    const { scored, sum } = score(10, basePlus, { kind: 'base-plus', base: 100, done: 118 })
    expect(scored).toBe(11_00)
    expect(sum.zh).toBe('基期 100 家，实际 118 家，增长 18%，计 3 步：8 + 3 × 1，最高 15.00 = 11.00 分')
  })
  test.each([
    [100, 8_00],
    [134, 14_00],
    [135, 15_00],
    [500, 15_00],
    [50, 4_00],
    [0, 0],
  ])('base 100, done %s: %s hundredths', (done, points) => {
    expect(score(10, basePlus, { kind: 'base-plus', base: 100, done }).scored).toBe(points)
  })
  test('nothing below the base where the form says so', () => {
    expect(score(10, { ...basePlus, below: 'nothing' }, { kind: 'base-plus', base: 100, done: 99 }).scored).toBe(0)
  })
})

describe('ratio', () => {
  test('actual ÷ target × points, with its lid at the points', () => {
    expect(score(7, ratio, { kind: 'ratio', actual: 27, target: 30 }).scored).toBe(6_30)
    expect(score(7, ratio, { kind: 'ratio', actual: 45, target: 30 }).scored).toBe(7_00)
    expect(score(7, { ...ratio, lidPercent: 120 }, { kind: 'ratio', actual: 45, target: 30 }).scored).toBe(8_40)
  })
  test('turned round for “not more than”, and full for nothing at all', () => {
    const most = { ...ratio, direction: 'at-most' } as const
    expect(score(10, most, { kind: 'ratio', actual: 25, target: 20 }).scored).toBe(8_00)
    expect(score(10, most, { kind: 'ratio', actual: 0, target: 20 }).scored).toBe(10_00)
  })
  test('rounds to two places, halves up, without the dust of binary fractions', () => {
    expect(score(1, ratio, { kind: 'ratio', actual: 1, target: 3 }).scored).toBe(33)
    expect(score(1, ratio, { kind: 'ratio', actual: 2, target: 3 }).scored).toBe(67)
    expect(score(1, ratio, { kind: 'ratio', actual: 1.005, target: 10 }).scored).toBe(10)
    expect(score(10, ratio, { kind: 'ratio', actual: 1.005, target: 10 }).scored).toBe(1_01)
    expect(score(1.15, ratio, { kind: 'ratio', actual: 1, target: 2 }).scored).toBe(58)
  })
  test('a target of nothing is not scored', () => {
    expect(score(7, ratio, { kind: 'ratio', actual: 3, target: 0 })).toMatchObject({
      scored: null,
      state: 'not-applicable',
    })
  })
})

test('element list: each named element with evidence brings its points', () => {
  const list = {
    kind: 'checklist',
    elements: ['decision', 'plan', 'rules'].map((id) => ({ id, ...t(`要素${id}`, id), points: 1 })),
  } as const
  const facts = { kind: 'checklist', proofs: { decision: 2, plan: 0 } } as const
  const { scored, sum, lines } = scoreItem(item(3, list, 'mechanism'), facts)
  expect(scored).toBe(2_00 - 1_00)
  expect(sum.en).toBe('1 of 3 elements proven: 1 = 1.00 points')
  expect(lines.map((line) => line.en)).toEqual([
    'decision: 2 proofs, 1 points',
    'plan: no proof, no points',
    'rules: no proof, no points',
  ])
  // Nobody counted proofs of what a person judged.
  const judged = score(3, list, facts)
  expect(judged.scored).toBe(scored)
  expect(judged.sum.zh).toBe('3 个要素中 1 个认定具备：1 = 1.00 分')
  expect(judged.lines.map((line) => line.zh)).toEqual([
    '要素decision：认定具备，得 1 分',
    '要素plan：认定不具备，不得分',
    '要素rules：认定不具备，不得分',
  ])
})

test('accumulate: 20 a channel, 5 a matched need, to 100, by the weight', () => {
  const sources = [
    { id: 'channel', ...t('渠道', 'channel'), each: 20 },
    { id: 'need', ...t('需求', 'need'), each: 5 },
  ]
  const rule = { kind: 'accumulate', sources, full: 100 } as const
  expect(score(5, rule, { kind: 'accumulate', counts: { channel: 3, need: 2 } }).scored).toBe(3_50)
  expect(score(5, rule, { kind: 'accumulate', counts: { channel: 5, need: 9 } }).scored).toBe(5_00)
})

test('bands: spot checks of 95 % bring all, under 80 % nothing; a value on the line lies in the higher band', () => {
  const bands = [
    { from: 95, to: null, sharePercent: 100 },
    { from: 80, to: 95, sharePercent: 50 },
    { from: null, to: 80, sharePercent: 0 },
  ]
  const rule = { kind: 'bands', bands, figure: { unit: t('%', '%'), decimals: 2 } } as const
  const points = (value: number) => score(8, rule, { kind: 'bands', figure: value }).scored
  expect([95, 94.99, 80, 79.99].map(points)).toEqual([8_00, 4_00, 4_00, 0])
})

test('judged by three bands: reached in part, 70 % of 4 points', () => {
  const bands = [
    { id: 'reached', ...t('达成预期', 'reached'), minPercent: 80, maxPercent: 100 },
    { id: 'partly', ...t('部分达成', 'in part'), minPercent: 60, maxPercent: 80 },
    { id: 'missed', ...t('未达成', 'missed'), minPercent: 0, maxPercent: 60 },
  ]
  const rule = { kind: 'judged', bands } as const
  const { scored, sum } = score(4, rule, { kind: 'judged', band: 'partly', percent: 70 })
  expect(scored).toBe(2_80)
  expect(sum.zh).toBe('认定为“部分达成”，得 70%：4 × 70% = 2.80 分')
  expect(() => score(4, rule, { kind: 'judged', band: 'missed', percent: 70 })).toThrow('outside missed')
  expect(() => score(4, rule, { kind: 'judged', band: 'superb', percent: 70 })).toThrow('no band')
})

test('deductions list their cases: one point for each late report, down to 0', () => {
  const late = (count: number) =>
    Array.from({ length: count }, (_, i) => ({
      id: `c${i}`,
      ...t(`第 ${i + 1} 季度情况表逾期`, `table ${i + 1} late`),
    }))
  const rule = { kind: 'per-case', off: 1 } as const
  const two = score(4, rule, { kind: 'per-case', cases: late(2) })
  expect(two.scored).toBe(2_00)
  expect(two.cases.map((one) => one.zh)).toEqual(['第 1 季度情况表逾期', '第 2 季度情况表逾期'])
  expect(two.lines[0]?.zh).toBe('第 1 季度情况表逾期：扣 1 分')
  expect(score(4, rule, { kind: 'per-case', cases: late(5) }).scored).toBe(0)
})

test('the target list: each indicator up to its target, by weights; one without a figure drops out', () => {
  const target = (code: string, actual: number | null, goal: number, weight: number) => ({
    code,
    ...t('指标', 'Indicator'),
    actual,
    target: goal,
    direction: 'at-least' as const,
    weight,
    figure,
  })
  const facts = {
    kind: 'targets',
    targets: [target('P1', 9, 10, 8), target('P8', null, 95, 4), target('P2', 30, 15, 2)],
  } as const
  const { scored, sum, lines } = score(50, { kind: 'targets' }, facts)
  // (8 × 0.9 + 2 × 1) ÷ 10 × 50
  expect(scored).toBe(46_00)
  expect(sum.zh).toContain('3 项指标中 2 项计分，权重合计 10')
  expect(lines[1]?.zh).toBe('P8 指标：没有数值，不计')
  // A figure shows the decimals that part it from its target.
  const close = score(50, { kind: 'targets' }, { kind: 'targets', targets: [target('P5', 2, 2.003, 8)] })
  expect(close.lines[0]?.zh).toBe('P5 指标：实际 2 家，应达 2.003 家，得 99.85%，权重 8')
})

test('facts of another primitive are a mistake of the program', () => {
  expect(() => score(4, ratio, { kind: 'bands', figure: 1 })).toThrow('scored by ratio')
  expect(() => score(4, ratio, { kind: 'ratio', actual: Number.NaN, target: 1 })).toThrow('no number')
})
