import type { Words } from '../../../shared/words.ts'

export const words = {
  title: { zh: '半年总结汇总', en: 'Half-year summaries' },
  filings: { zh: '报送事项', en: 'Filings' },
  note: {
    zh: '把各县已备案的总结按章节合成一份底稿，可复制到正式材料中修改。',
    en: 'The summaries on record, merged chapter by chapter into one draft to copy and finish.',
  },
  batch: { zh: '批次', en: 'Batch' },
  period: { zh: '半年', en: 'Half-year' },
  noneOwed: { zh: '目前没有应报送的半年总结', en: 'No half-year summary is owed at the moment' },
  counties: { zh: '各县报送情况', en: 'Where the counties stand' },
  onRecord: {
    zh: (done: number, all: number) => `${done}/${all} 已备案`,
    en: (done: number, all: number) => `${done} of ${all} on record`,
  },
  county: { zh: '县(市、区)', en: 'County' },
  state: { zh: '状态', en: 'State' },
  notBegun: { zh: '未开始', en: 'not begun' },
  recordNo: { zh: '备案号', en: 'Record' },
  open: { zh: '查看', en: 'Open' },
  totals: { zh: '全省数据合计', en: 'Sums of the province' },
  totalsNote: {
    zh: (n: number) => `由 ${n} 个县已备案总结中的系统数据相加`,
    en: (n: number) => `added up from the figures of ${n} ${n === 1 ? 'summary' : 'summaries'} on record`,
  },
  draft: { zh: '合成底稿', en: 'Merged draft' },
  copy: { zh: '复制全文', en: 'Copy the text' },
  copied: { zh: '已复制', en: 'Copied' },
  notCopied: { zh: '浏览器不允许复制，请手动选择', en: 'The browser does not allow copying; select the text' },
  nothingYet: { zh: '还没有备案的总结', en: 'No summary is on record yet' },
  missing: {
    zh: (names: string) => `未备案：${names}。`,
    en: (names: string) => `Not on record: ${names}.`,
  },
} as const satisfies Words
