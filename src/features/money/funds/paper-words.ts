import type { Words } from '../../../shared/words.ts'

/** What stands on the recommendation of a tranche. */
export const paperWords = {
  moneyUnit: { zh: '单位：元', en: 'in CNY' },
  trancheTitle: {
    zh: (park: string, no: string) => `${park}第${no}期资金拨付建议`,
    en: (park: string, no: string) => `${park}: recommendation of tranche ${no}`,
  },
  trancheDraft: { zh: '草　稿（尚未提出拨付建议）', en: 'DRAFT (nothing recommended yet)' },
  trancheNo: { zh: '期次', en: 'Tranche' },
  trancheOf: {
    zh: (no: number, of: number) => `第${no}期（共${of}期）`,
    en: (no: number, of: number) => `${no} of ${of}`,
  },
  ruleShare: { zh: '规定比例', en: 'Share by the rules' },
  shareExact: { zh: (n: number) => `${n}%`, en: (n: number) => `${n}%` },
  shareRange: {
    zh: (min: number, max: number) => `${min}%至${max}%`,
    en: (min: number, max: number) => `${min}% to ${max}%`,
  },
  shareRest: { zh: '剩余资金', en: 'the rest' },
  amount: { zh: '建议拨付金额（元）', en: 'Recommended (CNY)' },
  amountIs: { zh: (yuan: string) => `可建议 ${yuan}`, en: (yuan: string) => `may be ${yuan}` },
  amountMay: {
    zh: (min: string, max: string) => `可建议 ${min} 至 ${max}`,
    en: (min: string, max: string) => `may be ${min} to ${max}`,
  },
  inCapitals: { zh: '金额大写', en: 'In Chinese capitals' },
  releasedBefore: { zh: '此前累计拨付（元）', en: 'Released before (CNY)' },
  cumulative: { zh: '含本期累计比例', en: 'Cumulative share' },
  planned: { zh: '拨付方案安排', en: 'By the disbursement plan' },
  plannedFor: {
    zh: (yuan: string, day: string) => `${yuan} 元，${day}`,
    en: (yuan: string, day: string) => `CNY ${yuan}, ${day}`,
  },
  gateList: { zh: '拨付条件核对', en: 'Conditions checked' },
  condition: { zh: '核对情况', en: 'As checked' },
  clause: { zh: '依据条款', en: 'Clause' },
  result: { zh: '结果', en: 'Result' },
  met: { zh: '符合', en: 'met' },
  metFrom: { zh: (day: string) => `${day}起符合`, en: (day: string) => `met from ${day}` },
  noticeUntil: {
    zh: (from: string, until: string) => `${from}发布公示，至${until}止。`,
    en: (from: string, until: string) => `Announced on ${from}, until ${until}.`,
  },
  noticeFrom: { zh: (from: string) => `${from}发布公示。`, en: (from: string) => `Announced on ${from}.` },
  objectionsOpen: {
    zh: (n: number) => `待答复异议 ${n} 条。`,
    en: (n: number) => ` Objections to be answered: ${n}.`,
  },
  unmet: { zh: '不符合', en: 'not met' },
  opinionsBoth: { zh: '两部门意见', en: 'Opinions of both bureaus' },
  recommendedOn: {
    zh: (yuan: string) => `建议拨付 ${yuan} 元。`,
    en: (yuan: string) => `Release of CNY ${yuan} recommended.`,
  },
  judgedYes: {
    zh: (reason: string) => `经判断，服务已实际开展：${reason}`,
    en: (reason: string) => `Services are really under way: ${reason}`,
  },
  judgedNo: {
    zh: (reason: string) => `经判断，服务尚未实际开展：${reason}`,
    en: (reason: string) => `Services are not yet under way: ${reason}`,
  },
  judgedBefore: {
    zh: (day: string, by: string, word: string) => `此前判断（${day}，${by}）：${word}`,
    en: (day: string, by: string, word: string) => `Judged before (${day}, ${by}): ${word}`,
  },
  released: {
    zh: (day: string, voucher: string) => `同意拨付，${day}付款，凭证号 ${voucher}。`,
    en: (day: string, voucher: string) => `Released, paid on ${day}, voucher ${voucher}.`,
  },
  paidTo: {
    zh: (holder: string, bank: string, number: string) => `收款账户：${holder}，${bank}，${number}`,
    en: (holder: string, bank: string, number: string) => `Paid to: ${holder}, ${bank}, ${number}`,
  },
  paidToNone: { zh: '收款账户：拨付时未登记', en: 'Paid to: no account was named at the release' },
  receivedBox: { zh: (park: string) => `${park}到账确认`, en: (park: string) => `Receipt confirmed by ${park}` },
  received: {
    zh: (day: string) => `资金已于${day}到账，纳入专账核算。`,
    en: (day: string) => `The money arrived on ${day} and is booked in the dedicated ledger.`,
  },
  reversals: { zh: '拨付冲正', en: 'Releases taken back' },
  reversedOn: { zh: '冲正日期', en: 'Taken back on' },
  reversedAmount: { zh: '金额（元）', en: 'Sum (CNY)' },
  reversedRelease: { zh: '原拨付', en: 'Release' },
  reversedPayment: {
    zh: (day: string, voucher: string) => `${day}付款，凭证号 ${voucher}`,
    en: (day: string, voucher: string) => `paid on ${day}, voucher ${voucher}`,
  },
  reversedBy: { zh: '办理人', en: 'By' },
  reversedWhy: { zh: '理由', en: 'Reason' },
  platformNo: { zh: '省级平台备案号', en: 'Provincial filing no.' },
  basis: { zh: '依据方案', en: 'Rests on' },
  basisNo: { zh: (no: number) => `方案第${no}版（已批准）`, en: (no: number) => `version ${no} of the approved plan` },
  noBasis: { zh: '方案尚未批准', en: 'No plan is approved yet' },
} as const satisfies Words
