import type { Text } from '../../../shared/words.ts'

export const reviewRefusals = {
  'review.unknown-section': { zh: '没有“{section}”这一部分。', en: 'There is no section “{section}”.' },
  'review.section-closed': {
    zh: '这一部分没有被退回，不能修改。',
    en: 'This section was not returned and cannot be edited.',
  },
  'review.baseline-locked': {
    zh: '方案已通过并锁定，只能通过重大事项报告调整。',
    en: 'The plan is approved and locked; only an approved major-matter report changes it.',
  },
  'review.gaps-remain': {
    zh: '还有 {count} 处必须补正，不能提交。',
    en: '{count} errors remain; it cannot be submitted.',
  },
  'review.not-a-reviewer': {
    zh: '您的岗位不代表本次审核的部门，由{seatsZh}审核。',
    en: 'Your post does not speak for a bureau of this review; it is reviewed by: {seatsEn}.',
  },
  'review.maker-cannot-review': {
    zh: '编制人不能审核自己编制的内容，请由本部门其他人员办理。',
    en: 'Whoever wrote it cannot review it; another person of the bureau does.',
  },
  'review.bureau-has-spoken': {
    zh: '{bureauZh}已对本版本出具意见。',
    en: 'The {bureauEn} has already given its opinion on this version.',
  },
  'review.one-person-two-bureaus': {
    zh: '同一人不能代表两个部门出具意见，请由另一部门的人员办理。',
    en: 'One person cannot speak for both bureaus; a person of the other one does.',
  },
  'review.not-your-turn': {
    zh: '须待{seatZh}先出具意见。',
    en: 'The {seatEn} gives its opinion first.',
  },
  'review.signed-from-now': {
    zh: '本部门负责人刚刚要求须经签发，请刷新后重新拟定。',
    en: "The bureau's leader has just asked for a second person's signature. Reload the page and prepare it again.",
  },
  'review.waits-for-signature': {
    zh: '本席位已经拟定，待{postZh}签发。',
    en: 'This seat has prepared it already; it waits for the signature of: {postEn}.',
  },
  'review.officer-prepares': {
    zh: '本事项须两人办理，由{reviewerZh}拟定，{signerZh}签发。',
    en: 'This takes two persons: it is prepared by: {reviewerEn}, and signed by: {signerEn}.',
  },
  'review.nothing-to-sign': {
    zh: '本席位没有待签发的内容。',
    en: 'Nothing of this seat waits for a signature.',
  },
  'review.leader-signs': {
    zh: '由{postZh}签发。',
    en: 'It is signed by: {postEn}.',
  },
  'review.preparer-cannot-sign': {
    zh: '拟定人不能签发自己拟定的内容，由{postZh}另一人签发。',
    en: 'Whoever prepared it cannot sign it; another person signs: {postEn}.',
  },
  'review.sent-back-without-reason': {
    zh: '不予签发须说明理由。',
    en: 'Say why it is not signed.',
  },
  'review.taken-back-without-reason': {
    zh: '撤回拟定内容须说明理由。',
    en: 'Say why what was prepared is taken back.',
  },
  'signing.off-without-reason': {
    zh: '取消签发要求须说明理由。',
    en: 'Say why a second person no longer signs.',
  },
  'filing.never-returned': {
    zh: '{kindZh}不退回；不认可的数值请核减并说明理由。',
    en: 'The {kindEn} is not sent back; reduce the figures that you do not accept, with a reason.',
  },
  'filing.never-withdrawn': {
    zh: '{kindZh}报送后数值即冻结，不能撤回。',
    en: 'The figures of the {kindEn} are frozen when it is filed; it cannot be taken back.',
  },
  'filing.not-the-recorder': {
    zh: '您的岗位不负责本项备案，由{whoZh}备案。',
    en: 'Your post does not record this filing; it is recorded by: {whoEn}.',
  },
  'filing.reopened-without-reason': { zh: '请说明重新开放的理由。', en: 'Say why it is opened again.' },
  'filing.resubmitted-unchanged': {
    zh: '内容与被退回的版本完全相同。请修改后再报送，或说明不修改的理由。',
    en: 'This is word for word the version that was returned. Change it, or say why nothing changed.',
  },
  'filing.nothing-reopened': { zh: '请选择要重新开放的部分。', en: 'Name the sections to open again.' },
  'filing.built-upon': {
    zh: '后续材料已以此为基础，只能开放文字部分。',
    en: 'A later filing builds on this one; only its text may be opened again.',
  },
  'review.return-without-marks': {
    zh: '退回时请标出需修改的部分并说明理由。',
    en: 'A return must mark the sections to change, each with a reason.',
  },
  'review.mark-without-reason': { zh: '请说明退回这一部分的理由。', en: 'Say why this section is returned.' },
  'review.section-marked-twice': { zh: '同一部分被标记了两次。', en: 'This section is marked twice.' },
  'review.approval-has-marks': {
    zh: '通过意见不能同时标记退回部分。',
    en: 'An approval cannot mark sections for return.',
  },
  'review.already-under-review': {
    zh: '已有部门出具意见，不能撤回。',
    en: 'A bureau has already spoken; it cannot be withdrawn.',
  },
} as const satisfies Record<string, Text>
