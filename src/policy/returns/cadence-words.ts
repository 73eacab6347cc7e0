import type { Cadence } from '../../shared/periods.ts'
import type { Text } from '../../shared/words.ts'

/** How people speak of a table that returns at a cadence, and of its periods. */
export type CadenceWords = Readonly<
  Record<
    'returns' | 'return' | 'period' | 'notOver' | 'thisPeriod' | 'thisPeriodShort' | 'nextPeriod' | 'earlierPeriods',
    Text
  >
>

const t = (zh: string, en: string): Text => ({ zh, en })

export const cadenceWords: Readonly<Record<Cadence, CadenceWords>> = {
  month: {
    returns: t('月报', 'Monthly returns'),
    return: t('月报', 'monthly return'),
    period: t('月份', 'Month'),
    notOver: t('月份未结束', 'not yet'),
    thisPeriod: t('本月完成', 'This month'),
    thisPeriodShort: t('本月', 'Month'),
    nextPeriod: t('下月', 'next month'),
    earlierPeriods: t('以前月份', 'earlier months'),
  },
  quarter: {
    returns: t('季报', 'Quarterly returns'),
    return: t('季报', 'quarterly return'),
    period: t('季度', 'Quarter'),
    notOver: t('季度未结束', 'not yet'),
    thisPeriod: t('本季完成', 'This quarter'),
    thisPeriodShort: t('本季', 'Quarter'),
    nextPeriod: t('下一季度', 'next quarter'),
    earlierPeriods: t('以前季度', 'earlier quarters'),
  },
  'half-year': {
    returns: t('半年报', 'Half-yearly returns'),
    return: t('半年报', 'half-yearly return'),
    period: t('半年度', 'Half-year'),
    notOver: t('半年度未结束', 'not yet'),
    thisPeriod: t('本半年完成', 'This half-year'),
    thisPeriodShort: t('本半年', 'Half-year'),
    nextPeriod: t('下一个半年', 'next half-year'),
    earlierPeriods: t('以前半年度', 'earlier half-years'),
  },
}

/** Where tables of several cadences stand together. */
export const anyCadence: Pick<CadenceWords, 'returns' | 'return'> = {
  returns: t('定期报表', 'Returns'),
  return: t('定期报表', 'return'),
}

/** The words of the one cadence that all of them have; the general ones where they differ, or there is none. */
export function wordsOfAll(cadences: readonly Cadence[]): Pick<CadenceWords, 'returns' | 'return'> {
  const [first, ...others] = new Set(cadences)
  return first && others.length === 0 ? cadenceWords[first] : anyCadence
}
