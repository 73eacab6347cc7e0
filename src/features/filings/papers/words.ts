import type { Text, Words } from '../../../shared/words.ts'

/** What stands on the papers of filings besides what was filed, and the page that verifies them. */
export const words = {
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
  preparedBy: { zh: (by: string) => `拟定：${by}`, en: (by: string) => `Prepared by ${by}` },
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

  signIn: { zh: '登录', en: 'Sign in' },
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
