import type { Text, Words } from '../../../shared/words.ts'

/** What stands on the papers of filings besides what was filed, and the page that verifies them. */
export const words = {
  draft: { zh: '草　稿（未报送，不作为正式文件）', en: 'DRAFT (not filed, no official paper)' },
  cameBack: { zh: '已退回修改（不作为正式文件）', en: 'RETURNED FOR CORRECTION (no official paper)' },
  filedOn: { zh: '报送日期：', en: 'Filed on: ' },
  sum: { zh: '合计', en: 'Total' },
  comma: { zh: '、', en: ', ' },
  colon: { zh: '：', en: ':' },
  preparer: { zh: '填报人：', en: 'Prepared by:' },
  checker: { zh: '审核人：', en: 'Checked by:' },
  leader: { zh: '负责人：', en: 'In charge:' },
  phone: { zh: '联系电话：', en: 'Phone:' },
  filingBox: { zh: (unit: string) => `报送单位：${unit}`, en: (unit: string) => `Filed by ${unit}` },
  recordBox: { zh: (unit: string) => `${unit}备案`, en: (unit: string) => `On record with ${unit}` },
  approved: { zh: '同意。', en: 'Approved.' },
  sentBack: { zh: '退回修改：', en: 'Returned for correction:' },
  recordNo: { zh: (no: string) => `备案号：${no}`, en: (no: string) => `Record no. ${no}` },
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

  operator: { zh: '运营主体代码', en: 'Operator code' },
  batch: { zh: '批次', en: 'Batch' },
  term: { zh: '实施期', en: 'Period' },
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

  verifyTitle: { zh: '文件核验', en: 'Verify a paper' },
  verifyLead: {
    zh: '输入正式文本页脚上的验证码，核对文件是否由本系统出具、内容是否一致、是否为最新。',
    en: 'Type the code at the foot of a paper to see whether this system issued it, what stands on it and whether it is the newest.',
  },
  code: { zh: '验证码', en: 'Code' },
  codeHint: { zh: '16 位，例如 1A2B-3C4D-5E6F-7890', en: '16 characters, such as 1A2B-3C4D-5E6F-7890' },
  verify: { zh: '核验', en: 'Verify' },
  noCode: { zh: '验证码为 16 位数字或字母 A–F', en: 'A code is 16 figures or letters A to F' },
  unknown: { zh: '没有找到该验证码对应的文件', en: 'No paper has this code' },
  unknownHint: {
    zh: '请核对是否输入有误；草稿没有验证码。仍查不到的，文件不是由本系统出具的。',
    en: 'Check what you typed; drafts have no code. If it still is not found, this system did not issue the paper.',
  },
  genuine: {
    zh: '该验证码对应的文件由本系统出具，且为最新',
    en: 'This system issued the paper with this code, and it is the newest',
  },
  old: {
    zh: '该验证码对应的文件由本系统出具，但已不是最新',
    en: 'This system issued the paper with this code, but it is not the newest',
  },
  takenBack: {
    zh: (since: string) => `已于 ${since} 撤回或退回，不再有效。`,
    en: (since: string) => `Taken or sent back on ${since}; no longer in force.`,
  },
  supersededBy: {
    zh: (since: string, version: string, issue: string, at: string) =>
      `自 ${since} 起被替代；最新的是${version}${issue}，${at} 出具。`,
    en: (since: string, version: string, issue: string, at: string) =>
      `Superseded on ${since}; the newest is ${version} ${issue}, issued ${at}.`,
  },
  kind: { zh: '文件', en: 'Paper' },
  paper: { zh: '正式文本', en: 'Official paper' },
  unit: { zh: '单位', en: 'Unit' },
  period: { zh: '期间', en: 'Period' },
  version: { zh: '版本', en: 'Version' },
  versionNo: { zh: (no: number) => `第 ${no} 版`, en: (no: number) => `Version ${no}` },
  issue: { zh: '出具次数', en: 'Issue' },
  issueNo: { zh: (no: number) => `第 ${no} 次出具`, en: (no: number) => `issue ${no}` },
  issuedAt: { zh: '出具时间', en: 'Issued' },
  asIssued: { zh: '出具时的内容', en: 'As issued' },
  compare: {
    zh: '请与手中文件逐项比对；有一处数字、日期或名称不同，手中的就不是原件。个人信息部分隐去（＊），企业数据只列合计，过长的文字只列开头（…），段落文字不在此处重复。',
    en: 'Compare every item with the paper in your hands; one differing figure, day or name, and it is not the original. Personal data are told in part (starred), data of enterprises as their sum, long texts by how they begin (…); running text is not repeated.',
  },
  tableOf: {
    zh: (name: string, rows: number) => `${name}（${rows} 行）`,
    en: (name: string, rows: number) => `${name} (${rows} ${rows === 1 ? 'row' : 'rows'})`,
  },
} as const satisfies Words

/** What the lists are called at the head of a paper, where it is not simply the name of the kind. */
export const summaryTitle: Readonly<Text> = { zh: '试点工作总结', en: 'Summary of the pilot' }
