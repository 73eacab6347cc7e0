import type { Text } from '../../shared/words.ts'
import { type Edition, indicatorOf } from '../editions/edition.ts'
import { isUnitOf } from './plan-doubts.ts'

/** The unit of a target in both languages where it is its indicator's; as it was written where it is another. */
export function targetUnitText({ edition }: { readonly edition: Edition }, unit: string, indicator: string): Text {
  const rule = indicatorOf(edition, indicator)
  return rule && isUnitOf(rule.unit, unit) ? rule.unit : { zh: unit, en: unit }
}
