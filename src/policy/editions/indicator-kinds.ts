import type { IndicatorKind } from './edition-rules.ts'

/** What holds at the cut-off holds for period, year and all time alike. */
export function isState(kind: IndicatorKind): boolean {
  return kind === 'point' || kind === 'mean'
}

/** Made of a part and a whole, told in percent. */
export function isQuotient(kind: IndicatorKind): boolean {
  return kind === 'ratio' || kind === 'mean'
}

/** Held against its whole target at any time, because it does not grow over the period. */
export function isSteady(kind: IndicatorKind): boolean {
  return isState(kind) || isQuotient(kind)
}

/** Whether it may be below zero: what is counted or shared out is not. */
export function isSigned(kind: IndicatorKind): boolean {
  return kind === 'mean'
}
