import type { Text } from '../../../shared/words.ts'

export const noticeRefusals = {
  'notices.not-asked': {
    zh: '本批次第 {no} 期不设拨付前公示。',
    en: 'Tranche {no} of this edition knows no public notice before payment.',
  },
  'notices.recommend-first': {
    zh: '第 {no} 期尚未提出拨付建议，金额未定，不能公示。',
    en: 'Tranche {no} is not recommended yet: without its amount there is nothing to announce.',
  },
  'notices.already-standing': {
    zh: '第 {no} 期已有公示，须先撤回才能重新发布。',
    en: 'Tranche {no} is announced already; withdraw that notice before publishing another.',
  },
  'notices.text-missing': { zh: '请填写公示内容。', en: 'The text of the notice is needed.' },
  'notices.other-sum': {
    zh: '正文写的金额 {found} 元与建议拨付的 {sum} 元不一致，请改正。',
    en: 'The text says {found} yuan where {sum} yuan is recommended; correct it.',
  },
  'notices.other-park': {
    zh: '正文写的是{found}，本公示的园区是{park}，请改正。',
    en: 'The text names {found}; this notice is about {park}.',
  },
  'notices.days-in-text': {
    zh: '正文不写公示天数和起止日期：公示期另行列出，放假安排变动时自动顺延。',
    en: 'Days of the display do not go into the text: they stand beside it, and move when the rest days do.',
  },
  'notices.contact-missing': { zh: '请填写异议受理岗位。', en: 'Say which post takes objections.' },
  'notices.taken-down': {
    zh: '该公示已撤回或失效，不再受理异议。',
    en: 'This notice was taken down; it takes no objections.',
  },
  'notices.period-over': { zh: '公示期已满，不再受理异议。', en: 'The notice is over; it takes no more objections.' },
  'notices.too-many-objections': {
    zh: '您已多次补充第 {no} 号异议，请等待答复后再提交。',
    en: 'Objection {no} has been added to many times; please wait for its answer.',
  },
  'notices.objection-missing': { zh: '请写明异议内容。', en: 'Say what you object to.' },
  'notices.answered': { zh: '该异议已经答复。', en: 'This objection has been answered.' },
  'notices.addition-unread': {
    zh: '该异议又收到了补充内容，请刷新后一并答复。',
    en: 'Something was added to this objection meanwhile; refresh, and answer all of it.',
  },
  'notices.answer-missing': { zh: '请填写答复内容。', en: 'The answer is needed.' },
  'notices.not-answered': {
    zh: '该异议尚未答复，没有可更正的答复。',
    en: 'This objection has no answer yet; there is nothing to correct.',
  },
  'notices.answered-by-other-bureau': {
    zh: '该异议由{bureauZh}答复，由其更正。',
    en: 'The {bureauEn} gave this answer; it is corrected there.',
  },
  'notices.answer-hidden': {
    zh: '该答复内容已列为不公开，不能再作为答复公布，请改写。',
    en: 'These words are kept from the public and cannot be the published answer; write others.',
  },
  'disbursement.after-release': {
    zh: '第 {no} 期尚未拨付，不能登记省平台备案号。',
    en: 'Tranche {no} is not paid yet; there is nothing to file on the provincial platform.',
  },
  'disbursement.number-missing': {
    zh: '请填写省平台备案号。',
    en: 'The filing number of the provincial platform is needed.',
  },
  'disbursement.name-missing': { zh: '请填写备案名称。', en: 'The name of the filing is needed.' },
  'disbursement.before-payment': {
    zh: '备案日期 {day} 早于拨付日期 {paid}。',
    en: 'It cannot have been filed on {day}, before it was paid on {paid}.',
  },
  'disbursement.taken': {
    zh: '备案号 {number} 已登记在另一笔拨付上。',
    en: 'The filing number {number} is recorded for another disbursement already.',
  },
  'disbursement.reason-missing': {
    zh: '该笔拨付已登记备案号，更正须写明理由。',
    en: 'This disbursement has a filing number; correcting it needs a reason.',
  },
} as const satisfies Record<string, Text>
