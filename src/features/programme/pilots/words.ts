import type { Words } from '../../../shared/words.ts'

export const words = {
  title: { zh: '试点园区', en: 'Pilot parks' },
  park: { zh: '园区', en: 'Park' },
  county: { zh: '县(市、区)', en: 'County' },
  batch: { zh: '批次', en: 'Batch' },
  plan: { zh: '方案', en: 'Plan' },
  award: { zh: '激励资金', en: 'Award' },
  committed: { zh: '已签约', en: 'Committed' },
  disbursed: { zh: '已拨付', en: 'Disbursed' },
  spent: { zh: '已支出', en: 'Spent' },
  services: { zh: '已计入服务', en: 'Services counted' },
  countedOf: {
    zh: (counted: number, all: number) => `${counted} / ${all} 项`,
    en: (counted: number, all: number) => `${counted} of ${all}`,
  },
  yuan: { zh: '金额单位：元', en: 'Amounts in yuan' },
  search: { zh: '园区或县名', en: 'Park or county' },
  empty: {
    zh: '您的管辖范围内还没有试点园区。省经信厅登记试点园区后在此显示。',
    en: 'No pilot park in your area yet. The provincial economy department admits them.',
  },
} as const satisfies Words

/** A park that serves without a pilot. */
export const standingWords = {
  title: { zh: '常态化服务', en: 'Standing service' },
  goTo: { zh: '进入常态化服务', en: 'To standing service' },
  closed: { zh: '已结项', en: 'closed' },
  none: {
    zh: '本园区没有试点，也没有开展常态化服务。',
    en: 'This park runs in no pilot and is not in standing service.',
  },
  begin: { zh: '开展常态化服务', en: 'Begin standing service' },
} as const satisfies Words

/** The views of one pilot. */
export const tabWords = {
  overview: { zh: '概况', en: 'Overview' },
  lists: { zh: '企业、机构与产品', en: 'Lists' },
  plan: { zh: '方案', en: 'Plan' },
  money: { zh: '资金', en: 'Money' },
  enterprises: { zh: '试点企业', en: 'Enterprises' },
  services: { zh: '服务', en: 'Services' },
  activities: { zh: '活动', en: 'Activities' },
  practices: { zh: '机制与经验', en: 'Practice' },
  evaluations: { zh: '绩效评价', en: 'Evaluation' },
  matters: { zh: '重大事项', en: 'Major matters' },
  closeOut: { zh: '结项', en: 'Close-out' },
} as const satisfies Words
