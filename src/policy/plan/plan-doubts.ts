import { plainUnit as plain, yuanIn } from '../../shared/numbers.ts'
import { listed, type Text } from '../../shared/words.ts'
import { type Edition, indicatorOf } from '../editions/edition.ts'
import type { IndicatorRule } from '../editions/edition-rules.ts'
import { isQuotient } from '../editions/indicator-kinds.ts'
import type { PlannedEnterprise, PlannedTarget } from './plan.ts'

/** A value that may stand, but looks as if it were not meant: in which row of the list, and of which field. */
export type Doubt = { readonly row: number; readonly field: string; readonly text: Text }

/** Revenue or assets of this many 万元 for each of the staff are an amount in yuan, more likely than a small enterprise. */
const manyWanPerHead = 5_000
/** Revenue and assets of one enterprise that are this far apart are not in one unit. */
const farApart = 1_000
const tenfold = 10

/** What looks wrong in a target list beside the one that stands: units, values ten times as large or as small, fractions. */
export function targetDoubts(
  rows: readonly PlannedTarget[],
  standing: readonly PlannedTarget[],
  edition: Edition,
): Doubt[] {
  const doubts: Doubt[] = []
  for (const [at, row] of rows.entries()) {
    const add = adderTo(doubts, at)
    const rule = indicatorOf(edition, row.indicator)
    if (rule && row.unit.trim() !== '' && !isUnitOf(rule.unit, row.unit)) add('unit', otherUnit(row, rule.unit.zh))
    const before = standing.find((one) => one.indicator === row.indicator)
    for (const field of ['baseline', 'target'] as const) {
      if (isTenfold(row[field], before?.[field])) add(field, texts.tenfold(row[field] ?? 0, before?.[field] ?? 0))
      if (rule && isQuotient(rule.kind) && rule.example >= tenfold && isFraction(row[field]))
        add(field, texts.fraction(row[field] ?? 0))
      if (rule && isPart(rule, row[field])) add(field, texts.notWhole(row[field] ?? 0, rule.unit.zh))
      if (rule && isQuotient(rule.kind) && !rule.growth && rule.unit.zh === '%' && (row[field] ?? 0) > 100)
        add(field, texts.overall(row[field] ?? 0))
    }
    if (rule?.direction === 'at-least' && row.baseline !== null && row.target !== null && row.baseline > row.target)
      add('target', texts.falls(row.target, row.baseline))
    const most = Math.max(0, ...rows.map(({ weight }) => weight ?? 0))
    if (row.weight !== null && row.weight > 0 && row.weight < 1 && most > 1)
      add('weight', texts.weightPart(row.weight, most))
    if (plain(row.unit) in yuanIn && isTenfold(row.target, row.baseline))
      add('target', texts.apart(row.target ?? 0, row.baseline ?? 0))
  }
  const sum = rows.reduce((total, row) => total + Math.round((row.weight ?? 0) * 10_000), 0) / 10_000
  if (rows.length > 1 && sum === 1) adderTo(doubts, 0)('weight', texts.weights)
  return doubts
}

/** What looks wrong in a list of enterprises beside the one that stands: yuan for 万元, ten times, another code of one name. */
export function enterpriseDoubts(rows: readonly PlannedEnterprise[], standing: readonly PlannedEnterprise[]): Doubt[] {
  const doubts: Doubt[] = []
  for (const [at, row] of rows.entries()) {
    const add = adderTo(doubts, at)
    const before = standing.find((one) => one.uscc === row.uscc)
    const namesake = standing.find(
      (one) => one.uscc !== row.uscc && one.name !== '' && plain(one.name) === plain(row.name),
    )
    if (namesake && !before) add('uscc', texts.otherCode(namesake.name, namesake.uscc))
    const { staff, revenueWan, assetsWan } = row
    if (staff === 0 && (revenueWan ?? 0) > 0) add('staff', texts.nobody(revenueWan ?? 0))
    for (const field of ['revenueWan', 'assetsWan'] as const) {
      const wan = row[field] ?? 0
      if (staff && wan / staff >= manyWanPerHead) add(field, texts.yuan(wan, staff))
    }
    if (revenueWan && assetsWan && Math.max(revenueWan / assetsWan, assetsWan / revenueWan) >= farApart)
      add(revenueWan > assetsWan ? 'revenueWan' : 'assetsWan', texts.unlike(revenueWan, assetsWan))
    for (const field of ['staff', 'revenueWan', 'assetsWan'] as const) {
      if (isTenfold(row[field], before?.[field])) add(field, texts.tenfold(row[field] ?? 0, before?.[field] ?? 0))
    }
  }
  return doubts
}

/** Whether a unit is that of the rule, in either language. */
export function isUnitOf(rule: Text, unit: string): boolean {
  return [rule.zh, rule.en].some((name) => plain(name) === plain(unit))
}

/** One doubt a field is enough: the first says most. */
function adderTo(doubts: Doubt[], row: number) {
  return (field: string, text: Text) => {
    if (!doubts.some((one) => one.row === row && one.field === field)) doubts.push({ row, field, text })
  }
}

function isTenfold(value: number | null, other: number | null | undefined): boolean {
  if (!value || !other || value > 0 !== other > 0) return false
  return Math.max(value / other, other / value) >= tenfold
}

/** A part of what is counted one by one: enterprises, items, persons, services. */
function isPart({ kind, unit }: IndicatorRule, value: number | null): boolean {
  const isCounted = kind !== 'ratio' && /^(?:[家户项个次场件人名]|人次|家次)$/.test(unit.zh)
  return isCounted && value !== null && !Number.isInteger(value)
}

function isFraction(value: number | null): boolean {
  return value !== null && value > 0 && value <= 1
}

function otherUnit({ unit, baseline, target }: PlannedTarget, expected: string): Text {
  const [from, to] = [yuanIn[plain(unit)], yuanIn[plain(expected)]]
  if (!from || !to) return texts.unit(unit, expected)
  const figures = [
    { zh: '基期', en: 'baseline', value: baseline },
    { zh: '目标', en: 'target', value: target },
  ].flatMap(({ zh, en, value }) => {
    const inRule = value === null ? null : figure((value * from) / to)
    return inRule === null ? [] : [text(`${zh} ${inRule}`, `${en} ${inRule}`)]
  })
  return figures.length === 0 ? texts.unit(unit, expected) : texts.convertible(unit, expected, listed(figures))
}

function figure(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 6 })
}

function text(zh: string, en: string): Text {
  return { zh, en }
}

const texts = {
  unit: (unit: string, expected: string) =>
    text(
      `单位“${unit}”与指标规定的“${expected}”不同；数值按原样采用，不换算。`,
      `The unit “${unit}” is not the indicator's “${expected}”; the figures are taken as they are.`,
    ),
  convertible: (unit: string, expected: string, figures: Text) =>
    text(
      `单位“${unit}”与指标规定的“${expected}”不同；数值按原样采用，不换算（折合${expected}应为${figures.zh}）。`,
      `The unit “${unit}” is not the indicator's “${expected}”; the figures are taken as they are (in ${expected}: ${figures.en}).`,
    ),
  tenfold: (value: number, before: number) =>
    text(
      `由 ${figure(before)} 变为 ${figure(value)}，相差十倍以上，请核对单位和小数点。`,
      `From ${figure(before)} to ${figure(value)}: ten times or more apart. Check unit and decimal point.`,
    ),
  apart: (target: number, baseline: number) =>
    text(
      `目标值 ${figure(target)} 与基期值 ${figure(baseline)} 相差十倍以上，请核对是否为同一单位。`,
      `Target ${figure(target)} and baseline ${figure(baseline)} are ten times or more apart. Check that they share a unit.`,
    ),
  fraction: (value: number) =>
    text(
      `${figure(value)} 按 ${figure(value)}% 计；若为小数形式的百分比，应填 ${figure(value * 100)}。`,
      `${figure(value)} is taken as ${figure(value)}%; if it is a fraction, enter ${figure(value * 100)}.`,
    ),
  notWhole: (value: number, unit: string) =>
    text(
      `${figure(value)} ${unit}不是整数，本指标逐${unit}计数，请核对。`,
      `${figure(value)} is not whole, and this indicator counts one by one. Check it.`,
    ),
  overall: (value: number) =>
    text(`${figure(value)}% 超过 100%，请核对。`, `${figure(value)}% is more than 100%. Check it.`),
  falls: (target: number, baseline: number) =>
    text(
      `目标值 ${figure(target)} 低于基期值 ${figure(baseline)}，而本指标要求不低于目标，请核对是否填反。`,
      `Target ${figure(target)} is below the baseline ${figure(baseline)} of an indicator to be reached. Check whether they are swapped.`,
    ),
  weightPart: (weight: number, most: number) =>
    text(
      `权重 ${figure(weight)} 与其他权重（最大 ${figure(most)}）相差悬殊；若为小数形式，应填 ${figure(weight * 100)}。`,
      `Weight ${figure(weight)} beside others of up to ${figure(most)}; if it is a fraction, enter ${figure(weight * 100)}.`,
    ),
  weights: text(
    '权重合计为 1，应为 100：看来是按小数填写的。',
    'The weights add up to 1, not 100: they look like fractions.',
  ),
  otherCode: (name: string, uscc: string) =>
    text(
      `方案中已有“${name}”，其代码为 ${uscc}；请核对是否为同一企业。`,
      `“${name}” stands in the plan with the code ${uscc}. Check whether it is the same enterprise.`,
    ),
  nobody: (wan: number) =>
    text(
      `从业人员为 0，而营业收入为 ${figure(wan)} 万元。`,
      `No staff, yet a revenue of ${figure(wan)} × 10,000 yuan.`,
    ),
  yuan: (wan: number, staff: number) =>
    text(
      `按 ${staff} 人计人均 ${figure(Math.round(wan / staff))} 万元；若表中金额为元，应填 ${figure(wan / 10_000)}。`,
      `${figure(Math.round(wan / staff))} × 10,000 yuan for each of ${staff}; if the amount is in yuan, enter ${figure(wan / 10_000)}.`,
    ),
  unlike: (revenue: number, assets: number) =>
    text(
      `营业收入 ${figure(revenue)} 与资产总额 ${figure(assets)} 相差千倍以上，请核对是否都以万元计。`,
      `Revenue ${figure(revenue)} and assets ${figure(assets)} are a thousand times apart. Check that both are in 10,000 yuan.`,
    ),
}
