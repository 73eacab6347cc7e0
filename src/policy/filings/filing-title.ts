import { cadenceOf, type PeriodCode, periodName } from '../../shared/periods.ts'
import type { Text } from '../../shared/words.ts'

/** What one filing is called: its name, with the period it is about. */
export function filingTitle(name: Text, period: PeriodCode | ''): Text {
  if (period === '') return { zh: name.zh, en: name.en }
  // What is due at once has a number in its place.
  if (cadenceOf(period) === null) return { zh: `${name.zh} ${period}`, en: `${name.en} ${period}` }
  const { zh, en } = periodName(period)
  // 2026年上半年总结, not 半年半年总结.
  return { zh: `${zh}${name.zh}`.replace('半年半年', '半年'), en: `${en} · ${name.en}` }
}
