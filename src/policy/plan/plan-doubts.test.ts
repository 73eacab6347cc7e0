import fc from 'fast-check'
import { expect, test } from 'vitest'
import { holeIn } from '../../../tests/support/holes.ts'
import { soundPlan, usccOf } from '../../../tests/support/policy.ts'
import { editionOf } from '../editions/edition.ts'
import type { PlannedEnterprise, PlannedTarget } from './plan.ts'
import { enterpriseDoubts, targetDoubts } from './plan-doubts.ts'
import { targetGaps } from './plan-gaps-baseline.ts'

const edition = editionOf('zj-2023')

const target = (indicator: string, edits: Partial<PlannedTarget> = {}): PlannedTarget => ({
  id: indicator,
  indicator,
  unit: edition.indicators.find(({ code }) => code === indicator)?.unit.zh ?? '',
  baseline: 40,
  target: 60,
  weight: 20,
  ...edits,
})
const enterprise = (edits: Partial<PlannedEnterprise> = {}): PlannedEnterprise => ({
  id: 'a',
  uscc: usccOf(1),
  name: '甲公司',
  industry: 'IND',
  staff: 40,
  revenueWan: 860,
  assetsWan: 520,
  ...edits,
})

const inTargets = (rows: PlannedTarget[], standing: PlannedTarget[] = []) =>
  targetDoubts(rows, standing, edition).map(({ row, field, text }) => [row, field, text.zh])
const inEnterprises = (rows: PlannedEnterprise[], standing: PlannedEnterprise[] = []) =>
  enterpriseDoubts(rows, standing).map(({ row, field, text }) => [row, field, text.zh])

test('a sound list raises no doubt, whatever language its units are in', () => {
  const [firms, percent] = [target('P1', { unit: 'firms' }), target('S1', { unit: '％' })]
  expect(inTargets([firms, percent, target('B2', { baseline: 0, target: 5000 })], [firms, percent])).toEqual([])
  expect(inEnterprises([enterprise()], [enterprise({ revenueWan: 90, name: '甲 公司' })])).toEqual([])
})

test.each<[string, Partial<PlannedTarget>, string, string]>([
  ['B2', { unit: '亿元', baseline: 0, target: 1.2 }, 'unit', '折合万元应为基期 0、目标 12,000'],
  ['B2', { unit: '元', baseline: 20_000, target: 50_000 }, 'unit', '折合万元应为基期 2、目标 5'],
  ['B2', { unit: '亿元', baseline: null, target: 0.05 }, 'unit', '（折合万元应为目标 500）'],
  ['B2', { unit: '亿元', baseline: null, target: null }, 'unit', '数值按原样采用，不换算。'],
  ['P1', { unit: '户' }, 'unit', '单位“户”与指标规定的“家”不同'],
  ['B2', { baseline: 30, target: 50_000_000 }, 'target', '目标值 50,000,000 与基期值 30 相差十倍以上'],
  ['S1', { target: 0.95 }, 'target', '应填 95'],
  ['P7', { target: 120 }, 'target', '120% 超过 100%'],
  ['P3', { baseline: 1, target: 1.5 }, 'target', '1.5 项不是整数'],
  ['P1', { baseline: 60, target: 50 }, 'target', '低于基期值 60'],
  ['S1', { baseline: 0.8 }, 'baseline', '应填 80'],
])('%s %o: %s', (indicator, edits, field, says) => {
  expect(inTargets([target(indicator, edits)])).toEqual([[0, field, expect.stringContaining(says)]])
})

test('no doubt is a sentence with an empty part, whatever is missing in a row', () => {
  const value = fc.option(fc.constantFrom(0, 0.5, 1, 30, 5000, 2e7))
  const row = fc.record({
    indicator: fc.constantFrom('', ...edition.indicators.map(({ code }) => code)),
    unit: fc.constantFrom('', '亿元', '万元', '户', '%'),
    baseline: value,
    target: value,
    weight: value,
  })
  const rows = fc.array(row, { maxLength: 4 }).map((all) => all.map((one, at) => ({ ...one, id: String(at) })))
  fc.assert(
    fc.property(rows, rows, (now, before) => {
      for (const { text } of targetDoubts(now, before, edition))
        expect([holeIn(text.zh), holeIn(text.en)]).toEqual([null, null])
    }),
  )
  const firm = fc.record({ name: fc.constantFrom('', '甲公司'), staff: value, revenueWan: value, assetsWan: value })
  const firms = fc.array(firm, { maxLength: 3 }).map((all) => all.map((one) => enterprise({ ...one, uscc: '' })))
  fc.assert(
    fc.property(firms, firms, (now, before) => {
      for (const { text } of enterpriseDoubts(now, before))
        expect([holeIn(text.zh), holeIn(text.en)]).toEqual([null, null])
    }),
  )
})

test('a figure ten times or a tenth of the one that stands is doubted, nine times is not; nought and a sign tell nothing', () => {
  const before = [target('P3', { baseline: 0, target: 50 }), target('B1', { baseline: -3 })]
  const at = (p3: number, b1 = -3) =>
    inTargets([target('P3', { baseline: 30, target: p3 }), target('B1', { baseline: b1 })], before)
  expect(at(450)).toEqual([])
  expect(at(500)).toEqual([[0, 'target', expect.stringContaining('由 50 变为 500')]])
  expect(at(5)).toEqual([[0, 'target', expect.stringContaining('由 50 变为 5')]])
  expect(at(50, 30)).toEqual([])
  expect(at(50, -30)).toEqual([[1, 'baseline', expect.stringContaining('由 -3 变为 -30')]])
})

test('a weight below one beside others is doubted', () => {
  const list = [0.05, 8, 40].map((weight, i) => target(`P${i + 1}`, { weight }))
  expect(inTargets(list)).toEqual([[0, 'weight', expect.stringContaining('应填 5')]])
})

test('weights that add up to one are fractions', () => {
  const list = (...weights: number[]) => weights.map((weight, i) => target(`P${i + 1}`, { weight }))
  expect(inTargets(list(0.4, 0.6))).toEqual([[0, 'weight', expect.stringContaining('权重合计为 1，应为 100')]])
  expect(inTargets(list(40, 60))).toEqual([])
})

test.each<[Partial<PlannedEnterprise>, string, string]>([
  [{ revenueWan: 8_600_000 }, 'revenueWan', '若表中金额为元，应填 860'],
  [{ assetsWan: 5_200_000 }, 'assetsWan', '若表中金额为元，应填 520'],
  [{ staff: 0 }, 'staff', '从业人员为 0'],
  [{ staff: 900, revenueWan: 86_000, assetsWan: 52 }, 'revenueWan', '相差千倍以上'],
])('an enterprise with %o', (edits, field, says) => {
  expect(inEnterprises([enterprise(edits)])).toEqual([[0, field, expect.stringContaining(says)]])
})

test('the name of an enterprise in the plan with another code, and figures far from those that stand', () => {
  const standing = [enterprise(), enterprise({ id: 'b', uscc: usccOf(2), name: '乙公司', staff: 300 })]
  expect(inEnterprises([enterprise({ uscc: usccOf(3) })], standing)).toEqual([
    [0, 'uscc', expect.stringContaining(usccOf(1))],
  ])
  expect(inEnterprises([enterprise({ uscc: usccOf(2), name: '乙公司', staff: 30 })], standing)).toEqual([
    [0, 'staff', expect.stringContaining('由 300 变为 30')],
  ])
})

test('growth may start below zero; its target and everything else may not', () => {
  const gaps = (indicator: string, field: 'baseline' | 'target') => {
    const rows = soundPlan.targets.rows.map((row) => (row.indicator === indicator ? { ...row, [field]: -3.2 } : row))
    return targetGaps({ ...soundPlan, targets: { rows } }, { edition }).map(({ code }) => code)
  }
  expect(gaps('B1', 'baseline')).toEqual([])
  expect(gaps('B1', 'target')).toEqual(['plan.not-a-number'])
  expect(gaps('S1', 'baseline')).toEqual(['plan.not-a-number'])
})
