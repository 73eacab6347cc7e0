import type { Draft } from '../../../platform/workbook/account.ts'
import { type Edition, indicatorOf } from '../../../policy/editions/edition.ts'
import type { PlannedTarget } from '../../../policy/plan/plan.ts'
import { type Doubt, isUnitOf } from '../../../policy/plan/plan-doubts.ts'
import { mayBeNegative } from '../../../policy/plan/plan-gaps-baseline.ts'
import type { Text } from '../../../shared/words.ts'
import type { ReadTarget } from './import-tables.ts'
import { words } from './words.ts'

/** What a single cell cannot tell: a unit behind the figure that is not the row's, a figure below zero of what cannot be. */
export function targetProblems(
  read: readonly Draft<ReadTarget>[],
  rows: readonly PlannedTarget[],
  edition: Edition,
): Doubt[] {
  return read.flatMap((values, at) => {
    const row = rows[at]
    if (!row) return []
    const rule = indicatorOf(edition, row.indicator)
    const fits = (unit: string) => isUnitOf({ zh: row.unit, en: rule?.unit.en ?? '' }, unit)
    return (['baseline', 'target'] as const).flatMap((field): Doubt[] => {
      const figure = values[field]
      if (figure === null) return []
      const { value, unit } = figure
      if (unit !== '' && !fits(unit)) return [{ row: at, field, text: otherUnit(unit, row.unit) }]
      return value < 0 && !(field === 'baseline' && mayBeNegative(rule))
        ? [{ row: at, field, text: words.belowZero }]
        : []
    })
  })
}

function otherUnit(unit: string, expected: string): Text {
  return { zh: words.otherUnit.zh(unit, expected), en: words.otherUnit.en(unit, expected) }
}
