import type { Words } from '../../../shared/words.ts'

/** What stands on a notice on paper. */
export const paperWords = {
  noticeTitle: {
    zh: (park: string, no: string) => `${park}第${no}期资金拨付公示`,
    en: (park: string, no: string) => `${park}: public notice of tranche ${no}`,
  },
  noticeBatch: { zh: '批次', en: 'Batch' },
  noticeAmount: { zh: '拟拨付金额（元）', en: 'To be paid (CNY)' },
  inCapitals: { zh: '金额大写', en: 'In Chinese capitals' },
  noticeBasis: { zh: '依据条款', en: 'Clause' },
  noticePeriod: { zh: '公示期', en: 'Period' },
  fromUntil: {
    zh: (from: string, until: string) => `${from}至${until}`,
    en: (from: string, until: string) => `${from} to ${until}`,
  },
  untilPaid: { zh: (from: string) => `${from}起至拨付之日`, en: (from: string) => `from ${from} until the payment` },
  noticeContact: { zh: '异议受理', en: 'Objections to' },
  noticeEnded: { zh: '公示已撤下（不作为正式文件）', en: 'TAKEN DOWN (no official paper)' },
} as const satisfies Words
