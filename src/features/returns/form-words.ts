import type { Words } from '../../shared/words.ts'

const digits = '一二三四'

/** What is printed on the official form alone. */
export const formWords = {
  sheet: { zh: '完成情况表', en: 'Completion' },
  title: { zh: '绩效目标完成情况表', en: 'Performance Target Completion Table' },
  filer: { zh: '填报单位（盖章）：', en: 'Filed by (seal): ' },
  quarter: {
    zh: (quarter: string) => `${quarter.slice(0, 4)}年${digits.charAt(Number(quarter.slice(5)) - 1)}季度`,
    en: (quarter: string) => `${quarter.slice(0, 4)} Q${quarter.slice(5)}`,
  },
  operator: { zh: '运营主体统一社会信用代码', en: 'Operator (credit code)' },
  moneyUnit: { zh: '金额单位：元', en: 'Money in CNY' },
  done: { zh: '完成情况', en: 'Done' },
  ratePercent: { zh: '完成率%', en: 'Completion (%)' },
  gapPoints: { zh: '时序进度差（百分点）', en: 'Against time (points)' },
  noteComputed: {
    zh: '注：1. 本季完成、本年累计、总累计由系统按截止日前已认可的记录计算；空白表示本系统暂不计算或尚无数据。',
    en: 'Notes: 1. Figures are computed from records accepted up to the cut-off; blank: not computed here, or no data.',
  },
  noteAccepted: {
    zh: '2. 完成率以两年目标值为基准；核定值由县（市、区）经信部门填写，只能核减。',
    en: '2. Completion is against the two-year target; the county economy bureau accepts figures and may only reduce them.',
  },
  noteOpen: {
    zh: '3. 本表尚未报送，数值仍随记录变化，不作为正式报表。',
    en: '3. Not submitted yet: figures still follow the records; this is no official return.',
  },
  signFiller: { zh: '填报人（签字）：', en: 'Filled in by (signature):' },
  signPark: { zh: '园区负责人（签字）：', en: 'Park manager (signature):' },
  signEconomy: { zh: '经信部门核定（盖章）：', en: 'Economy bureau (seal):' },
  version: {
    zh: (no: number, hash: string) => `第 ${no} 版 SHA-256 ${hash}`,
    en: (no: number, hash: string) => `Version ${no} SHA-256 ${hash}`,
  },
  draft: { zh: '草稿，未报送', en: 'Draft, not submitted' },
  page: { zh: '第 &P 页 共 &N 页', en: 'Page &P of &N' },
} as const satisfies Words
