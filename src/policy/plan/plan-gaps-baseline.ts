import { type Edition, indicatorOf } from '../editions/edition.ts'
import type { IndicatorRule } from '../editions/edition-rules.ts'
import { enterpriseSize } from '../services/enterprise-size.ts'
import type { PlanContent } from './plan.ts'
import { type Gap, gapList, repeated } from './plan-gap.ts'
import { usccGap } from './plan-uscc.ts'

/** The target list: numbers, weights of 100 together (G3.1, G3.2). */
export function targetGaps(content: PlanContent, { edition }: { readonly edition: Edition }): Gap[] {
  const { gaps, error, warning, filled } = gapList('targets')
  const { rows } = content.targets
  if (rows.length === 0) error('', 'plan.no-targets', 'G3.1')
  for (const [i, row] of rows.entries()) {
    const path = `rows.${i}`
    filled(row, path, ['indicator', 'unit', 'baseline', 'target', 'weight'])
    const rule = indicatorOf(edition, row.indicator)
    if (row.indicator !== '' && !rule)
      error(`${path}.indicator`, 'plan.unknown-indicator', 'G3.1', { indicator: row.indicator })
    for (const field of ['baseline', 'target', 'weight'] as const) {
      const value = row[field]
      const signed = field === 'baseline' && mayBeNegative(rule)
      if (value !== null && (!Number.isFinite(value) || (value < 0 && !signed)))
        error(`${path}.${field}`, 'plan.not-a-number', 'G3.1')
    }
    if (row.target === 0) error(`${path}.target`, 'plan.target-of-nothing', 'G3.1')
    if (rule && rule.kind === 'ratio' && row.target !== null && row.target > 100 && rule.direction === 'exactly') {
      error(`${path}.target`, 'plan.percentage-above-hundred', 'G3.1')
    }
  }
  const codes = rows.map((row) => row.indicator)
  for (const i of repeated(codes)) error(`rows.${i}.indicator`, 'plan.listed-twice', 'G3.1', { value: codes[i] ?? '' })
  const weight = rows.reduce((sum, row) => sum + Math.round((row.weight ?? 0) * 100), 0) / 100
  if (rows.length > 0 && weight !== 100) error('', 'plan.weights-not-hundred', 'G3.1', { weight })
  const left = edition.indicators.filter((rule) => !codes.includes(rule.code))
  if (rows.length > 0 && left.length > 0) {
    warning('', 'plan.indicators-left-out', 'G3.1', {
      count: left.length,
      codes: left.map((rule) => rule.code).join(', '),
    })
  }
  return gaps
}

/** Growth may start below zero; what is counted or earned cannot. */
export function mayBeNegative(rule: Pick<IndicatorRule, 'growth'> | null): boolean {
  return rule?.growth ?? false
}

/** The pilot enterprises: known, listed once, none of them large (G1.3, G4.4). */
export function enterpriseGaps(content: PlanContent): Gap[] {
  const list = gapList('enterprises')
  const { gaps, error, filled } = list
  const { rows } = content.enterprises
  if (rows.length === 0) error('', 'plan.no-enterprises', 'G1.3')
  for (const [i, row] of rows.entries()) {
    const path = `rows.${i}`
    filled(row, path, ['uscc', 'name', 'industry', 'staff', 'revenueWan', 'assetsWan'])
    usccGap(list, `${path}.uscc`, row, 'G1.3')
    let sound = true
    for (const field of ['staff', 'revenueWan', 'assetsWan'] as const) {
      const value = row[field]
      if (value === null) continue
      if (!Number.isFinite(value) || value < 0 || (field === 'staff' && !Number.isInteger(value))) {
        sound = false
        error(`${path}.${field}`, 'plan.not-a-number', 'G1.3')
      }
    }
    if (sound && row.industry !== null && enterpriseSize({ ...row, industry: row.industry }) === 'large') {
      error(`${path}.name`, 'plan.enterprise-too-large', 'G4.4', { name: row.name })
    }
  }
  const codes = rows.map((row) => row.uscc)
  for (const i of repeated(codes)) error(`rows.${i}.uscc`, 'plan.listed-twice', 'G1.3', { value: codes[i] ?? '' })
  return gaps
}
