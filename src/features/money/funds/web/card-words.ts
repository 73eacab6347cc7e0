import { describedFields } from '../../../../policy/guide/described-fields.ts'
import type { Words } from '../../../../shared/words.ts'

/** What a tranche's card and its dialogs say about plan, judgments, notice and filing number. */
export const cardWords = {
  judging: { zh: '服务是否实际开展', en: 'Are the services really under way?' },
  judgingLead: { zh: '系统记录', en: 'What the records say' },
  mechanism: { zh: '服务机制与内控制度', en: 'Mechanism and fund-control rules' },
  isReady: { zh: '已建立', en: 'set up' },
  isNotReady: { zh: '未建立', en: 'not set up' },
  diagnosedFact: { zh: '试点企业诊断', en: 'Pilot enterprises diagnosed' },
  orderedFact: { zh: '已签约服务', en: 'Services under contract' },
  orderedCount: {
    zh: (ordered: number, running: number) => `${ordered} 项，其中已开展 ${running} 项`,
    en: (ordered: number, running: number) => `${ordered}, of which begun: ${running}`,
  },
  committedFact: { zh: '已签约金额', en: 'Committed' },
  spentFact: { zh: '已支出金额', en: 'Spent' },
  judgedYes: { zh: '已实际开展', en: 'really under way' },
  judgedNo: { zh: '未实际开展', en: 'not under way' },
  notJudged: { zh: '尚未判断', en: 'not judged yet' },
  judge: { zh: '作出判断', en: 'Judge' },
  judgeTitle: {
    zh: (no: number) => `第 ${no} 期 · 服务是否实际开展`,
    en: (no: number) => `Tranche ${no} · are the services really under way?`,
  },
  judgeHint: {
    zh: '代表本部门作出；拨付前可再次判断，以最后一次为准。',
    en: 'For your own bureau; until the money is out a later judgment replaces it.',
  },
  reason: { zh: '理由', en: 'Reason' },
  verdictMissing: { zh: '请选择判断结论。', en: 'Choose one of the two.' },
  verdict: { zh: '判断', en: 'Judgment' },

  countyPlan: { zh: '拨付方案', en: 'Disbursement plan' },
  countyPlanNone: { zh: '尚未备案', en: 'none on record' },
  plannedFor: {
    zh: (yuan: string, day: string) => `方案 ${yuan} 元，计划 ${day} 拨付`,
    en: (yuan: string, day: string) => `${yuan} yuan planned for ${day}`,
  },
  askedFor: { zh: (yuan: string) => `建议 ${yuan} 元`, en: (yuan: string) => `${yuan} yuan asked` },
  filingOfReversed: {
    zh: (voucher: string) => `（凭证 ${voucher}，该笔拨付已冲正）`,
    en: (voucher: string) => `(voucher ${voucher}, a release that was reversed)`,
  },
  withdrawnRecommendations: { zh: '已撤回的建议', en: 'Recommendations withdrawn' },
  withdrawnOf: {
    zh: (yuan: string, day: string) => `${day} 建议 ${yuan} 元，已撤回：`,
    en: (yuan: string, day: string) => `${yuan} yuan, recommended on ${day}, withdrawn:`,
  },
  reversedReleases: { zh: '已冲正的拨付', en: 'Releases reversed' },
  reversedOf: {
    zh: (yuan: string, voucher: string, day: string) => `${day} 拨付 ${yuan} 元，凭证号 ${voucher}，已冲正：`,
    en: (yuan: string, voucher: string, day: string) => `${yuan} yuan, paid on ${day}, voucher ${voucher}, reversed:`,
  },
  amountAsPlanned: { zh: '金额与方案一致', en: 'the amount as planned' },
  laterThanPlanned: {
    zh: (paid: string, days: number) => `${paid} 拨付，比计划晚 ${days} 天`,
    en: (paid: string, days: number) => `paid on ${paid}, ${days} ${days === 1 ? 'day' : 'days'} later than planned`,
  },
  earlierThanPlanned: {
    zh: (paid: string, days: number) => `${paid} 拨付，比计划早 ${days} 天`,
    en: (paid: string, days: number) => `paid on ${paid}, ${days} ${days === 1 ? 'day' : 'days'} earlier than planned`,
  },
  overduePlanned: {
    zh: (days: number) => `已过计划拨付日 ${days} 天`,
    en: (days: number) => `${days} ${days === 1 ? 'day' : 'days'} past the planned day`,
  },
  asPlanned: { zh: '与方案一致', en: 'as planned' },
  morePlanned: { zh: (yuan: string) => `比方案多 ${yuan} 元`, en: (yuan: string) => `${yuan} yuan more than planned` },
  lessPlanned: { zh: (yuan: string) => `比方案少 ${yuan} 元`, en: (yuan: string) => `${yuan} yuan less than planned` },
  deviationHint: {
    zh: (clause: string) => `与县里报备的方案不一致时必须写明理由（${clause}）。`,
    en: (clause: string) => `Another sum than planned needs its reason here (${clause}).`,
  },

  notice: { zh: '拨付前公示', en: 'Public notice' },
  noticeAsked: { zh: (days: number) => `须公示 ${days} 个工作日`, en: (days: number) => `${days} working days` },
  noticeFree: { zh: '及时公开，不设期限', en: 'published in time, no countdown' },
  noticeNone: { zh: '尚未发布', en: 'not published' },
  noticePeriod: {
    zh: (from: string, until: string) => `${from} 至 ${until}`,
    en: (from: string, until: string) => `${from} to ${until}`,
  },
  noticeOpen: { zh: (from: string) => `${from} 起至拨付之日`, en: (from: string) => `from ${from} until the payment` },
  daysLeft: {
    zh: (days: number) => `还剩 ${days} 个工作日`,
    en: (days: number) => `${days} working ${days === 1 ? 'day' : 'days'} left`,
  },
  provisional: { zh: '放假安排未公布，暂按周一至周五计', en: 'rest days not announced yet, Monday to Friday assumed' },
  objections: {
    zh: (all: number, open: number) => `异议 ${all} 条，待答复 ${open} 条`,
    en: (all: number, open: number) => `${all} ${all === 1 ? 'objection' : 'objections'}, ${open} to be answered`,
  },
  noticeEnded: {
    zh: (from: string, until: string, reason: string) =>
      `${from} 发布，${until} 终止${reason === '' ? '' : `：${reason}`}`,
    en: (from: string, until: string, reason: string) =>
      `published ${from}, ended ${until}${reason === '' ? '' : `: ${reason}`}`,
  },
  publicPage: { zh: '公开页面', en: 'Public page' },
  publish: { zh: '发布公示', en: 'Publish the notice' },
  publishTitle: { zh: (no: number) => `第 ${no} 期 · 拨付前公示`, en: (no: number) => `Tranche ${no} · public notice` },
  draftAwaited: { zh: '公示草稿尚未载入', en: 'The draft is not loaded yet' },
  publishPeriod: {
    zh: (from: string, until: string, days: number) => `今日（${from}）发布，公示至 ${until}，共 ${days} 个工作日。`,
    en: (from: string, until: string, days: number) =>
      `Published today (${from}), until ${until}: ${days} working days.`,
  },
  publishOpen: { zh: '今日发布，至资金拨付之日止。', en: 'Published today, until the money is paid.' },
  noticeBody: describedFields.noticeBody,
  noticeBodyHint: {
    zh: '金额、园区、公示期另行列出并随放假安排更新，正文不写公示天数和起止日期。',
    en: 'Sum, park and period stand beside the text and follow the rest days; days of the display do not go in here.',
  },
  noticeContact: { zh: '异议受理岗位', en: 'Post that takes objections' },
  noticeContactHint: { zh: '写岗位，不写个人姓名和电话。', en: 'A post, no personal name or phone number.' },
  takeDown: { zh: '撤回公示', en: 'Withdraw the notice' },
  filing: { zh: '省平台备案号', en: 'Provincial filing number' },
  filingMissing: { zh: '未登记', en: 'missing' },
  filingName: { zh: '备案名称', en: 'Name of the filing' },
  filedOn: { zh: '备案日期', en: 'Filed on' },
  filedOnMissing: { zh: '请填写备案日期。', en: 'The day of the filing is needed.' },
  file: { zh: '登记备案号', en: 'Record the filing number' },
  correctFiling: { zh: '更正备案号', en: 'Correct the filing number' },
  fileTitle: {
    zh: (no: number) => `第 ${no} 期 · 省平台备案号`,
    en: (no: number) => `Tranche ${no} · provincial filing number`,
  },
  fileHint: {
    zh: '在省平台手工填报后，把平台给出的备案号登记在这里。',
    en: 'Enter the payment on the provincial platform by hand, then record the number it gives.',
  },
  sum: { zh: '本期金额', en: 'Sum' },
  payee: { zh: '收款单位', en: 'Payee' },
  payeeAccount: { zh: '收款账户', en: 'Account paid to' },
  accountMissing: { zh: '园区尚未登记', en: 'not named by the park yet' },
  accountNone: { zh: '拨付时未登记', en: 'none was named at the release' },
  accountForeign: { zh: '户名与园区名称不一致', en: "the holder is not the park's name" },
  foreignAsked: { zh: '户名不是园区名称，确认登记？', en: 'The holder is not the park. Name this account?' },
  foreignBack: { zh: '返回修改', en: 'Back' },
  foreignFacts: {
    zh: (holder: string, park: string) => `户名：${holder}；园区：${park}。财政部门拨付前会看到这一提示。`,
    en: (holder: string, park: string) =>
      `Holder: ${holder}; park: ${park}. The finance bureau sees this before it pays.`,
  },
  accountBefore: { zh: '拟定时：', en: 'When it was prepared: ' },
  accountUnnamed: { zh: '未登记', en: 'none was named' },
  accountChanged: { zh: '拟定后变更', en: 'changed since it was prepared' },
  nameAccount: { zh: '登记收款账户', en: 'Name the account' },
  changeAccount: { zh: '变更收款账户', en: 'Change the account' },
  accountSet: { zh: '收款账户已登记', en: 'The account is named' },
  accountHint: {
    zh: '填写激励资金的专户；财政部门拨付前会看到户名、开户行、账号与登记时间。',
    en: 'The separate account of the award; the finance bureau sees it, and when it was named, before it pays.',
  },
  accountHolder: { zh: '户名', en: 'Holder' },
  accountBank: { zh: '开户银行', en: 'Bank' },
  accountNumber: { zh: '账号', en: 'Account number' },
  leftOfAward: { zh: '激励资金余额', en: 'Left of the award' },
  planInForce: { zh: '现行方案', en: 'Plan in force' },
  planNo: { zh: (no: number) => `第 ${no} 版，批准于`, en: (no: number) => `version ${no}, approved` },
  signature: { zh: '签发', en: 'Signature' },
  signatureOver: { zh: '这一事项已签发、退回或失效。', en: 'This was signed, sent back or has lapsed.' },
  signatureOverHint: { zh: '办理经过见资金页。', en: 'What became of it stands on the page of the money.' },
  unsigned: { zh: '未签发的拟定', en: 'Prepared and not signed' },
  lookAndSign: { zh: '查看并签发', en: 'Look and sign' },
  correctionReason: { zh: '更正理由', en: 'Reason for the correction' },
} as const satisfies Words
