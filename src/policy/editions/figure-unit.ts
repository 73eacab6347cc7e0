import type { IndicatorRule } from './edition-rules.ts'

/** Yuan in one unit of an amount. */
export const yuanIn: Readonly<Record<string, number>> = {
  元: 1,
  千元: 1e3,
  万元: 1e4,
  百万元: 1e6,
  千万元: 1e7,
  亿元: 1e8,
}

/** The name of a unit as it is compared: without width, spaces and case. */
export function plainUnit(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toLowerCase()
}

/** How many decimals a figure of an indicator has: money goes down to the fen, a ratio to hundredths, what is counted is whole. */
export function decimalsOf({ kind, unit }: Pick<IndicatorRule, 'kind' | 'unit'>): number {
  if (kind === 'ratio') return 2
  const yuan = yuanIn[plainUnit(unit.zh)]
  return yuan === undefined ? 0 : Math.round(Math.log10(yuan)) + 2
}

/** Whether a number has no more decimals than that. */
export function fitsDecimals(value: number, decimals: number): boolean {
  return Number(value.toFixed(decimals)) === value
}
