import type { Words } from '../../../shared/words.ts'

export const words = {
  title: { zh: '企业成果登记', en: 'Register' },
  note: {
    zh: '称号、知识产权、融资、验收与认证、年度营业收入：每项附一件证明，同一号码全省只计一次。绩效指标由此计算。',
    en: 'Titles, rights, financing, certificates and yearly revenue, each with its paper; a number counts once in the province. The indicators are counted from here.',
  },
  own: { zh: '企业成果', en: 'Registers' },
  noneOwn: { zh: '本单位还没有列入方案的试点企业。', en: 'No enterprise of this unit is in a plan yet.' },
  count: { zh: (n: number) => `${n} 条`, en: (n: number) => (n === 1 ? '1 entry' : `${n} entries`) },
  enterprise: { zh: '企业', en: 'Enterprise' },
  none: { zh: '还没有登记。', en: 'Nothing is entered yet.' },
  enter: { zh: '登记成果', en: 'Enter in the register' },
  correct: { zh: '更正', en: 'Correct' },
  withdraw: { zh: '撤回', en: 'Withdraw' },
  withdrawNote: {
    zh: '撤回后仍留在登记中，但不再计入任何指标，号码可以重新登记。',
    en: 'It stays on record, counts nowhere any more, and its number is free again.',
  },
  sort: { zh: '类型', en: 'What it is' },
  number: { zh: '号码', en: 'Number' },
  day: { zh: '日期', en: 'Day' },
  party: { zh: '相关单位', en: 'By or with' },
  amount: { zh: '金额（元）', en: 'Amount (yuan)' },
  validUntil: { zh: '有效期至', en: 'Valid until' },
  paper: { zh: '证明材料', en: 'Paper' },
  state: { zh: '状态', en: 'State' },
  counts: { zh: '计入', en: 'counts' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
  corrected: { zh: (n: number) => `更正 ${n} 次`, en: (n: number) => (n === 1 ? '1 correction' : `${n} corrections`) },
  reason: { zh: '原因', en: 'Reason' },
  former: { zh: '更正前的内容', en: 'What was said before' },
  formerLine: {
    zh: (sort: string, number: string, day: string) => `${sort}，${number}，${day}`,
    en: (sort: string, number: string, day: string) => `${sort}, ${number}, ${day}`,
  },
  holderNote: {
    zh: '权利人须为本企业。',
    en: 'The holder is this enterprise.',
  },
  saved: { zh: '已登记', en: 'Entered' },
  acts: { zh: '操作', en: 'Acts' },
} as const satisfies Words
