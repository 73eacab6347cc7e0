import { plainUnit, yuanIn } from '../../shared/numbers.ts'
import type { IndicatorRule } from './edition-rules.ts'
import { isQuotient } from './indicator-kinds.ts'

/** How many decimals a figure of an indicator has: money goes down to the fen, a ratio to hundredths, what is counted is whole. */
export function decimalsOf({ kind, unit }: Pick<IndicatorRule, 'kind' | 'unit'>): number {
  if (isQuotient(kind)) return 2
  const yuan = yuanIn[plainUnit(unit.zh)]
  return yuan === undefined ? 0 : Math.round(Math.log10(yuan)) + 2
}

/** Whether a number has no more decimals than that. */
export function fitsDecimals(value: number, decimals: number): boolean {
  return Number(value.toFixed(decimals)) === value
}
