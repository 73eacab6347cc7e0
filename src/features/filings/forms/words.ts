import type { Words } from '../../../shared/words.ts'

/** The three county forms: their rows in words, and what their screens say beside the sections. */
export const words = {
  row: { zh: (no: number) => `第 ${no} 行`, en: (no: number) => `Row ${no}` },
  order: { zh: '各行顺序', en: 'Order of the rows' },
  drafted: { zh: '系统已按数据起草，请补充修改。', en: 'Drafted from the figures; finish it.' },
  nothingWritten: { zh: '(未填写)', en: '(nothing written)' },
  facts: { zh: '系统数据', en: 'Figures' },
  factsNote: { zh: '点数字查看来源', en: 'Each figure opens its source' },
  figure: { zh: '指标', en: 'Figure' },
  all: { zh: '合计', en: 'All' },
  parkSums: { zh: '各园区合计', en: 'Sums by park' },
  sumMeets: { zh: '等于核定资金', en: 'meets the award' },
  sumShort: { zh: (yuan: string) => `还差 ${yuan} 元`, en: (yuan: string) => `${yuan} short` },
  sumOver: { zh: (yuan: string) => `多出 ${yuan} 元`, en: (yuan: string) => `${yuan} over` },
  of: {
    zh: (sum: string, award: string) => `${sum} / ${award} 元`,
    en: (sum: string, award: string) => `${sum} of ${award}`,
  },
} as const satisfies Words
