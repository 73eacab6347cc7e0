import type { Words } from '../../../shared/words.ts'

export const words = {
  show: { zh: '查看', en: 'Show' },
  title: { zh: (of: string) => `查看${of}`, en: (of: string) => `Show the ${of}` },
  note: {
    zh: '仅因工作需要查看。查看人、时间与理由留痕，供审计核查。',
    en: 'Only where work needs it. Who saw it, when and why is recorded for audit.',
  },
  pageTitle: { zh: '个人信息处理规则', en: 'How personal data is processed' },
  what: { zh: '个人信息', en: 'Data' },
  why: { zh: '处理目的', en: 'Purpose' },
  ground: { zh: '处理依据', en: 'Ground' },
  kept: { zh: '保存期限', en: 'Kept' },
  seenBy: { zh: '谁可查看完整信息', en: 'Who sees it whole' },
  fields: { zh: '存储字段', en: 'Stored as' },
  listed: { zh: '逐项清单', en: 'Field by field' },
  byClause: { zh: (clause: string) => `，工作指引 ${clause}`, en: (clause: string) => `, guide ${clause}` },
} as const satisfies Words
