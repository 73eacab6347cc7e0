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
  takeOver: {
    zh: (batch: string) => `沿用“${batch}”联络员名单`,
    en: (batch: string) => `Take over the list of ${batch}`,
  },
  takeOverNote: {
    zh: (on: string) => `以下人员在该批次名单（${on} 备案）中仍在任，确认后填入本名单，起止日期不变，可继续修改。`,
    en: (on: string) =>
      `They still serve by that list, on record since ${on}. Confirmed, they go into this list with their days, and can be changed.`,
  },
  takeThem: { zh: (n: number) => `填入 ${n} 人`, en: (n: number) => `Take over ${n}` },
  nobodyToTake: { zh: '没有可沿用的人员', en: 'Nobody to take over' },
  taken: { zh: '沿用人员', en: 'Taken over' },
  leftOut: { zh: '未沿用', en: 'Left out' },
  ended: { zh: '已不在任', en: 'no longer serves' },
  'other-park': { zh: '所在园区不在本批次', en: 'the park is not in this batch' },
  listed: { zh: '已在本名单中', en: 'in this list already' },
  unit: { zh: '单位', en: 'Unit' },
  seat: { zh: 'A/B 角', en: 'Seat' },
  person: { zh: '姓名', en: 'Name' },
  servesFrom: { zh: '起用日期', en: 'From' },
  servesUntil: { zh: '止用日期', en: 'Until' },
  untilFurther: { zh: '长期', en: 'Until further notice' },
} as const satisfies Words
