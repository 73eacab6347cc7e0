import type { Text, Words } from '../../shared/words.ts'

/** What stands on papers besides what was filed, and the page that verifies them. */
export const words = {
  programme: {
    zh: '园区精准服务中小微企业财政专项激励试点',
    en: 'Targeted services for MSMEs in parks: fiscal incentive pilot',
  },
  draft: { zh: '草　稿（未报送，不作为正式文件）', en: 'DRAFT (not filed, no official paper)' },
  cameBack: { zh: '已退回修改（不作为正式文件）', en: 'RETURNED FOR CORRECTION (no official paper)' },
  superseded: { zh: '旧版（已有新版报送）', en: 'OLD VERSION (a newer one was filed)' },
  foot: {
    zh: (no: number, hash: string, code: string) =>
      `第${no}版　校验值 ${hash}…　验证码 ${code}　本系统 /verify 页可核验`,
    en: (no: number, hash: string, code: string) =>
      `Version ${no} · hash ${hash}… · code ${code} · verify it at /verify`,
  },
  footDraft: { zh: '草稿，无验证码', en: 'Draft, no code to verify' },
  page: { zh: '第 &P 页 共 &N 页', en: 'Page &P of &N' },
  day: {
    zh: (year: number, month: number, day: number) => `${year}年${month}月${day}日`,
    en: (year: number, month: number, day: number) =>
      `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
  },
  noDay: { zh: '　　年　　月　　日', en: 'Date:            ' },
  seal: { zh: '（盖章）', en: '(seal)' },
  filedBy: { zh: '报送单位（盖章）：', en: 'Filed by (seal): ' },
  filedOn: { zh: '报送日期：', en: 'Filed on: ' },
  moneyUnit: { zh: '单位：元', en: 'in CNY' },
  no: { zh: '序号', en: 'No.' },
  sum: { zh: '合计', en: 'Total' },
  none: { zh: '无', en: 'None' },
  comma: { zh: '、', en: ', ' },
  colon: { zh: '：', en: ':' },
  preparer: { zh: '填报人：', en: 'Prepared by:' },
  checker: { zh: '审核人：', en: 'Checked by:' },
  leader: { zh: '负责人：', en: 'In charge:' },
  phone: { zh: '联系电话：', en: 'Phone:' },
  handedIn: { zh: (by: string) => `经办：${by}`, en: (by: string) => `Submitted by ${by}` },
  filingBox: { zh: (unit: string) => `报送单位：${unit}`, en: (unit: string) => `Filed by ${unit}` },
  opinionBox: { zh: (unit: string) => `${unit}意见`, en: (unit: string) => `Opinion of ${unit}` },
  recordBox: { zh: (unit: string) => `${unit}备案`, en: (unit: string) => `On record with ${unit}` },
  approved: { zh: '同意。', en: 'Approved.' },
  sentBack: { zh: '退回修改：', en: 'Returned for correction:' },
  recordNo: { zh: (no: string) => `备案号：${no}`, en: (no: string) => `Record no. ${no}` },
  numbers: { zh: '一二三四五六七八九十', en: '1234567890' },
  heading: { zh: (no: string, text: string) => `${no}、${text}`, en: (no: string, text: string) => `${no}. ${text}` },
  subheading: {
    zh: (no: string, text: string) => `（${no}）${text}`,
    en: (no: string, text: string) => `(${no}) ${text}`,
  },

  provinceBoth: { zh: '省经济和信息化厅、省财政厅：', en: 'To the provincial economy and finance departments:' },
  lead: {
    zh: (county: string, name: string) =>
      `按照园区精准服务中小微企业财政专项激励试点工作要求，结合${county}试点园区实际，形成${name}，现予报送。`,
    en: (county: string, name: string) =>
      `Under the guide of the pilot programme, and as the pilot parks of ${county} stand, we file the following: ${name}.`,
  },

  park: { zh: '试点园区', en: 'Pilot park' },
  operator: { zh: '运营主体代码', en: 'Operator code' },
  county: { zh: '县（市、区）', en: 'County' },
  batch: { zh: '批次', en: 'Batch' },
  term: { zh: '实施期', en: 'Period' },
  award: { zh: '激励资金（元）', en: 'Award (CNY)' },
  until: { zh: (from: string, to: string) => `${from}至${to}`, en: (from: string, to: string) => `${from} to ${to}` },
  basics: { zh: '基本情况', en: 'Basics' },
  agencies: { zh: '合作服务机构清单', en: 'Partner agencies' },
  products: { zh: '服务产品清单', en: 'Service products' },
  fewAgencies: {
    zh: (kind: string, reason: string) => `${kind}合作机构不足两家的理由：${reason}`,
    en: (kind: string, reason: string) => `Why ${kind} has fewer than two agencies: ${reason}`,
  },
  controlsFile: {
    zh: (name: string) => `制度文件：${name}（附后）`,
    en: (name: string) => `Rules: ${name} (attached)`,
  },
  opinions: { zh: '审核意见', en: 'Opinions' },
  changed: { zh: '调整内容', en: 'What changes' },
  changeBefore: { zh: '调整前', en: 'Before' },
  changeAfter: { zh: '调整后', en: 'After' },
  inForceFrom: { zh: (day: string) => `自${day}起执行。`, en: (day: string) => `In force from ${day}.` },

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
  released: {
    zh: (day: string, voucher: string) => `同意拨付，${day}付款，凭证号 ${voucher}。`,
    en: (day: string, voucher: string) => `Released, paid on ${day}, voucher ${voucher}.`,
  },
  receivedBox: { zh: (park: string) => `${park}到账确认`, en: (park: string) => `Receipt confirmed by ${park}` },
  received: { zh: '资金已到账，纳入专账核算。', en: 'The money has arrived and is booked in the dedicated ledger.' },
  platformNo: { zh: '省级平台备案号', en: 'Provincial filing no.' },
  basis: {
    zh: (no: number, code: string) => `依据方案第${no}版　验证码 ${code}　本系统 /verify 页可核验`,
    en: (no: number, code: string) => `Rests on version ${no} of the plan · code ${code} · verify it at /verify`,
  },
  noBasis: { zh: '方案尚未报送', en: 'No plan has been filed yet' },

  verifyTitle: { zh: '文件核验', en: 'Verify a paper' },
  verifyLead: {
    zh: '输入正式文本页脚上的验证码，核对文件是否由本系统生成、是否为最新版本。',
    en: 'Type the code at the foot of a paper to see whether this system made it and whether it is the newest version.',
  },
  code: { zh: '验证码', en: 'Code' },
  codeHint: { zh: '16 位，例如 1A2B-3C4D-5E6F-7890', en: '16 characters, such as 1A2B-3C4D-5E6F-7890' },
  verify: { zh: '核验', en: 'Verify' },
  noCode: { zh: '验证码为 16 位数字或字母 A–F', en: 'A code is 16 figures or letters A to F' },
  unknown: { zh: '没有找到该验证码对应的文件', en: 'No paper has this code' },
  unknownHint: {
    zh: '请核对是否输入有误；草稿没有验证码。仍查不到的，文件不是由本系统生成的。',
    en: 'Check what you typed; drafts have no code. If it still is not found, this system did not make the paper.',
  },
  genuine: { zh: '该文件由本系统生成，且为最新版本', en: 'This system made the paper, and it is the newest version' },
  old: { zh: '该文件由本系统生成，但已有新版', en: 'This system made the paper, but there is a newer version' },
  kind: { zh: '文件', en: 'Paper' },
  unit: { zh: '报送单位', en: 'Filed by' },
  period: { zh: '期间', en: 'Period' },
  version: { zh: '版本', en: 'Version' },
  versionNo: { zh: (no: number) => `第 ${no} 版`, en: (no: number) => `Version ${no}` },
  submittedOn: { zh: '报送日期', en: 'Filed on' },
  hash: { zh: '校验值（SHA-256）', en: 'Hash (SHA-256)' },
  compare: {
    zh: '请将以上内容与手中文件逐项比对；此处不显示文件内容。',
    en: 'Compare these with the paper in your hands; what it says is not shown here.',
  },
} as const satisfies Words

/** What the lists are called at the head of a paper, where it is not simply the name of the kind. */
export const summaryTitle: Readonly<Text> = { zh: '试点工作总结', en: 'Summary of the pilot' }
