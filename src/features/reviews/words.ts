import type { Words } from '../../shared/words.ts'

export const words = {
  title: { zh: '方案会审', en: 'Joint review of the plan' },
  pilots: { zh: '试点园区', en: 'Pilot parks' },
  plan: { zh: '方案', en: 'Plan' },
  notSubmitted: { zh: '方案尚未提交，没有可审核的版本。', en: 'The plan has not been submitted yet.' },
  openPlan: { zh: '查看方案', en: 'Open the plan' },
  version: { zh: (no: number) => `第${no}版`, en: (no: number) => `Version ${no}` },
  newestVersion: { zh: (no: number) => `第${no}版(最新)`, en: (no: number) => `Version ${no} (newest)` },
  chooseVersion: { zh: '选择版本', en: 'Choose a version' },
  submittedBy: { zh: (who: string) => `${who} 提交于`, en: (who: string) => `submitted by ${who} on` },
  hash: { zh: '校验码', en: 'Hash' },
  firstVersion: { zh: '首次提交，没有可对照的版本。', en: 'The first submission; there is no version before it.' },
  // opinions
  opinions: { zh: '审核意见', en: 'Opinions' },
  waiting: { zh: '待出具意见', en: 'opinion awaited' },
  noOpinion: { zh: '未出具意见', en: 'no opinion' },
  approved: { zh: '通过', en: 'Approved' },
  returned: { zh: '退回修改', en: 'Returned' },
  earlier: {
    zh: (n: number) => `以前 ${n} 版的意见`,
    en: (n: number) => (n === 1 ? 'Opinions on the earlier version' : `Opinions on ${n} earlier versions`),
  },
  // changes
  changes: { zh: (no: number) => `与第${no}版相比的修改`, en: (no: number) => `Changes since version ${no}` },
  changeCount: { zh: (n: number) => `${n} 处`, en: (n: number) => (n === 1 ? '1 change' : `${n} changes`) },
  unchanged: {
    zh: (names: string) => `完全未变的部分：${names}。`,
    en: (names: string) => `Sections without any change: ${names}.`,
  },
  sectionUnchanged: { zh: '与上一版完全相同。', en: 'Exactly as in the version before.' },
  sectionChanged: { zh: '有修改，已在原处标出。', en: 'Changed; the changes are marked in place.' },
  rowAdded: { zh: '新增行', en: 'row added' },
  rowRemoved: { zh: '删除行', en: 'row removed' },
  unfold: { zh: '展开内容', en: 'Show the content' },
  hints: { zh: '提请审核注意', en: 'For the reviewers to look at' },
  // giving an opinion
  mark: { zh: '标记退回', en: 'Mark for return' },
  unmark: { zh: '取消标记', en: 'Remove the mark' },
  markReason: { zh: '退回这一部分的理由', en: 'Why this section is returned' },
  markHint: {
    zh: (bureau: string) => `代表${bureau}出具意见。需退回的部分请先在其右上角标记并写明理由。`,
    en: (bureau: string) => `You speak for the ${bureau}. To return sections, mark them first and give the reasons.`,
  },
  markedCount: { zh: (n: number) => `已标记 ${n} 个部分`, en: (n: number) => `${n} marked` },
  markFirst: {
    zh: '请先在需要修改的部分右上角点“标记退回”，并写明理由。',
    en: 'First mark the sections to change, each with a reason.',
  },
  reasonMissing: { zh: '请写明退回理由', en: 'The reason is missing' },
  returnPlan: { zh: '退回修改', en: 'Return' },
  returnMarked: { zh: (n: number) => `退回修改(${n} 个部分)`, en: (n: number) => `Return ${n} marked` },
  approve: { zh: '通过', en: 'Approve' },
  approveTitle: {
    zh: (bureau: string, no: number) => `${bureau}：通过第${no}版`,
    en: (bureau: string, no: number) => `${bureau}: approve version ${no}`,
  },
  returnTitle: {
    zh: (bureau: string, no: number) => `${bureau}：退回第${no}版`,
    en: (bureau: string, no: number) => `${bureau}: return version ${no}`,
  },
  approveText: {
    zh: (park: string, others: string) => `${park}的方案还需${others}出具意见，两部门均通过后锁定为基线。`,
    en: (park: string, others: string) =>
      `The plan of ${park} still needs the ${others}; with both approvals it becomes the baseline.`,
  },
  approveLastText: {
    zh: (park: string) =>
      `另一部门已通过。您通过后，${park}的绩效目标、试点企业和资金明细即锁定为基线，并可提出首期拨付建议(G4.2)。`,
    en: (park: string) =>
      `The other bureau has approved. With yours, targets, enterprises and fund lines of ${park} are locked, and tranche 1 may be recommended (G4.2).`,
  },
  returnText: {
    zh: '仅以下部分重新开放修改，其余部分保持锁定。退回立即生效。',
    en: 'Only these sections open again; the others stay closed. The return takes effect at once.',
  },
  marksDropped: {
    zh: (n: number) => `您已标记 ${n} 个部分；选择通过后，标记不会送出。`,
    en: (n: number) => `You have marked ${n} sections; with an approval the marks are not sent.`,
  },
  doneApproved: {
    zh: '两部门均已通过，方案已锁定为基线',
    en: 'Both bureaus have approved; the plan is the baseline now',
  },
  doneReturned: { zh: '已退回园区修改', en: 'Returned to the park' },
  doneWaiting: { zh: '意见已出具', en: 'Your opinion is given' },
  oldVersion: { zh: '这是以前的版本，只供查阅。', en: 'This is an earlier version, to read only.' },
  toNewest: { zh: '查看最新版本', en: 'Go to the newest version' },
  superseded: {
    zh: '园区已提交新的版本，您的意见没有写入；已填写的理由仍保留在本机。请查看新版本后再出具意见。',
    en: 'The park has submitted a newer version; your opinion was not written, your reasons are kept here. Read it first.',
  },
  sealLine: { zh: '(盖章)    年  月  日', en: '(seal)    date' },
} as const satisfies Words
