import type { TrancheCondition } from '../../../policy/editions/edition-rules.ts'
import type { Text, Words } from '../../../shared/words.ts'

/** What stands where a gate's sentence stood once the tranche is on its way. */
export const trancheWords = {
  recommended: {
    zh: (no: number, yuan: string, by: string, day: string) =>
      `第 ${no} 期：${by}已于 ${day} 建议拨付 ${yuan} 元，等待财政部门拨付。`,
    en: (no: number, yuan: string, by: string, day: string) =>
      `Tranche ${no}: ${by} recommended ${yuan} yuan on ${day}; it is for the finance bureau to release it.`,
  },
  /** Before the sentence that says what holds the payment. */
  asked: {
    zh: (no: number, yuan: string, by: string, day: string) => `第 ${no} 期：${by}已于 ${day} 建议拨付 ${yuan} 元。`,
    en: (no: number, yuan: string, by: string, day: string) =>
      `Tranche ${no}: ${by} recommended ${yuan} yuan on ${day}.`,
  },
  released: {
    zh: (no: number, yuan: string, day: string) =>
      `第 ${no} 期：财政部门已于 ${day} 拨付 ${yuan} 元，等待园区确认到账。`,
    en: (no: number, yuan: string, day: string) =>
      `Tranche ${no}: finance paid ${yuan} yuan on ${day}; it is for the park to confirm its receipt.`,
  },
  received: {
    zh: (no: number, yuan: string, day: string) => `第 ${no} 期：${yuan} 元已于 ${day} 到账。`,
    en: (no: number, yuan: string, day: string) => `Tranche ${no}: ${yuan} yuan arrived on ${day}.`,
  },
} as const satisfies Words

/** What a condition of the edition demands, when it is met. */
export const conditionNames: Readonly<Record<TrancheCondition, Text>> = {
  'plan-approved': { zh: '方案已审核通过', en: 'The plan is approved' },
  'previous-received': { zh: '上一期资金已确认到账', en: 'The tranche before has been received' },
  'mechanism-ready': { zh: '服务机制与资金内控制度已建立', en: 'Service mechanism and fund-control rules are set up' },
  'enterprises-diagnosed': { zh: '试点企业已全部诊断', en: 'Every pilot enterprise has been diagnosed' },
  'services-under-way': { zh: '系统记录：已有服务开展', en: 'On record: services have been started' },
  'judged-under-way': {
    zh: '两部门均判断服务已实际开展',
    en: 'Both bureaus judge that services are really under way',
  },
  'notice-over': {
    zh: '拨付前公示期满，异议均已答复',
    en: 'The public notice is over and every objection answered',
  },
  'evaluation-done': { zh: '绩效评价已完成', en: 'The evaluation is done' },
}

export const words = {
  title: { zh: '资金', en: 'Money' },
  titleOf: { zh: (park: string) => `${park} · 资金`, en: (park: string) => `${park} · Money` },
  backToPilot: { zh: '试点园区', en: 'Pilot park' },
  tabTranches: { zh: '分期拨付', en: 'Tranches' },
  tabLines: { zh: '资金用途', en: 'Fund lines' },
  tabLedger: { zh: '专账', en: 'Ledger' },
  tabPayments: { zh: '付款', en: 'Payments' },
  tabMeasures: { zh: '处理措施', en: 'Measures' },
  pilots: { zh: '试点园区', en: 'Pilot parks' },

  award: { zh: '激励资金总额', en: 'Award' },
  awardNote: { zh: (yuan: string) => `尚未拨付 ${yuan} 元`, en: (yuan: string) => `${yuan} yuan not yet disbursed` },
  awardLess: {
    zh: (yuan: string, deducted: string) => `尚未拨付 ${yuan} 元，已扣减 ${deducted} 元`,
    en: (yuan: string, deducted: string) => `${yuan} yuan not yet disbursed, ${deducted} yuan deducted`,
  },
  disbursedLess: {
    zh: (recovered: string, cash: string) => `已收回 ${recovered} 元，账户 ${cash} 元`,
    en: (recovered: string, cash: string) => `recovered ${recovered}, in the account ${cash}`,
  },
  committed: { zh: '已签约', en: 'Committed' },
  committedNote: {
    zh: (yuan: string) => `用途尚可签约 ${yuan} 元`,
    en: (yuan: string) => `${yuan} yuan free for contracts`,
  },
  committedLess: {
    zh: (yuan: string, covered: string) => `用途余额 ${yuan} 元，扣减、追回后资金只够再签 ${covered} 元`,
    en: (yuan: string, covered: string) =>
      `${yuan} yuan left in the fund lines; after deductions and recoveries there is money for ${covered}`,
  },
  disbursed: { zh: '已拨付', en: 'Disbursed' },
  disbursedNote: {
    zh: (transit: string, cash: string) => `在途 ${transit} 元，账户 ${cash} 元`,
    en: (transit: string, cash: string) => `in transit ${transit}, in the account ${cash}`,
  },
  spent: { zh: '已支出', en: 'Spent' },
  spentNote: {
    zh: (yuan: string) => `已批准待支付 ${yuan} 元`,
    en: (yuan: string) => `${yuan} yuan approved, not yet paid`,
  },

  trancheNo: { zh: (no: number) => `第 ${no} 期`, en: (no: number) => `Tranche ${no}` },
  shareExact: { zh: (percent: number) => `总额的 ${percent}%`, en: (percent: number) => `${percent}% of the award` },
  shareAtLeast: {
    zh: (percent: number) => `不低于总额的 ${percent}%`,
    en: (percent: number) => `at least ${percent}% of the award`,
  },
  shareRest: { zh: '剩余资金', en: 'the remainder' },
  inferred: { zh: '推定', en: 'inferred' },
  inferredHint: {
    zh: '指南未写明，由同类项目推定。',
    en: 'Not written in the guide; inferred from sibling programmes.',
  },
  conditions: { zh: '拨付条件', en: 'Conditions' },
  met: { zh: '已满足', en: 'met' },
  unmet: { zh: '未满足', en: 'not met' },
  history: { zh: '办理经过', en: 'What happened' },
  recommendedStep: { zh: '经信建议', en: 'Recommended' },
  releasedStep: { zh: '财政拨付', en: 'Released' },
  receivedStep: { zh: '园区到账', en: 'Received' },
  amount: { zh: '金额', en: 'Amount' },
  opinion: { zh: '建议说明', en: 'Remarks' },
  voucher: { zh: '支付凭证', en: 'Payment voucher' },

  recommend: { zh: '提出拨付建议', en: 'Recommend' },
  recommendTitle: {
    zh: (no: number) => `第 ${no} 期 · 拨付建议`,
    en: (no: number) => `Tranche ${no} · recommendation`,
  },
  amountYuan: { zh: '建议金额', en: 'Amount to recommend' },
  amountFixed: {
    zh: (yuan: string) => `本期金额按比例固定为 ${yuan} 元，精确到分。`,
    en: (yuan: string) => `This tranche is fixed by its share: ${yuan} yuan, to the fen.`,
  },
  amountRange: {
    zh: (min: string, max: string) => `可在 ${min} 至 ${max} 元之间建议。`,
    en: (min: string, max: string) => `Any amount from ${min} to ${max} yuan.`,
  },
  takeLeast: { zh: '填最低额', en: 'Take the least' },
  takeMost: { zh: '填最高额', en: 'Take the most' },
  opinionHint: { zh: '写明拨付理由，财政部门与园区可见。', en: 'Seen by the finance bureau and the park.' },
  withdraw: { zh: '撤回建议', en: 'Withdraw' },
  withdrawTitle: {
    zh: (no: number) => `撤回第 ${no} 期拨付建议？`,
    en: (no: number) => `Withdraw the recommendation of tranche ${no}?`,
  },
  withdrawBody: {
    zh: '撤回后可重新提出；原建议与撤回理由留在本期记录中。',
    en: 'It can be recommended again afterwards; what was recommended and why it was withdrawn stay on record.',
  },
  release: { zh: '登记拨付', en: 'Release' },
  releaseTitle: { zh: (no: number) => `第 ${no} 期 · 登记拨付`, en: (no: number) => `Tranche ${no} · release` },
  voucherNo: { zh: '支付凭证号', en: 'Voucher number' },
  voucherFile: { zh: '支付凭证扫描件', en: 'Scan of the voucher' },
  paidOn: { zh: '支付日期', en: 'Day of payment' },
  paidOnMissing: { zh: '请填写支付日期。', en: 'The day of payment is needed.' },
  releaseNote: {
    zh: (park: string, yuan: string) =>
      `收款单位：${park}；拨付金额 ${yuan} 元。登记后计入在途资金，园区确认后到账；记错只能由财政部门冲销，原分录保留。`,
    en: (park: string, yuan: string) =>
      `To ${park}: ${yuan} yuan; in transit once recorded, in the account once the park confirms. Only a reversing entry of the finance bureau takes it back.`,
  },
  confirmReceipt: { zh: '确认到账', en: 'Confirm receipt' },
  receivedOn: { zh: '到账日期', en: 'Arrived on' },
  receivedOnHint: { zh: '以银行入账日为准', en: 'The day the bank booked it' },
  confirmTitle: { zh: (no: number) => `确认第 ${no} 期资金到账？`, en: (no: number) => `Has tranche ${no} arrived?` },
  confirmBody: {
    zh: (yuan: string, voucher: string) => `请核对银行账户：${yuan} 元，凭证号 ${voucher}。`,
    en: (yuan: string, voucher: string) => `Check the bank account: ${yuan} yuan, voucher ${voucher}.`,
  },
  done: { zh: '已办理', en: 'Done' },

  linesEmpty: { zh: '方案审核通过后，资金用途列在这里。', en: 'The fund lines appear here once the plan is approved.' },
  purpose: { zh: '用途', en: 'Purpose' },
  serviceKind: { zh: '服务类别', en: 'Service kind' },
  quarter: { zh: '计划季度', en: 'Quarter' },
  planned: { zh: '计划', en: 'Planned' },
  available: { zh: '可签约', en: 'Available' },
  lineCommitted: { zh: '已签约未支出', en: 'Committed, not spent' },
  use: { zh: '使用进度', en: 'Used' },
  total: { zh: '合计', en: 'Total' },
  tailored: { zh: '精准服务占比', en: 'Share for tailored services' },
  tailoredNote: {
    zh: (min: number) => `下限 ${min}%`,
    en: (min: number) => `at least ${min}%`,
  },
  tailoredPlanned: { zh: '计划', en: 'planned' },
  tailoredCommitted: { zh: '签约', en: 'committed' },
  tailoredSpent: { zh: '支出', en: 'spent' },

  ledgerEmpty: { zh: '方案审核通过后开立专账。', en: 'The ledger opens when the plan is approved.' },
  ledgerCaption: { zh: '专账分录', en: 'Ledger entries' },
  bookedOn: { zh: '记账日期', en: 'Booked on' },
  entryKind: { zh: '类型', en: 'Kind' },
  subject: { zh: '事项', en: 'About' },
  measure: { zh: '处理措施', en: 'Measure' },
  memo: { zh: '摘要', en: 'Memo' },
  byWhom: { zh: '经办', en: 'By' },
  fundLine: { zh: '资金用途', en: 'Fund line' },
  plan: { zh: '方案', en: 'Plan' },
  reversed: { zh: '已冲正', en: 'reversed' },
  reversal: { zh: '冲正', en: 'reversal' },
  debit: { zh: '借', en: 'Debit' },
  credit: { zh: '贷', en: 'Credit' },
  account: { zh: '科目', en: 'Account' },
  postings: { zh: '借贷明细', en: 'Postings' },
  showPostings: { zh: '展开借贷明细', en: 'Show postings' },
  hidePostings: { zh: '收起借贷明细', en: 'Hide postings' },
  reverse: { zh: '冲正', en: 'Reverse' },
  reverseTitle: { zh: (name: string) => `冲正这笔“${name}”？`, en: (name: string) => `Reverse this entry (${name})?` },
  reverseBody: {
    zh: '原分录保留，另记一笔方向相反的分录；相应的拨付退回上一步。',
    en: 'The entry stays; a mirrored one is added, and the tranche goes back one step.',
  },
} as const satisfies Words

/** What stands in the exported workbook only. */
export const exportWords = {
  entryId: { zh: '分录编号', en: 'Entry id' },
  about: { zh: '说明', en: 'About' },
  rows: { zh: '行数', en: 'Rows' },
  entries: { zh: '分录数', en: 'Entries' },
  exportedAt: { zh: '导出时间（北京时间）', en: 'Exported at (China time)' },
  exportedBy: { zh: '导出人', en: 'Exported by' },
  park: { zh: '园区', en: 'Park' },
  rules: { zh: '规则版本', en: 'Rules' },
  all: { zh: '全部', en: 'all' },
  ledgerFile: { zh: '专账', en: 'ledger' },
} as const satisfies Words
