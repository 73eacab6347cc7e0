import type { Words } from '../../../../shared/words.ts'
import { words as filingWords } from '../words.ts'

const { comma, hash, recordNo, reviewed, versionBy } = filingWords

/** What is done to a filing, and what was said on it. */
export const words = {
  comma,
  hash,
  recordNo,
  reviewed,
  versionBy,
  // writing
  check: { zh: '检查', en: 'Check' },
  checkTitle: { zh: '报送前检查', en: 'Check before submission' },
  closeCheck: { zh: '收起', en: 'Close' },
  submit: { zh: '报送', en: 'Submit' },
  resubmit: { zh: '重新报送', en: 'Submit again' },
  submitTitle: { zh: (name: string) => `报送${name}`, en: (name: string) => `Submit: ${name}` },
  submitText: {
    zh: (no: number, whom: string) => `将冻结为第${no}版，送${whom}审核；审核期间不能修改。`,
    en: (no: number, whom: string) => `It is frozen as version ${no} and goes to: ${whom}. Until then nothing changes.`,
  },
  submitInTurn: {
    zh: (no: number, whom: string) => `将冻结为第${no}版，由${whom}依次审核；审核期间不能修改。`,
    en: (no: number, whom: string) =>
      `It is frozen as version ${no} and goes in turn to: ${whom}. Until then nothing changes.`,
  },
  thenRecorded: {
    zh: (whom: string) => `全部通过后由${whom}备案。`,
    en: (whom: string) => `Once approved, it is recorded by: ${whom}.`,
  },
  submitLate: {
    // A limit of hours may be passed on its own day.
    zh: (n: number) => `已超过报送期限${n > 0 ? ` ${n} 天` : ''}，将记为逾期报送。`,
    en: (n: number) =>
      n > 0
        ? `It is ${n} ${n === 1 ? 'day' : 'days'} past its due day and will count as late.`
        : 'Its time is over and it will count as late.',
  },
  unchangedBecause: {
    zh: '不修改的理由（仅内容未改时填写）',
    en: 'Why nothing changed, only where it is filed again unchanged',
  },
  submitted: { zh: (no: number) => `第${no}版已报送`, en: (no: number) => `Version ${no} is submitted` },
  saveFirst: {
    zh: '还有内容没有保存成功，请先处理页面上的提示。',
    en: 'Something could not be saved; see the notices on the page first.',
  },
  withdraw: { zh: '撤回', en: 'Take back' },
  discardDraft: { zh: '作废草稿', en: 'Discard the draft' },
  discardDraftTitle: {
    zh: (unit: string) => `作废草稿 · ${unit}`,
    en: (unit: string) => `Discard the draft · ${unit}`,
  },
  discardDraftText: {
    zh: '仅限误登记、尚未报送的草稿。作废后不能恢复，计时随之终止；登记内容和理由留存备查。',
    en: 'Only for a draft opened by mistake and never filed. It cannot be brought back and its clock ends; what stood in it, and the reason, stay on record.',
  },
  draftDiscarded: { zh: '草稿已作废', en: 'The draft is discarded' },
  withdrawTitle: { zh: '撤回这份材料', en: 'Take this filing back' },
  withdrawText: {
    zh: '撤回后可继续修改，再次报送时成为新的一版。理由留在办理记录中，审核单位可见。',
    en: 'It opens again; the next submission is a new version. The reason stays on its history, for the reviewers too.',
  },
  withdrawn: { zh: '已撤回', en: 'Taken back' },
  redraft: { zh: '按最新数据更新草稿', en: 'Refresh the draft' },
  redraftTitle: { zh: '按最新数据更新草稿', en: 'Refresh the draft from the facts' },
  redraftText: {
    zh: '右侧数据全部更新；正文中仍保持原样的系统草稿换成新草稿，您改写过的文字一律保留。',
    en: 'All figures are read anew. The drafted text is replaced where it still stands; what you wrote stays.',
  },
  redrafted: {
    zh: (n: number) => `已更新 ${n} 个部分`,
    en: (n: number) => `${n} ${n === 1 ? 'section' : 'sections'} updated`,
  },
  redraftNothing: { zh: '数据没有变化', en: 'Nothing has changed' },
  // versions and changes
  version: { zh: (no: number) => `第${no}版`, en: (no: number) => `Version ${no}` },
  newestVersion: { zh: (no: number) => `第${no}版（最新）`, en: (no: number) => `Version ${no} (newest)` },
  draftVersion: { zh: '编制中的内容', en: 'what is being written' },
  chooseVersion: { zh: '选择版本', en: 'Choose a version' },
  oldVersion: { zh: '这是以前的版本，只供查阅。', en: 'This is an earlier version, to read only.' },
  toNewest: { zh: '查看最新版本', en: 'Go to the newest version' },
  superseded: {
    zh: '内容已有变化，这一步没有办理；您填写的内容仍保留在本机。请查看最新版本后再办理。',
    en: 'It has changed meanwhile, so this was not done; what you wrote is kept here. Read the newest version first.',
  },
  changes: { zh: (no: number) => `与第${no}版相比的修改`, en: (no: number) => `Changes since version ${no}` },
  changeCount: { zh: (n: number) => `${n} 处`, en: (n: number) => (n === 1 ? '1 change' : `${n} changes`) },
  unchanged: {
    zh: (names: string) => `完全未变的部分：${names}。`,
    en: (names: string) => `Sections without any change: ${names}.`,
  },
  rowAdded: { zh: '新增行', en: 'row added' },
  rowRemoved: { zh: '删除行', en: 'row removed' },
  // opinions
  opinions: { zh: '审核意见', en: 'Opinions' },
  opinionsAndRecord: { zh: '审核与备案', en: 'Review and record' },
  opinionAwaited: { zh: '待出具意见', en: 'opinion awaited' },
  recordingAwaited: { zh: '备案已拟定，待负责人签发', en: 'recording prepared, signature awaited' },
  signatureAwaited: { zh: '已拟定意见，待负责人签发', en: 'opinion prepared, signature awaited' },
  twoPersons: { zh: '须负责人签发', en: 'takes two persons' },
  noOpinion: { zh: '未出具意见', en: 'no opinion' },
  approved: { zh: '通过', en: 'Approved' },
  returned: { zh: '退回修改', en: 'Returned' },
  earlier: {
    zh: (n: number) => `以前 ${n} 版的意见`,
    en: (n: number) => (n === 1 ? 'Opinions on the earlier version' : `Opinions on ${n} earlier versions`),
  },
  reopenings: { zh: '重新开放记录', en: 'Opened again' },
  withdrawals: { zh: '撤回记录', en: 'Taken back' },
  hints: { zh: '提请审核注意', en: 'For the reviewers to look at' },
  // giving one
  mark: { zh: '标记退回', en: 'Mark for return' },
  unmark: { zh: '取消标记', en: 'Remove the mark' },
  markReason: { zh: '退回这一部分的理由', en: 'Why this section is returned' },
  speakingFor: { zh: (seat: string) => `代表${seat}出具意见。`, en: (seat: string) => `You speak for the ${seat}. ` },
  markHint: {
    zh: '需退回的部分请先在其右上角标记并写明理由。',
    en: 'To return sections, mark them first, each with a reason.',
  },
  markedCount: { zh: (n: number) => `已标记 ${n} 个部分`, en: (n: number) => `${n} marked` },
  markFirst: {
    zh: '请先在需要修改的部分右上角点“标记退回”，并写明理由。',
    en: 'First mark the sections to change, each with a reason.',
  },
  reasonMissing: { zh: '请写明退回理由', en: 'The reason is missing' },
  approve: { zh: '通过', en: 'Approve' },
  returnIt: { zh: '退回修改', en: 'Return' },
  returnMarked: { zh: (n: number) => `退回修改（${n} 个部分）`, en: (n: number) => `Return ${n} marked` },
  opinionTitle: {
    zh: (seat: string, verdict: string, no: number) => `${seat}：${verdict}第${no}版`,
    en: (seat: string, verdict: string, no: number) => `${seat}: ${verdict}, version ${no}`,
  },
  approveNext: {
    zh: (whom: string) => `还需${whom}出具意见。`,
    en: (whom: string) => `The opinion of the ${whom} is still needed.`,
  },
  approveTurn: {
    zh: (next: string) => `通过后转${next}审核。`,
    en: (next: string) => `Next the ${next} gives its opinion.`,
  },
  approveLast: { zh: '这是最后一家意见。', en: 'This is the last opinion. ' },
  approveRecord: {
    zh: (whom: string) => `通过后由${whom}备案。`,
    en: (whom: string) => `It is then recorded by: ${whom}. `,
  },
  approveEnd: { zh: '通过后即办结。', en: 'With this it is finished.' },
  returnText: {
    zh: '仅以下部分重新开放修改，其余部分保持锁定；退回立即生效。',
    en: 'Only these sections open again, the others stay closed; the return takes effect at once.',
  },
  marksDropped: {
    zh: (n: number) => `您已标记 ${n} 个部分；选择通过后，标记不会送出。`,
    en: (n: number) =>
      `You have marked ${n} ${n === 1 ? 'section' : 'sections'}; with an approval the marks are not sent.`,
  },
  opinionGiven: { zh: '意见已出具', en: 'Your opinion is given' },
  // by two persons
  prepare: { zh: '拟定意见', en: 'Prepare it' },
  prepareNote: {
    zh: '本部门的审核意见须负责人签发：您拟定后，待负责人签发才生效。',
    en: 'Opinions of this bureau take two persons: you prepare it, and it takes effect when the second one has signed.',
  },
  opinionPrepared: { zh: '意见已拟定，待负责人签发', en: 'Prepared; the signature is awaited' },
  proposed: { zh: (act: string) => `拟${act}`, en: (act: string) => `Proposed: ${act.toLowerCase()}` },
  preparedRecord: { zh: '备案的签发', en: 'Signature of the recording' },
  preparedTitle: { zh: '待负责人签发的意见', en: 'Opinion that waits for a signature' },
  sign: { zh: '签发', en: 'Sign' },
  signTitle: { zh: (no: number) => `签发对第${no}版的意见`, en: (no: number) => `Sign the opinion on version ${no}` },
  signed: { zh: '意见已签发', en: 'The opinion is signed' },
  sendBack: { zh: '不予签发', en: 'Do not sign' },
  sendBackTitle: { zh: '退回拟定的意见', en: 'Send the prepared opinion back' },
  takeOff: { zh: '撤回拟定', en: 'Take it back' },
  takeOffTitle: { zh: '撤回拟定的意见', en: 'Take the prepared opinion back' },
  takeOffText: {
    zh: '拟定的意见不生效，可重新拟定；理由留在记录中。',
    en: 'What was prepared has no effect and can be prepared anew; the reason stays on record.',
  },
  sentBackTitle: { zh: '未获签发的意见', en: 'Opinion that was not signed' },
  sentBackBy: { zh: (name: string) => `${name} 不予签发`, en: (name: string) => `Not signed by ${name}` },
  takenBackBy: { zh: (name: string) => `${name} 撤回`, en: (name: string) => `Taken back by ${name}` },
  sentBackHint: {
    zh: '原拟定的标注和核减已带入下方，修改后可重新拟定。',
    en: 'Its marks and reductions are entered again below. Change them and prepare the opinion anew.',
  },
  takenOff: { zh: '拟定的意见已退出签发', en: 'The prepared opinion waits no longer' },
  // record and after
  record: { zh: '备案', en: 'Record' },
  recordAwaited: { zh: '待备案', en: 'not on record yet' },
  recordTitle: { zh: (name: string) => `备案：${name}`, en: (name: string) => `Record: ${name}` },
  recordText: {
    zh: (no: number) => `备案的是第${no}版，备案后材料办结。`,
    en: (no: number) => `Version ${no} goes on record; with this the filing is finished.`,
  },
  recordNumber: { zh: '备案号', en: 'Record number' },
  recordNumberMissing: { zh: '请填写备案号', en: 'Give the record number' },
  recorded: { zh: '已备案', en: 'On record' },
  isOver: { zh: '本版内容不能再修改', en: 'This version stands as it is' },
  reopen: { zh: '重新开放', en: 'Open again' },
  reopenTitle: { zh: (name: string) => `重新开放${name}`, en: (name: string) => `Open again: ${name}` },
  reopenText: {
    zh: '选中的部分退回报送单位修改；修改后须重新审核、备案。',
    en: 'The chosen sections go back to whoever files; then come review and record again.',
  },
  reopenPart: {
    zh: '后续材料已以此为基础，只能开放文字部分。',
    en: 'A later filing builds on it; only its text can be opened.',
  },
  reopenReason: { zh: '重新开放的理由', en: 'Why it is opened again' },
  reopened: { zh: '已重新开放', en: 'Opened again' },
  sealLine: { zh: '(盖章)    年  月  日', en: '(seal)    date' },
} as const satisfies Words
