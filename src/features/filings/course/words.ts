import type { Words } from '../../../shared/words.ts'

/** The list of filings, and what stands at the head of one. */
export const words = {
  title: { zh: '报送事项', en: 'Filings' },
  listNote: {
    zh: '到期应报的材料，含尚未开始编制的；半年材料自期末次日起编制。',
    en: 'What is owed by now, begun or not; half-yearly papers are written from the day after the period.',
  },
  comma: { zh: '、', en: ', ' },
  // list
  name: { zh: '事项', en: 'Filing' },
  unit: { zh: '报送单位', en: 'Filed by' },
  state: { zh: '状态', en: 'State' },
  due: { zh: '期限', en: 'Due' },
  waiting: { zh: '等待', en: 'Waiting for' },
  action: { zh: '办理', en: 'Action' },
  batch: { zh: '批次', en: 'Batch' },
  allBatches: { zh: '全部批次', en: 'All batches' },
  kind: { zh: '事项', en: 'Kind' },
  allKinds: { zh: '全部事项', en: 'All kinds' },
  show: { zh: '进度', en: 'Progress' },
  showAll: { zh: '全部', en: 'All' },
  showOpen: { zh: '未办结', en: 'Not finished' },
  showLate: { zh: '逾期', en: 'Late' },
  showDone: { zh: '已办结', en: 'Finished' },
  notBegun: { zh: '未开始', en: 'not begun' },
  begin: { zh: '开始编制', en: 'Begin' },
  openIt: { zh: '查看', en: 'Open' },
  goOn: { zh: '继续编制', en: 'Continue' },
  filedOn: { zh: (day: string) => `${day} 报送`, en: (day: string) => `filed on ${day}` },
  needsException: { zh: '须登记例外', en: 'Needs an exception' },
  doneOf: {
    zh: (done: number, all: number) => `${done}/${all} 已办结`,
    en: (done: number, all: number) => `${done} of ${all} finished`,
  },
  nothingOwed: { zh: '目前没有应报送的材料', en: 'Nothing is owed at the moment' },
  nothingFound: { zh: '没有符合条件的材料', en: 'Nothing matches' },
  clearFilters: { zh: '清除筛选', en: 'Clear the filters' },
  merged: { zh: '汇总半年总结', en: 'Merge the summaries' },
  // one filing
  clause: { zh: '依据', en: 'Clause' },
  filedUnchanged: {
    zh: (why: string) => `内容与被退回的版本相同，理由：${why}`,
    en: (why: string) => `Unchanged from the version that was returned, because: ${why}`,
  },
  versionBy: {
    zh: (no: number, who: string) => `第${no}版，${who} 报送于`,
    en: (no: number, who: string) => `Version ${no}, filed by ${who} on`,
  },
  hash: { zh: '校验值', en: 'Hash' },
  recordNo: { zh: (no: string) => `备案号 ${no}`, en: (no: string) => `record ${no}` },
  recordedBy: {
    zh: (who: string) => `${who} 备案于`,
    en: (who: string) => `recorded by ${who} on`,
  },
  waitsFor: { zh: (who: string) => `等待${who}`, en: (who: string) => `waiting for: ${who}` },
  toReview: { zh: (review: string) => `待${review}`, en: (review: string) => `to ${review}` },
  reviewed: { zh: (review: string) => `已${review}`, en: (review: string) => `${review}ed` },
  returnedBy: { zh: (seat: string) => `${seat}退回意见`, en: (seat: string) => `Returned by the ${seat}` },
  closedSection: {
    zh: '这一部分没有被退回，不能修改。',
    en: 'This section was not returned and cannot be edited.',
  },
  editedBy: {
    zh: (who: string, at: string) => `${who} 于 ${at} 保存。`,
    en: (who: string, at: string) => `Saved by ${who} on ${at}.`,
  },
  notEdited: { zh: '尚未填写。', en: 'Nothing written yet.' },
  // what a bureau decides, by two persons
  signing: { zh: '签发要求', en: 'Acts by two persons' },
  signingNote: {
    zh: (acts: string) => `开启后，本部门的${acts}由经办拟定、负责人签发后生效；只影响此后办理的事项。`,
    en: (acts: string) =>
      `When on, an officer of the bureau prepares and its leader signs: ${acts}. Only what is done later is affected.`,
  },
  doneByOne: {
    zh: (acts: string) => `以下始终由一人办理：${acts}。`,
    en: (acts: string) => `Always done by one person: ${acts}.`,
  },
  signingOn: { zh: '须负责人签发', en: 'signed by the leader' },
  signingOff: { zh: '一人办理即生效', en: 'done by one person' },
  signingSince: {
    zh: (who: string) => `${who} 设定于`,
    en: (who: string) => `set by ${who} on`,
  },
  turnOn: { zh: '改为须负责人签发', en: 'Have them signed by the leader' },
  turnOff: { zh: '取消签发要求', en: 'Let one person do them' },
  turnOnText: {
    zh: (acts: string) => `此后本部门的${acts}须由负责人签发才生效。`,
    en: (acts: string) => `From now on these take effect only when the leader of the bureau has signed them: ${acts}.`,
  },
  turnOffText: {
    zh: '此后本部门的事项一人办理即生效；规则另有规定的除外。',
    en: 'From now on one person does what the bureau decides, unless the rules ask for two.',
  },
  signingRules: { zh: '规则的要求', en: 'What the rules ask for' },
  signingRulesNote: {
    zh: '规则要求签发的，各部门不能取消；规则未要求的，由各部门自行决定。',
    en: 'What the rules have signed no bureau can turn off; for all else each bureau decides.',
  },
  twoBureausAlone: {
    zh: '资金由经信、财政两部门分别由各自人员办理；未要求同一部门两人办理',
    en: 'two bureaus decide about money, each by its own people; no second person of one bureau is asked for',
  },
  askedToSign: {
    zh: (act: string, seats: string) => `${seats}的${act}由经办拟定、负责人签发`,
    en: (act: string, seats: string) => `${act} of ${seats}: prepared by an officer, signed by the leader`,
  },
  signingHistory: { zh: '设定记录', en: 'How it was set' },
  signingSet: { zh: '已设定', en: 'Set' },
} as const satisfies Words
