import type { Words } from '../../../shared/words.ts'

export const words = {
  title: { zh: '方案版本', en: 'Versions of the plan' },
  pilots: { zh: '试点园区', en: 'Pilot parks' },
  matters: { zh: '重大事项', en: 'Major matters' },
  lede: {
    zh: '锁定的方案只因批准的重大事项形成新版本，以前的版本原样保留（G5.5）。',
    en: 'A locked plan gets a new version only by an approved major matter; earlier versions stay as they were (G5.5).',
  },
  none: { zh: '方案尚未通过并锁定，还没有版本。', en: 'The plan is not approved yet, so it has no version.' },
  version: { zh: '版本', en: 'Version' },
  no: { zh: (no: number) => `第 ${no} 版`, en: (no: number) => `Version ${no}` },
  inForceFrom: { zh: '生效日', en: 'In force from' },
  lockedAt: { zh: '锁定时间', en: 'Locked' },
  madeBy: { zh: '依据', en: 'Made by' },
  firstPlan: { zh: '审核通过的方案', en: 'The plan as approved' },
  returns: { zh: '按此版本编制的报表', en: 'Tables made under it' },
  noReturns: { zh: '无', en: 'none' },
  holds: { zh: '现行', en: 'in force' },
  coming: { zh: '待生效', en: 'to come' },
  former: { zh: '已被替代', en: 'superseded' },
  hash: { zh: '校验值', en: 'Hash' },
  compare: { zh: '对照', en: 'Compared with' },
  chooseVersion: { zh: '查看版本', en: 'Version shown' },
  chooseOther: { zh: '对照版本', en: 'Version to compare with' },
  contentOnly: { zh: '不对照', en: 'no comparison' },
  unfold: { zh: '展开内容', en: 'Show the content' },
  changed: {
    zh: (no: number, other: number) => `第 ${no} 版与第 ${other} 版的差异`,
    en: (no: number, other: number) => `Version ${no} against version ${other}`,
  },
} as const satisfies Words

/** How a plan is shown, whichever screen shows it. */
export const planWords = {
  rulesFile: { zh: '资金内控制度', en: 'Internal fund-control rules' },
  comma: { zh: '、', en: ', ' },
  unchangedSections: {
    zh: (names: string) => `没有变化的部分：${names}`,
    en: (names: string) => `Sections without any change: ${names}`,
  },
  madeUnderPlan: { zh: (no: number) => `按方案第 ${no} 版编制`, en: (no: number) => `Made under plan version ${no}` },
  planInForce: {
    zh: (no: number, day: string) => `方案第 ${no} 版，${day} 起生效`,
    en: (no: number, day: string) => `Plan version ${no}, in force since ${day}`,
  },
} as const satisfies Words
